/** Finding in the pages: the places are marked by the browser's own highlights, which leave the pages' elements alone. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { foundRanges } from './found-ranges.ts';

const all = 'paper-found';
const current = 'paper-found-now';

/** The found place stands this far below the desk's upper edge, as a part of its height. */
const shownAt = 0.3;

export interface Found {
  count: number;
  /** From 0; of the place that is shown. */
  index: number;
}

const nothing: Found = { count: 0, index: 0 };

export function useFind(desk: HTMLElement | null, words: string, onShown: () => void) {
  const [found, setFound] = useState(nothing);
  const ranges = useRef<readonly Range[]>([]);
  const index = useRef(0);

  const mark = useCallback(() => {
    const now = ranges.current[index.current];
    CSS.highlights.set(all, new Highlight(...ranges.current));
    CSS.highlights.set(current, now ? new Highlight(now) : new Highlight());
    setFound({ count: ranges.current.length, index: index.current });
  }, []);

  const show = useCallback(
    (wanted: number) => {
      const { length } = ranges.current;
      if (desk === null || length === 0) return;
      index.current = (wanted + length) % length;
      const place = ranges.current[index.current]?.getBoundingClientRect();
      const { top, bottom, height } = desk.getBoundingClientRect();
      if (place && (place.top < top || place.bottom > bottom)) {
        desk.scrollTop += place.top - top - height * shownAt;
        onShown();
      }
      mark();
    },
    [desk, mark, onShown],
  );

  // Other words begin at the first place from the top of what is seen; pages that change are searched again in place.
  useEffect(() => {
    if (desk === null) return;
    ranges.current = foundRanges(desk, words);
    const { top } = desk.getBoundingClientRect();
    const next = ranges.current.findIndex((range) => range.getBoundingClientRect().top >= top);
    index.current = 0;
    mark();
    show(Math.max(0, next));
    let waiting = 0;
    const observer = new MutationObserver(() => {
      clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        ranges.current = foundRanges(desk, words);
        index.current = Math.max(0, Math.min(index.current, ranges.current.length - 1));
        mark();
      }, 50);
    });
    observer.observe(desk, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      clearTimeout(waiting);
      CSS.highlights.delete(all);
      CSS.highlights.delete(current);
    };
  }, [desk, words, mark, show]);

  return {
    found,
    next: () => show(index.current + 1),
    previous: () => show(index.current - 1),
  };
}
