/** How texts of the help are read aloud, character by character. The dictionary is fetched with the first search. */
import type { ReadCharacters } from './search-help.ts';

let read: ((text: string) => readonly string[]) | null = null;
let loading: Promise<void> | null = null;

async function load(): Promise<void> {
  const { pinyin } = await import('pinyin-pro');
  const known = new Map<string, readonly string[]>();
  read = (text) => {
    const syllables =
      known.get(text) ??
      pinyin(text, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true }).map((syllable) =>
        syllable.toLowerCase(),
      );
    known.set(text, syllables);
    return syllables;
  };
}

/** Without the dictionary the help is still searched by its words. */
export function prepareReading(): Promise<void> {
  loading ??= load().catch(() => {
    loading = null;
  });
  return loading;
}

export const readCharacters: ReadCharacters = (text) => read?.(text) ?? null;
