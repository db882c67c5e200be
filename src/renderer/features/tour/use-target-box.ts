import { useEffect, useState } from 'react';
import { type TargetWish, targetOf } from './tour-target.ts';

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

const scrolls = /auto|scroll|hidden/;

/** In whole pixels of the window, as far as it can be seen; null while the target is not there, or out of sight. */
function boxOf(target: HTMLElement | null): TargetBox | null {
  const rect = target?.getClientRects()[0] ?? target?.getBoundingClientRect();
  if (!rect || !target) return null;
  let { left, top, right, bottom } = rect;
  for (let around = target.parentElement; around !== null; around = around.parentElement) {
    if (!scrolls.test(getComputedStyle(around).overflow)) continue;
    const sight = around.getBoundingClientRect();
    left = Math.max(left, sight.left);
    top = Math.max(top, sight.top);
    right = Math.min(right, sight.right);
    bottom = Math.min(bottom, sight.bottom);
  }
  const [x, y] = [Math.round(left), Math.round(top)];
  const [width, height] = [Math.round(right) - x, Math.round(bottom) - y];
  return width <= 0 || height <= 0 ? null : { left: x, top: y, width, height };
}

/** Where the step's target stands; it is scrolled into sight once, when it appears. `wish` null: nowhere. */
export function useTargetBox(wish: TargetWish | null): TargetBox | null {
  const [box, setBox] = useState<TargetBox | null>(null);
  const place = wish?.place ?? null;
  const number = wish?.number ?? null;
  useEffect(() => {
    let seen = false;
    const look = () => {
      const target = place === null ? null : targetOf({ place, number });
      if (target !== null && !seen && place !== 'preview') target.scrollIntoView({ block: 'nearest' });
      seen ||= target !== null;
      const next = boxOf(target);
      setBox((now) => (sameBox(now, next) ? now : next));
    };
    look();
    const timer = setInterval(look, lookMilliseconds);
    return () => clearInterval(timer);
  }, [place, number]);
  return box;
}
