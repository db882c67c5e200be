/** Forms of a block under which a printed one and one of the returned file are the same. Pure. */
import { wordsOf } from '../roll/normal-form.ts';
import { findHeadingMarker } from '../text/markers.ts';
import { readControlTag } from './control-tag.ts';
import type { BlockKey } from './match-blocks.ts';
import { type PrintedBlock, printedText } from './printed-block.ts';
import { type ReturnedBlock, type ReturnedRun, type ReturnedTable, runsText } from './returned-document.ts';

/** Begins the keys of tables, which no paragraph's text begins with. */
const tableMark = '\u0001';

/** What programs change on their own when they write a text: kinds of blanks, and blanks at its ends. */
export function plainBlanks(text: string): string {
  return text.replace(/[\u00A0\u2002\u2003\u202F]/gu, ' ').trim();
}

/** For what is broken into lines by its width, or set apart by tabs: without any blank. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Without the marker of a heading: markers are computed, so that another one is no change. */
export function withoutMarker(text: string): string {
  return findHeadingMarker(text)?.rest ?? text;
}

export function tableText({ rows }: ReturnedTable): string {
  return rows.map((row) => row.map(({ runs }) => runsText(runs).trim()).join('\t')).join('\n');
}

/** The table or chart whose numbers most of the tagged cells hold, or null where none is tagged. */
export function figureOf({ rows }: ReturnedTable): string | null {
  for (const { tag } of rows.flat().flatMap(({ runs }) => runs)) {
    const read = tag === null ? null : readControlTag(tag);
    if (read?.kind === 'cell') return read.figureId;
  }
  return null;
}

export function printedKey(block: PrintedBlock): BlockKey {
  return block.kind === 'table'
    ? tableKey(block.figureId, printedText(block))
    : paragraphKey(
        printedText(block),
        block.role === 'heading',
        block.runs.flatMap(({ bindingId }) => bindingId ?? []),
      );
}

export function returnedKey(block: ReturnedBlock): BlockKey {
  return block.kind === 'table'
    ? tableKey(figureOf(block), tableText(block))
    : paragraphKey(runsText(block.runs), block.heading, block.runs.flatMap(placeOf));
}

function tableKey(figureId: string | null, text: string): BlockKey {
  return {
    form: 'table',
    key: tableMark + (figureId ?? withoutBlanks(text)),
    words: tableMark + wordsOf(text, { units: false }),
    places: '',
  };
}

/** The place whose number a run shows; none where the program that wrote the file has dropped its tag. */
function placeOf({ tag }: ReturnedRun): string[] {
  const read = tag === null ? null : readControlTag(tag);
  return read?.kind === 'number' ? [read.bindingId] : [];
}

function paragraphKey(text: string, isHeading: boolean, places: readonly string[]): BlockKey {
  const key = withoutBlanks(withoutMarker(plainBlanks(text)));
  // A number may stand in several runs.
  const once = [...new Set(places)].join(' ');
  return { form: isHeading ? 'heading' : 'text', key, words: wordsOf(key, { units: false }), places: once };
}
