/**
 * How names are read aloud, as syllables without tones. The dictionary is a chunk of its own, fetched when somebody first
 * searches; each name is looked up once.
 */

/** The syllables of a name, or null while the dictionary is not there. */
export type ReadName = (name: string) => readonly string[] | null;

let read: ((name: string) => readonly string[]) | null = null;
let loading: Promise<void> | null = null;

async function load(): Promise<void> {
  const { pinyin } = await import('pinyin-pro');
  const known = new Map<string, readonly string[]>();
  read = (name) => {
    const syllables =
      known.get(name) ??
      pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map((syllable) =>
        syllable.toLowerCase(),
      );
    known.set(name, syllables);
    return syllables;
  };
}

/** Resolves when names can be read; without the dictionary names are still found by their characters. */
export function preparePinyin(): Promise<void> {
  loading ??= load().catch(() => {
    loading = null;
  });
  return loading;
}

export const readName: ReadName = (name) => read?.(name) ?? null;
