/** The desk that the pages lie on: their places, what is in sight, and the same text kept under the eye. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type DeskLayout, deskPadding, layDesk, pageInSight } from './desk-layout.ts';
import type { ShownPage } from './received-pages.ts';
import { anchorAt, type BlockPlace, blockPlaces, deskY, yOfAnchor } from './text-anchor.ts';
import { useZoom, type ZoomChange } from './use-zoom.ts';
import { pixelsPerPoint, type Size } from './zoom.ts';

interface Laid {
  layout: DeskLayout;
  places: readonly BlockPlace[];
  /** The zoom it was laid for. */
  change: ZoomChange;
}

/** A low desk keeps a hand's breadth above a place that is shown. */
const breathingSpace = 96;

function useDeskSize(desk: HTMLElement | null): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    if (desk === null) return;
    const measure = () => setSize({ width: desk.clientWidth, height: desk.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(desk);
    return () => observer.disconnect();
  }, [desk]);
  return size;
}

const nowhere: DeskLayout = { pages: [], height: 0, width: 0 };

export function useDesk(shown: readonly ShownPage[]) {
  const [desk, setDesk] = useState<HTMLElement | null>(null);
  const size = useDeskSize(desk);
  const [pageIndex, setPageIndex] = useState(0);
  const scrollTop = useRef(0);
  const before = useRef<Laid | null>(null);

  const pages = useMemo(() => shown.map(({ page }) => page), [shown]);
  const places = useMemo(() => blockPlaces(pages), [pages]);
  const scale = () => before.current?.layout.pages[pageIndex]?.scale ?? pixelsPerPoint;
  const { change, choose, step } = useZoom(desk, scale);
  const layout = useMemo(
    () => (size === null ? nowhere : layDesk(pages, change.zoom, size)),
    [pages, change.zoom, size],
  );

  const look = useCallback(() => {
    if (desk === null || before.current === null) return;
    scrollTop.current = desk.scrollTop;
    setPageIndex(pageInSight(before.current.layout, desk.scrollTop, desk.clientHeight));
  }, [desk]);

  const scrollTo = useCallback(
    (top: number) => {
      if (desk === null) return;
      desk.scrollTop = top;
      look();
    },
    [desk, look],
  );

  const goToPage = useCallback(
    (index: number) => {
      const page = before.current?.layout.pages[index];
      if (page) scrollTo(page.top - deskPadding);
    },
    [scrollTo],
  );

  // Where other pages, or the same in another size, take the place of what was there, the text under the eye stays.
  useLayoutEffect(() => {
    const previous = before.current;
    before.current = { layout, places, change };
    if (desk === null || previous === null || layout === previous.layout) return;
    const underPointer = change === previous.change ? null : change.heldAt;
    // Who sees the beginning goes on seeing it.
    if (underPointer === null && scrollTop.current <= deskPadding) return look();
    const heldAt = underPointer ?? 0;
    const anchor = anchorAt(previous.places, previous.layout, scrollTop.current + heldAt);
    const y = anchor === null ? null : yOfAnchor(places, layout, anchor);
    if (y !== null) scrollTo(y - heldAt);
  }, [desk, layout, places, change, look, scrollTo]);

  // A whole page is shown from its top.
  const wholePage = change.zoom.kind === 'page';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the zoom becomes this one
  useEffect(() => {
    if (wholePage) goToPage(pageIndex);
  }, [wholePage]);

  // The keys that scroll are for the pages from the beginning, unless somebody is at work elsewhere.
  const ready = pages.length > 0;
  useEffect(() => {
    const idle = document.activeElement === document.body || document.activeElement?.matches('nav a');
    if (ready && idle) desk?.focus({ preventScroll: true });
  }, [desk, ready]);

  const showPlace = useCallback(
    ({ page, top }: BlockPlace) => {
      const now = before.current?.layout;
      const placed = now?.pages[page];
      if (desk === null || now === undefined || placed === undefined) return;
      const pageTop = placed.top - deskPadding;
      const y = deskY(now, page, top) - breathingSpace;
      // From the top of its page, if it can be seen from there.
      scrollTo(y + 2 * breathingSpace < pageTop + desk.clientHeight ? pageTop : y);
    },
    [desk, scrollTo],
  );

  return {
    desk,
    setDesk,
    layout,
    places,
    pageIndex,
    zoom: change.zoom,
    choose,
    step,
    look,
    goToPage,
    showPlace,
  };
}

export type Desk = ReturnType<typeof useDesk>;
