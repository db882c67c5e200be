/** What the steps of a comparison ask of the report, looked up once. Pure. */
import { tableText } from '../binding-text.ts';
import { conditionHolds } from '../condition-holds.ts';
import { type BindingAttributes, bindingsOf, type ParagraphNode } from '../document.ts';
import type { Numbering } from '../format-profile-schema.ts';
import type { Chapter, Report } from '../model.ts';
import type { NumberBook } from '../number-book.ts';
import { numberChapters } from '../outline.ts';
import { printedKey } from './block-key.ts';
import { matchBlocks } from './match-blocks.ts';
import type { PrintedBlock } from './printed-block.ts';
import type { ReturnedDocument } from './returned-document.ts';
import type { RewriteSurroundings } from './rewrite-paragraphs.ts';
import { type SettledControls, settleControls } from './settle-controls.ts';

export interface ComparisonInput {
  /** The report as the file was written from it, and as it prints now. */
  exported: readonly PrintedBlock[];
  current: readonly PrintedBlock[];
  file: ReturnedDocument;
  report: Report;
  chapters: readonly Chapter[];
  book: NumberBook;
  /** Of the report's format; the national standard's where it is left out. */
  numbering?: Numbering;
}

export interface ComparisonView extends ComparisonInput {
  /** What stands now where a block of the export stood, or null where it is gone. */
  now(exported: number): PrintedBlock | null;
  controls: SettledControls;
  rewrite: RewriteSurroundings;
  /** What was printed at a place when the file was written, or is now where it was not there yet. */
  printed(bindingId: string): string | null;
  printedNow(bindingId: string): string | null;
  /** What the tables say at a place now. */
  table(binding: BindingAttributes): string;
  place(bindingId: string): BindingAttributes | null;
  paragraphs(chapterId: string): readonly ParagraphNode[];
  /** «（一）矛盾纠纷化解»; '' for what stands in no chapter. */
  chapterTitle(chapterId: string | null): string;
  indicatorName(indicatorId: string): string;
}

export function comparisonView(input: ComparisonInput): ComparisonView {
  const { exported, current, report, chapters, book } = input;
  const nowOf = blocksNow(exported, current);
  const printedThen = printedNumbers(exported);
  const printedNow = printedNumbers(current);
  const places = new Map(
    chapters.flatMap(({ body }) => bindingsOf(body).map((binding) => [binding.id, binding])),
  );
  const titles = new Map(
    numberChapters(chapters, input.numbering).map(({ chapter, marker }) => [
      chapter.id,
      marker + chapter.heading,
    ]),
  );
  const bodies = new Map(chapters.map(({ id, body }) => [id, body.content]));
  // A place that the report has no more is plain text in the file.
  const printedPlaces = new Map(
    [...places.keys()].flatMap((id): [string, string][] => {
      const text = printedThen.get(id) ?? printedNow.get(id);
      return text === undefined ? [] : [[id, text]];
    }),
  );
  const printed = (id: string) => printedPlaces.get(id) ?? null;
  return {
    ...input,
    now: (index) => nowOf.get(index) ?? null,
    controls: settleControls(input.file, printedPlaces),
    rewrite: {
      printed: ({ id }) => printed(id) ?? '',
      isPrinted: (condition) => conditionHolds(condition, report.year, book) === 'shown',
      place: (id) => places.get(id) ?? null,
    },
    printed,
    printedNow: (id) => printedNow.get(id) ?? null,
    table: (binding) => tableText(binding, report.year, book).text,
    place: (id) => places.get(id) ?? null,
    paragraphs: (id) => bodies.get(id) ?? [],
    chapterTitle: (id) => (id === null ? '' : (titles.get(id) ?? '')),
    indicatorName: (id) => book.indicator(id)?.name ?? id,
  };
}

function blocksNow(
  exported: readonly PrintedBlock[],
  current: readonly PrintedBlock[],
): ReadonlyMap<number, PrintedBlock> {
  const found = new Map<number, PrintedBlock>();
  for (const match of matchBlocks(exported.map(printedKey), current.map(printedKey))) {
    if (match.kind !== 'pair' && match.kind !== 'moved') continue;
    const then = exported[match.left];
    const now = current[match.right];
    if (then !== undefined && now !== undefined && roleOf(then) === roleOf(now)) found.set(match.left, now);
  }
  return found;
}

function roleOf(block: PrintedBlock): string {
  return block.kind === 'table' ? 'table' : block.role;
}

function printedNumbers(blocks: readonly PrintedBlock[]): ReadonlyMap<string, string> {
  return new Map(
    blocks.flatMap((block) =>
      block.kind === 'table'
        ? []
        : block.runs.flatMap(({ bindingId, text }): [string, string][] =>
            bindingId === null ? [] : [[bindingId, text]],
          ),
    ),
  );
}
