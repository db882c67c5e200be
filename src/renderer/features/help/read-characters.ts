/** How texts of the help are read aloud, character by character. Without it the help is still searched by its words. */
import { createPinyinReader } from '../../app/pinyin.ts';
import type { ReadCharacters } from './search-help.ts';

const reader = createPinyinReader('apart');

export const prepareReading = reader.prepare;
export const readCharacters: ReadCharacters = reader.read;
