import { useEffect, useState } from 'react';
import { arrival } from './arrival.ts';
import { placeOfText } from './text-anchor.ts';
import type { Desk } from './use-desk.ts';

/** A block by the indices of its page and its own among those of the page. */
export interface ShownBlock {
  page: number;
  block: number;
}

/** How long it is marked, in milliseconds; the same as in the text. */
const seenAfter = 4000;

/** Opens the pages where somebody last wrote, once there are pages; the answer is the block to mark. */
export function useArrival({ layout, places, showPlace }: Desk): ShownBlock | null {
  const [shown, setShown] = useState<ShownBlock | null>(null);
  const ready = layout.pages.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the pages are there
  useEffect(() => {
    const { place: wanted } = arrival.getState();
    if (!ready || wanted === null) return;
    arrival.setState({ place: null });
    const place = placeOfText(places, wanted);
    if (place === undefined) return;
    showPlace(place);
    setShown({ page: place.page, block: place.block });
    const handle = setTimeout(() => setShown(null), seenAfter);
    return () => clearTimeout(handle);
  }, [ready]);
  return shown;
}
