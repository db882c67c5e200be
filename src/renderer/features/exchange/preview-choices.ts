/** What a person chooses in the preview of returned sheets. Pure. */
import type { PreviewItem } from '../../../shared/contract.ts';
import { sameEntry } from '../../../shared/domain/exchange/supplied-entry.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';

export type Choice = 'take' | 'keep';
export type Choices = ReadonlyMap<string, Choice>;

export interface PreviewGroups {
  /** Taken unless the person says otherwise. */
  ready: PreviewItem[];
  /** Taken only when the person says so; rivals for one indicator stand together. */
  decide: PreviewItem[];
  /** Cannot be taken. */
  unknown: PreviewItem[];
  /** In the table already. */
  same: PreviewItem[];
}

/** Names an item as long as its file is not read anew. */
export function itemKey({ grant, row }: Pick<PreviewItem, 'grant' | 'row'>): string {
  return `${grant} ${row}`;
}

export function groupItems(items: readonly PreviewItem[]): PreviewGroups {
  const of = (...verdicts: PreviewItem['verdict'][]) =>
    items.filter(({ verdict }) => verdicts.includes(verdict));
  const rivals = Map.groupBy(of('decide'), ({ indicatorId }) => indicatorId);
  return {
    ready: of('new', 'changed'),
    decide: [...rivals.values()].flat(),
    unknown: of('unknown'),
    same: of('same'),
  };
}

/** What holds for an item now; null while it is open. */
export function choiceOf(item: PreviewItem, choices: Choices): Choice | null {
  const chosen = choices.get(itemKey(item));
  if (chosen !== undefined) return chosen;
  return item.verdict === 'new' || item.verdict === 'changed' ? 'take' : null;
}

/** To take one number for an indicator is to leave every other for it. */
export function choose(
  items: readonly PreviewItem[],
  choices: Choices,
  item: PreviewItem,
  choice: Choice,
): Choices {
  const next = new Map(choices).set(itemKey(item), choice);
  if (choice === 'keep') return next;
  for (const rival of rivalsOf(items, item)) next.set(itemKey(rival), 'keep');
  return next;
}

/** One choice for a whole group; to take leaves those open for which there are several numbers. */
export function chooseAll(
  items: readonly PreviewItem[],
  choices: Choices,
  group: readonly PreviewItem[],
  choice: Choice,
): Choices {
  const next = new Map(choices);
  for (const item of group) {
    if (choice === 'keep' || rivalsOf(items, item).length === 0) next.set(itemKey(item), choice);
  }
  return next;
}

/** The items that will be taken in. */
export function takenItems(items: readonly PreviewItem[], choices: Choices): PreviewItem[] {
  return items.filter((item) => canBeTaken(item) && choiceOf(item, choices) === 'take');
}

/** Whether the tables have moved on since the items were laid beside them. */
export function isOutdated(items: readonly PreviewItem[], book: NumberBook, year: number): boolean {
  return items.some(
    ({ indicatorId, current }) =>
      indicatorId !== null && !sameEntry(current, book.cell(indicatorId, year).entry),
  );
}

function canBeTaken({ verdict }: PreviewItem): boolean {
  return verdict === 'new' || verdict === 'changed' || verdict === 'decide';
}

function rivalsOf(items: readonly PreviewItem[], item: PreviewItem): PreviewItem[] {
  return items.filter(
    (other) => other !== item && other.indicatorId === item.indicatorId && canBeTaken(other),
  );
}
