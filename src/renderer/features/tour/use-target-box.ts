import { useEffect, useState } from 'react';
import type { Place } from '../../app/route.ts';
import { targetOf } from './tour-target.ts';

export interface TargetBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How often it is looked where the target stands: the text grows, the grid scrolls, pages arrive. */
const lookMilliseconds = 200;

function sameBox(a: TargetBox | null, b: TargetBox | null): boolean {
  if (a === null || b === null) return a === b;
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}

/** In pixels of the window, whole ones, as far as it can be seen; null while the target is not there. */
function boxOf(target: HTMLElement | null): TargetBox | null {
  const rect = target?.getClientRects()[0] ?? target?.getBoundingClientRect();
  if (!rect) return null;
  const left = Math.max(4, Math.round(rect.left));
  const top = Math.max(4, Math.round(rect.top));
  const right = Math.min(window.innerWidth - 4, Math.round(rect.right));
  const bottom = Math.min(window.innerHeight - 4, Math.round(rect.bottom));
  return right <= left || bottom <= top ? null : { left, top, width: right - left, height: bottom - top };
}

/** Where the step's target stands; it is scrolled into sight once, when it appears. `place` null: nowhere. */
export function useTargetBox(place: Place | null, chip: number): TargetBox | null {
  const [box, setBox] = useState<TargetBox | null>(null);
  useEffect(() => {
    let seen = false;
    const look = () => {
      const target = place === null ? null : targetOf(place, chip);
      if (target !== null && !seen && place !== 'preview') target.scrollIntoView({ block: 'nearest' });
      seen ||= target !== null;
      const next = boxOf(target);
      setBox((now) => (sameBox(now, next) ? now : next));
    };
    look();
    const timer = setInterval(look, lookMilliseconds);
    return () => clearInterval(timer);
  }, [place, chip]);
  return box;
}
