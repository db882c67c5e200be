/** The numbers of a submission as a table to search and to copy. Pure. */
import type { ManifestNumber } from '../../../../shared/domain/submission/manifest.ts';

export type ListedNumber = Pick<ManifestNumber, 'heading' | 'name' | 'year' | 'text'>;

/** Those whose chapter, name, year or printed words hold every word of `wanted`, whatever the case. */
export function matchingNumbers(numbers: readonly ListedNumber[], wanted: string): ListedNumber[] {
  const words = wanted.toLowerCase().split(/\s+/u).filter(Boolean);
  return numbers.filter(({ heading, name, year, text }) => {
    const told = [heading, name, String(year), text].join('\n').toLowerCase();
    return words.every((word) => told.includes(word));
  });
}

/** Lines of cells as spreadsheets take them from the clipboard; what would break a cell becomes a blank. */
export function numbersAsText(head: readonly string[], numbers: readonly ListedNumber[]): string {
  const cells = numbers.map(({ heading, name, year, text }) => [heading, name, String(year), text]);
  return [head, ...cells]
    .map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/gu, ' ')).join('\t'))
    .join('\n');
}
