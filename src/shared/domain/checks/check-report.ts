/** 校核: all findings of a report, in reading order within each severity. Pure. */
import { type Finding, type FindingDraft, findingRules, severities } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { carriedText } from './rules/carried-text.ts';
import { cells } from './rules/cells.ts';
import { changeWords } from './rules/change-words.ts';
import { doubleNegative } from './rules/double-negative.ts';
import { growth } from './rules/growth.ts';
import { numberStates } from './rules/number-states.ts';
import { openPlaces } from './rules/open-places.ts';
import { parts } from './rules/parts.ts';
import { percentagePoints } from './rules/percentage-points.ts';
import { rates } from './rules/rates.ts';
import { shares } from './rules/shares.ts';
import { statedTwice } from './rules/stated-twice.ts';
import { tableAgainstText } from './rules/table-against-text.ts';
import { unboundNumbers } from './rules/unbound-numbers.ts';
import { type CheckInput, emptyMemory, type ReportView, viewOf } from './view.ts';

export type { CheckInput } from './view.ts';

type Rule = (view: ReportView) => FindingDraft[];

const rules: readonly Rule[] = [
  numberStates,
  openPlaces,
  carriedText,
  changeWords,
  doubleNegative,
  percentagePoints,
  growth,
  rates,
  shares,
  parts,
  tableAgainstText,
  statedTwice,
  cells,
  unboundNumbers,
];

/** Never throws, whatever the text; the same input gives the same findings. Time grows with the text's length. */
export function checkReport(input: CheckInput): Finding[] {
  return createChecker()(input);
}

/** Checks one report again and again; what did not change since the last time is not read anew. */
export function createChecker(): (input: CheckInput) => Finding[] {
  const memory = emptyMemory();
  return (input) => {
    const view = viewOf(input, memory);
    const drafts = rules.flatMap((rule) => rule(view));
    return withIdentity(inOrder(oneForEachPlace(drafts), view));
  };
}

const rank = new Map(findingRules.map((rule, index) => [rule, index]));
const rankOf = ({ rule }: FindingDraft) => rank.get(rule) ?? findingRules.length;

/** Of several findings about the same words the first of `findingRules` is told. States of numbers are told always. */
function oneForEachPlace(drafts: readonly FindingDraft[]): FindingDraft[] {
  const best = new Map<string, FindingDraft>();
  for (const draft of drafts) {
    const key = wordsKey(draft);
    const known = key === null ? undefined : best.get(key);
    if (key !== null && (known === undefined || rankOf(draft) < rankOf(known))) best.set(key, draft);
  }
  return drafts.filter((draft) => {
    const key = wordsKey(draft);
    return key === null || best.get(key) === draft;
  });
}

function wordsKey({ place, severity }: FindingDraft): string | null {
  if (place.kind !== 'text' || severity === 'blocks') return null;
  return `${place.chapterId} ${place.paragraph} ${place.start} ${place.end}`;
}

function inOrder(drafts: readonly FindingDraft[], { chapters }: ReportView): FindingDraft[] {
  const chapterOrder = new Map(chapters.map(({ chapter }, index) => [chapter.id, index]));
  const position = ({ place }: FindingDraft): [number, number, number] => {
    if (place.kind === 'cell') return [chapters.length, 0, 0];
    const chapter = chapterOrder.get(place.chapterId) ?? chapters.length;
    return place.kind === 'text' ? [chapter, place.paragraph, place.start] : [chapter, -1, 0];
  };
  return drafts
    .map((draft) => ({ draft, at: position(draft) }))
    .sort(
      (a, b) =>
        severities.indexOf(a.draft.severity) - severities.indexOf(b.draft.severity) ||
        a.at[0] - b.at[0] ||
        a.at[1] - b.at[1] ||
        a.at[2] - b.at[2] ||
        rankOf(a.draft) - rankOf(b.draft),
    )
    .map(({ draft }) => draft);
}

/** The same words twice are told apart by which of them comes first. */
function withIdentity(drafts: readonly FindingDraft[]): Finding[] {
  const met = new Map<string, number>();
  return drafts.map(({ about, fix, ...finding }) => {
    const base = `${finding.rule}-${fingerprint(about)}`;
    const times = (met.get(base) ?? 0) + 1;
    met.set(base, times);
    return { ...finding, id: times === 1 ? base : `${base}-${times}`, fix: fix ?? null };
  });
}
