/** The report as it was exported against the file that came back: what is to be decided. Pure. */
import {
  type ChangeDraft,
  changesOfMatch,
  drafted,
  type MatchedBlocks,
  returnedText,
} from './block-changes.ts';
import { plainBlanks, printedKey, returnedKey } from './block-key.ts';
import { told } from './change-acts.ts';
import { compareTables } from './compare-tables.ts';
import { type ComparisonInput, type ComparisonView, comparisonView } from './comparison-view.ts';
import { type BlockMatch, matchBlocks } from './match-blocks.ts';
import { numbersOfParagraph } from './paragraph-numbers.ts';
import { printedText } from './printed-block.ts';
import type { PlacedComment, PlannedChange, ReturnedComparison, ReturnedNumber } from './returned-change.ts';
import type { ReturnedBlock, ReturnedDocument } from './returned-document.ts';
import { gapsBefore } from './text-gaps.ts';

type FoundNumber = Omit<ReturnedNumber, 'key' | 'changeKey'>;

/** Where a block of the file stands. */
interface Standing {
  changeKey: string | null;
  chapterId: string | null;
}

/** Everything that differs, in the order of the file. Two texts of 5,000 paragraphs take seconds at the most. */
export function compareReturned(input: ComparisonInput): ReturnedComparison {
  const returned = input.file.blocks.filter((block) => plainBlanks(returnedText(block)) !== '');
  const exported = input.exported.filter((block) => plainBlanks(printedText(block)) !== '');
  const view = comparisonView({ ...input, exported });
  const changes: PlannedChange[] = [];
  const numbers: ReturnedNumber[] = [];
  const standings = new Map<ReturnedBlock, Standing>();

  const addNumbers = (found: readonly FoundNumber[], changeKey: string | null) => {
    for (const number of found) numbers.push({ ...number, key: `n${numbers.length}`, changeKey });
  };
  const add = ({ change, files }: ChangeDraft, paragraph: number) => {
    const key = `c${changes.length}`;
    changes.push({ ...change, key, paragraph });
    for (const file of files) {
      standings.set(file, { changeKey: key, chapterId: change.chapterId });
      if (file.kind === 'paragraph') addNumbers(numbersOfParagraph(view, file), key);
    }
  };

  const matches = matchBlocks(exported.map(printedKey), returned.map(returnedKey));
  const gaps = gapsBefore(view, matches);
  matches.forEach((match, index) => {
    const matched = blocksOf(match, view, returned, gaps[index] ?? null);
    const chapterId = matched.printed[0]?.was.chapterId ?? null;
    for (const file of matched.files) standings.set(file, { changeKey: null, chapterId });
    const { numbers: found, drafts } = differencesOf(view, matched);
    addNumbers(found, null);
    for (const draft of drafts) add(draft, placeOf(match) + 1);
  });
  return {
    changes,
    numbers,
    comments: placedComments(view, input.file, returned, standings),
    asides: input.file.asides,
    known: {
      related: matches.filter(({ kind }) => kind !== 'added' && kind !== 'removed').length,
      printed: exported.length,
      returned: returned.length,
    },
  };
}

/** Index in the file; in the report of what is not in the file. */
function placeOf(match: BlockMatch): number {
  const [place = 0] = match.kind === 'removed' ? [match.left] : [match.right].flat();
  return place;
}

function blocksOf(
  match: BlockMatch,
  view: ComparisonView,
  returned: readonly ReturnedBlock[],
  gap: MatchedBlocks['gap'],
): MatchedBlocks {
  const lefts = match.kind === 'added' ? [] : [match.left].flat();
  const rights = match.kind === 'removed' ? [] : [match.right].flat();
  return {
    kind: match.kind,
    printed: lefts.flatMap((left) => {
      const was = view.exported[left];
      return was === undefined ? [] : [{ was, now: view.now(left) }];
    }),
    files: rights.flatMap((right) => returned[right] ?? []),
    gap,
  };
}

function differencesOf(
  view: ComparisonView,
  matched: MatchedBlocks,
): { numbers: FoundNumber[]; drafts: ChangeDraft[] } {
  const [one] = matched.printed;
  const [file] = matched.files;
  if (matched.kind !== 'pair' || one?.was.kind !== 'table' || file?.kind !== 'table') {
    return { numbers: [], drafts: changesOfMatch(view, matched) };
  }
  const now = one.now?.kind === 'table' ? one.now : null;
  const { numbers, words } = compareTables(view, one.was, now, file);
  const refusal = told(one.was.figureId === null ? 'frame' : 'figure');
  const drafts = words.map(({ before, after }) => {
    const draft = drafted(view, 'changed', one, [file], refusal);
    return { ...draft, change: { ...draft.change, before, after, now: null } };
  });
  return { numbers, drafts };
}

/** Each comment of the file once, also one that hangs on nothing that is left. */
function placedComments(
  view: ComparisonView,
  { comments }: ReturnedDocument,
  returned: readonly ReturnedBlock[],
  standings: ReadonlyMap<ReturnedBlock, Standing>,
): PlacedComment[] {
  const blockOf = new Map(
    returned.flatMap((block) => {
      const texts = block.kind === 'table' ? block.rows.flat() : [block];
      return texts.flatMap((text) => text.comments.map((id): [string, ReturnedBlock] => [id, block]));
    }),
  );
  return comments.map((comment) => {
    const block = blockOf.get(comment.id);
    const standing = block === undefined ? undefined : standings.get(block);
    return {
      ...comment,
      changeKey: standing?.changeKey ?? null,
      chapterId: standing?.chapterId ?? null,
      chapter: view.chapterTitle(standing?.chapterId ?? null),
      paragraph: block === undefined ? '' : returnedText(block).trim(),
    };
  });
}
