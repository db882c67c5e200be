/** How names are read aloud, as syllables. Without the dictionary names are still found by their characters. */
import { createPinyinReader } from '../../../app/pinyin.ts';

/** The syllables of a name, or null while the dictionary is not there. */
export type ReadName = (name: string) => readonly string[] | null;

const reader = createPinyinReader('together');

export const preparePinyin = reader.prepare;
export const readName: ReadName = reader.read;
