/** Sentences of the warnings, for the command line and the log; windows translate the code. */
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';

/** A list in a message stays short enough to be read. */
const longestList = 600;

function listed(texts: readonly string[]): string {
  const list = texts.map((text) => `«${text}»`).join(' ');
  return list.length > longestList ? `${list.slice(0, longestList)}…` : list;
}

type Warning = ParsedReport['warnings'][number];

export const importWarnings = {
  encodingGuessed: (encoding: string): Warning => ({
    code: 'encodingGuessed',
    message: `The file does not state its encoding; it was read as ${encoding}.`,
  }),
  undecodable: (count: number): Warning => ({
    code: 'undecodable',
    message: `Characters that could not be decoded: ${count}.`,
  }),
  titleMissing: (): Warning => ({ code: 'titleMissing', message: 'No title was found.' }),
  yearMissing: (): Warning => ({ code: 'yearMissing', message: 'No reporting year was found.' }),
  headingsMissing: (): Warning => ({ code: 'headingsMissing', message: 'No headings were found.' }),
  levelSkipped: (heading: string): Warning => ({
    code: 'levelSkipped',
    message: `A heading skips a level: ${heading}`,
  }),
  tableFlattened: (count: number): Warning => ({
    code: 'tableFlattened',
    message: `Tables inside table cells, or around the text, taken as text: ${count}.`,
  }),
  pictureLeftOut: (count: number): Warning => ({
    code: 'pictureLeftOut',
    message: `Pictures left out: ${count}.`,
  }),
  insertionsKept: (texts: readonly string[]): Warning => ({
    code: 'insertionsKept',
    message: `Tracked insertions kept as text (${texts.length}): ${listed(texts)}`,
  }),
  paragraphsRejoined: (count: number): Warning => ({
    code: 'paragraphsRejoined',
    message: `Places where pieces of a paragraph were joined again: ${count}.`,
  }),
};
