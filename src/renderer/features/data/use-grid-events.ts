import { type RefObject, useEffect, useRef } from 'react';

type Listeners = Record<string, (event: Event) => void>;

/** Hears the grid component's events before the component's own plugins do, always with the latest functions. */
export function useGridEvents(box: RefObject<HTMLElement | null>, listeners: Listeners): void {
  const latest = useRef(listeners);
  latest.current = listeners;
  useEffect(() => {
    const element = box.current;
    const names = Object.keys(latest.current);
    const listen = (event: Event) => latest.current[event.type]?.(event);
    for (const name of names) element?.addEventListener(name, listen, true);
    return () => {
      for (const name of names) element?.removeEventListener(name, listen, true);
    };
  }, [box]);
}
