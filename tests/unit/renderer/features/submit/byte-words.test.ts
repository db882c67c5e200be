import { expect, it } from 'vitest';
import { byteWords } from '../../../../../src/renderer/features/submit/byte-words.ts';

it.each([
  [0, '0 KB'],
  [1, '1 KB'],
  [42 * 1024, '42 KB'],
  [1024 * 1024, '1 MB'],
  [7_516_192_768, '7 GB'],
  [7_408_818_585, '6.8 GB'],
  [64 * 1024 ** 3 - 1, '63 GB'],
  [3 * 1024 ** 4, '3 TB'],
])('%i bytes are told as «%s»', (bytes, words) => {
  expect(byteWords(bytes)).toBe(words);
});
