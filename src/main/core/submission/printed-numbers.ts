/** The numbers that a .docx from anywhere prints, against those that a manifest lists. */
import { strFromU8 } from 'fflate';
import type { VerifiedSubmission } from '../../../shared/contract.ts';
import type { ManifestNumber } from '../../../shared/domain/submission/manifest.ts';
import { readStoredParts, type StoredBlock } from '../export/stored-document.ts';
import { openArchive } from '../import/archive/archive.ts';

/** Unequal places that are told one by one. */
const mostPlaces = 200;

/**
 * The texts of the document's bound numbers in reading order, as `boundNumbers` lists them; null where it cannot be read.
 * What is unpacked is bounded, all parts and repeated readings together.
 */
export function readPrintedNumbers(bytes: Uint8Array): string[] | null {
  try {
    const archive = openArchive(bytes);
    return readStoredParts((path) => {
      const part = archive.read(path);
      if (part === null) throw new Error(`${path} is missing`);
      return strFromU8(part);
    }).flatMap(numbersOf);
  } catch {
    // Whatever the parser stumbles over in a foreign file: it is no document of ours.
    return null;
  }
}

function numbersOf(block: StoredBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
      return block.numbers.map(({ text }) => text);
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(({ numbers }) => numbers.map(({ text }) => text)));
    case 'chart':
      return block.series.flatMap(({ values }) =>
        [...values].toSorted(([first], [second]) => first - second).map(([, text]) => text),
      );
  }
}

/** Place by place; numbers that the document has too many are unequal too. */
export function comparePrinted(
  listed: readonly ManifestNumber[],
  printed: readonly string[],
): NonNullable<VerifiedSubmission['numbers']> {
  const places = listed.flatMap(({ heading, name, year, text }, index) => {
    const found = printed[index] ?? null;
    return found === text ? [] : [{ heading, name, year, text, printed: found }];
  });
  const tooMany = Math.max(0, printed.length - listed.length);
  return {
    checked: listed.length,
    unequal: places.length + tooMany,
    places: places.slice(0, mostPlaces),
  };
}
