import { useEffect, useRef, useState } from 'react';
import { arrival } from './arrival.ts';
import { type BlockPlace, placeOfText } from './text-anchor.ts';
import type { Desk } from './use-desk.ts';

/** A block by the indices of its page and its own among those of the page. */
export type ShownBlock = Pick<BlockPlace, 'page' | 'block'>;

/** How long it is marked, in milliseconds; the same as in the text. */
const seenAfter = 4000;

/**
 * Opens the pages where somebody last wrote; the answer is the block to mark. While the pages are those of an earlier
 * visit it is looked for again on each new answer, for what was just written may not be on them yet.
 */
export function useArrival({ layout, places, showPlace }: Desk, isCurrent: boolean): ShownBlock | null {
  const [shown, setShown] = useState<BlockPlace | null>(null);
  const ledTo = useRef<string | null>(null);
  const ready = layout.pages.length > 0;
  useEffect(() => {
    const { place: wanted } = arrival.getState();
    if (!ready || wanted === null) return;
    const place = placeOfText(places, wanted);
    if (isCurrent) arrival.setState({ place: null });
    if (place === undefined) return;
    // The same text as on the old pages is held under the eye anyway.
    if (ledTo.current !== place.words) showPlace(place);
    ledTo.current = place.words;
    setShown(place);
  }, [ready, isCurrent, places, showPlace]);
  useEffect(() => {
    if (shown === null) return;
    const handle = setTimeout(() => setShown(null), seenAfter);
    return () => clearTimeout(handle);
  }, [shown]);
  return shown;
}
