/**
 * How texts are read aloud, as syllables without tones. The dictionary is a chunk of its own, fetched when somebody first
 * searches; each text is looked up once.
 */

export interface PinyinReader {
  /** Resolves when texts can be read, or the dictionary could not be had. */
  prepare(): Promise<void>;
  /** The syllables of a text, or null while the dictionary is not there. */
  read(text: string): readonly string[] | null;
}

/** `apart`: each character that is none of Chinese is an entry of its own; `together`: a row of them is one. */
export function createPinyinReader(others: 'apart' | 'together'): PinyinReader {
  let read: ((text: string) => readonly string[]) | null = null;
  let loading: Promise<void> | null = null;

  const load = async (): Promise<void> => {
    const { pinyin } = await import('pinyin-pro');
    const nonZh = others === 'apart' ? 'spaced' : 'consecutive';
    const known = new Map<string, readonly string[]>();
    read = (text) => {
      const syllables =
        known.get(text) ??
        pinyin(text, { toneType: 'none', type: 'array', nonZh, v: true }).map((syllable) =>
          syllable.toLowerCase(),
        );
      known.set(text, syllables);
      return syllables;
    };
  };

  return {
    prepare() {
      loading ??= load().catch(() => {
        loading = null;
      });
      return loading;
    },
    read: (text) => read?.(text) ?? null,
  };
}
