/** The zoom of the pages: kept on this computer, changed by buttons, by Ctrl with plus, minus or 0, and by Ctrl with the wheel. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { keepChoice, keptChoice } from '../../app/kept-choice.ts';
import { nextZoom, wheelZoom, type Zoom, zoomOf, zoomWord } from './zoom.ts';

const zoomKey = 'xiangbao.previewZoom';

export type ZoomKey = 'in' | 'out' | 'actual';

/** What a key asks for: Ctrl++, Ctrl+− and Ctrl+0, on the number pad too; null for every other one. */
export function zoomKeyOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>,
): ZoomKey | null {
  if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  if (event.key === '+' || event.key === '=') return 'in';
  if (event.key === '-' || event.key === '_') return 'out';
  return event.key === '0' ? 'actual' : null;
}

export interface ZoomChange {
  zoom: Zoom;
  /** The height of what is seen that stays where it is; null for the text at the top. */
  heldAt: number | null;
}

/** `scale` tells what is shown now, `desk` is what the wheel is heard on. */
export function useZoom(desk: HTMLElement | null, scale: () => number) {
  const [change, setChange] = useState<ZoomChange>(() => ({
    zoom: zoomOf(keptChoice(zoomKey)),
    heldAt: null,
  }));
  const scaleNow = useRef(scale);
  scaleNow.current = scale;

  const choose = useCallback((zoom: Zoom, heldAt: number | null = null) => {
    keepChoice(zoomKey, zoomWord(zoom));
    setChange({ zoom, heldAt });
  }, []);
  const step = useCallback(
    (key: ZoomKey) =>
      choose(key === 'actual' ? { kind: 'percent', percent: 100 } : nextZoom(scaleNow.current(), key)),
    [choose],
  );

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = zoomKeyOf(event);
      if (key === null || event.defaultPrevented) return;
      event.preventDefault();
      step(key);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [step]);

  useEffect(() => {
    if (desk === null) return;
    const listen = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      choose(wheelZoom(scaleNow.current(), event.deltaY), event.clientY - desk.getBoundingClientRect().top);
    };
    // Passive listeners, React's among them, cannot keep the browser from zooming the whole program.
    desk.addEventListener('wheel', listen, { passive: false });
    return () => desk.removeEventListener('wheel', listen);
  }, [desk, choose]);

  return { change, choose, step };
}
