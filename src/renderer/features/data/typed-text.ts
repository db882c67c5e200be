/** The text that stands in the cell field at this moment; apart from the grid, which is not drawn anew for each key. */
import { createStore } from 'zustand/vanilla';

/** Null while nothing is typed, and while an input method composes: its letters are no text yet. */
export const typedText = createStore<{ text: string | null }>()(() => ({ text: null }));
