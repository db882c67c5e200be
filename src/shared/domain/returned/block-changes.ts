/** What a match of paragraphs means: changes to be decided, or none. Pure. */
import { plainBlanks, tableText, withoutBlanks } from './block-key.ts';
import {
  addParagraph,
  changeBody,
  changeParagraph,
  type Gap,
  moveParagraph,
  type Planned,
  removeParagraph,
  told,
} from './change-acts.ts';
import type { ComparisonView } from './comparison-view.ts';
import type { BlockMatch } from './match-blocks.ts';
import { type PrintedBlock, type PrintedParagraph, printedText } from './printed-block.ts';
import type { ChangeKind, PlannedChange } from './returned-change.ts';
import { type ReturnedBlock, type ReturnedParagraph, runsText } from './returned-document.ts';
import { sameText, sameWords } from './same-text.ts';

/** What stands at a match. */
export interface MatchedBlocks {
  kind: BlockMatch['kind'];
  /** As they were exported, and what stands in their place now. */
  printed: { was: PrintedBlock; now: PrintedBlock | null }[];
  files: ReturnedBlock[];
  gap: Gap | null;
}

export interface ChangeDraft {
  change: Omit<PlannedChange, 'key' | 'paragraph'>;
  files: ReturnedBlock[];
}

export function returnedText(block: ReturnedBlock): string {
  return block.kind === 'table' ? tableText(block) : runsText(block.runs);
}

/** Not for two tables that answer each other: see compareTables. */
export function changesOfMatch(view: ComparisonView, matched: MatchedBlocks): ChangeDraft[] {
  const { kind, printed, files, gap } = matched;
  const [one] = printed;
  const [file] = files;
  switch (kind) {
    case 'added':
      return file === undefined ? [] : [addition(view, file, gap)];
    case 'removed':
      return one === undefined ? [] : removal(view, one);
    case 'moved':
      if (one === undefined || file === undefined) return [];
      return [
        drafted(
          view,
          'moved',
          one,
          files,
          one.now === null ? told('gone') : moveParagraph(view, one.now, gap),
        ),
      ];
    case 'split':
      return one === undefined ? [] : splitting(view, one, files);
    case 'joined':
      return one !== undefined && file?.kind === 'paragraph' ? [joining(view, one, printed, file)] : [];
    case 'pair':
      if (one === undefined || file === undefined) return [];
      if (one.was.kind === 'paragraph' && file.kind === 'paragraph') {
        return changing(view, { was: one.was, now: one.now }, file);
      }
      return [...removal(view, one), addition(view, file, gap)];
  }
}

interface Standing<T extends PrintedBlock = PrintedBlock> {
  was: T;
  now: PrintedBlock | null;
}

/** The change as it is told; its place is that of the first printed block. */
export function drafted(
  view: ComparisonView,
  kind: ChangeKind,
  { was, now }: Standing,
  files: ReturnedBlock[],
  { act, lost, refusal }: Planned,
): ChangeDraft {
  const before = printedText(was);
  const printedNow = now === null ? null : printedText(now);
  return {
    files,
    change: {
      kind,
      role: was.kind === 'table' ? 'table' : was.role,
      chapter: view.chapterTitle(was.chapterId),
      chapterId: was.chapterId,
      before,
      after: files.length === 0 ? null : files.map(returnedText).join('\n'),
      now: printedNow === before ? null : printedNow,
      words: true,
      refusal,
      lost,
      authors: authorsOf(files),
      act,
    },
  };
}

function authorsOf(files: readonly ReturnedBlock[]): string[] {
  const texts = files.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [block]));
  const authors = texts.flatMap(({ revisions }) => revisions.map(({ author }) => author));
  return [...new Set(authors.filter((author) => author !== ''))];
}

function addition(view: ComparisonView, file: ReturnedBlock, gap: Gap | null): ChangeDraft {
  const planned = plannedAddition(view, file, gap);
  return {
    files: [file],
    change: {
      kind: 'added',
      role: file.kind === 'table' ? 'table' : 'body',
      chapter: view.chapterTitle(gap?.chapterId ?? null),
      chapterId: gap?.chapterId ?? null,
      before: null,
      after: returnedText(file),
      now: null,
      words: true,
      refusal: planned.refusal,
      lost: planned.lost,
      authors: authorsOf([file]),
      act: planned.act,
    },
  };
}

function plannedAddition(view: ComparisonView, file: ReturnedBlock, gap: Gap | null): Planned {
  if (file.kind === 'table') return told('figure');
  if (file.heading) return told('heading');
  return addParagraph(view, gap, view.controls.settle(file.runs));
}

/** Nothing where the report has it no more either. */
function removal(view: ComparisonView, one: Standing): ChangeDraft[] {
  return one.now === null ? [] : [drafted(view, 'removed', one, [], removeParagraph(view, one.now))];
}

function changing(
  view: ComparisonView,
  one: Standing<PrintedParagraph>,
  file: ReturnedParagraph,
): ChangeDraft[] {
  const text = runsText(file.runs);
  if (sameText(one.was, text)) return [];
  if (one.now?.kind === 'paragraph' && sameText(one.now, text)) return [];
  const runs = view.controls.settle(file.runs);
  const planned = one.now?.kind === 'paragraph' ? changeParagraph(view, one.now, [runs]) : told('gone');
  const draft = drafted(view, 'changed', one, [file], planned);
  if (!sameWords(one.was, runs)) return [draft];
  // Numbers are decided one by one; there is nothing else to take.
  return [{ ...draft, change: { ...draft.change, words: false, refusal: null, lost: [], act: null } }];
}

/** Lines set by their width are broken into paragraphs by some programs: no change. */
function splitting(view: ComparisonView, one: Standing, files: ReturnedBlock[]): ChangeDraft[] {
  const { was, now } = one;
  if (was.kind === 'paragraph' && was.role !== 'body') {
    const same = withoutBlanks(printedText(was)) === withoutBlanks(files.map(returnedText).join(''));
    if (same) return [];
  }
  if (now === null) return [drafted(view, 'split', one, files, told('gone'))];
  if (now.kind === 'table') return [drafted(view, 'split', one, files, told('figure'))];
  const parts = files.map((file) => (file.kind === 'table' ? [] : view.controls.settle(file.runs)));
  return [drafted(view, 'split', one, files, changeParagraph(view, now, parts))];
}

function joining(
  view: ComparisonView,
  first: Standing,
  printed: readonly Standing[],
  file: ReturnedParagraph,
): ChangeDraft {
  const bodies = printed.flatMap(({ now }) =>
    now?.kind === 'paragraph' && now.role === 'body' ? [now] : [],
  );
  const planned =
    bodies.length < printed.length || bodies.slice(1).some(({ heading }) => heading !== '')
      ? told(printed.some(({ now }) => now === null) ? 'gone' : 'heading')
      : changeBody(view, bodies, [view.controls.settle(file.runs)]);
  const draft = drafted(view, 'joined', first, [file], planned);
  const texts = (of: (one: Standing) => string | null) => printed.flatMap((one) => of(one) ?? []).join('\n');
  const before = texts(({ was }) => printedText(was));
  const now = texts((one) => (one.now === null ? null : printedText(one.now)));
  return {
    ...draft,
    change: { ...draft.change, before, now: plainBlanks(now) === plainBlanks(before) ? null : now },
  };
}
