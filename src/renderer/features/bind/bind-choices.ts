/** What a person has decided about each number before anything is written. Pure. */
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import type { Indicator } from '../../../shared/domain/model.ts';
import type { AcceptedQuantity } from '../../../shared/domain/proposal.ts';
import { bindablePlace, shownText } from '../../../shared/domain/propose/place.ts';
import { unitLikeness } from '../../../shared/domain/propose/units.ts';
import { type BindItem, type BindView, heldEntry } from './bind-view.ts';

/** The indicator chosen for an item, and whether it is ticked. Absent: as proposed, ticked when it is sure. */
export interface Choice {
  indicatorId: string | null;
  ticked: boolean;
}
export type Choices = ReadonlyMap<string, Choice>;

export function choiceOf(choices: Choices, { key, proposal }: BindItem): Choice {
  return choices.get(key) ?? { indicatorId: proposal.indicatorId, ticked: proposal.safe };
}

/** Another indicator, ticked at once because a person has chosen it; null: no indicator. */
export function withIndicator(choices: Choices, item: BindItem, indicatorId: string | null): Choices {
  return new Map(choices).set(item.key, { indicatorId, ticked: indicatorId !== null });
}

export function withTick(choices: Choices, item: BindItem, ticked: boolean): Choices {
  return new Map(choices).set(item.key, { ...choiceOf(choices, item), ticked });
}

/** The quantity as it would be accepted for the chosen indicator, or null where none is chosen. */
export function acceptedOf(view: BindView, item: BindItem, choice: Choice): AcceptedQuantity | null {
  const { chapterId, paragraph, start, end, text, indicatorId, format } = item.proposal;
  if (choice.indicatorId === null) return null;
  if (choice.indicatorId === indicatorId && format !== null) {
    return { chapterId, paragraph, start, end, text, indicatorId, format };
  }
  const indicator = view.book.indicator(choice.indicatorId);
  if (indicator === undefined) return null;
  const held = heldEntry(view, indicator.id);
  const known = held?.kind === 'number' ? held.value : undefined;
  const place = bindablePlace(item.found, indicator, known);
  return {
    chapterId,
    paragraph,
    start: place.start,
    end: place.end,
    text: place.text,
    indicatorId: indicator.id,
    format: place.format,
  };
}

export type Effect =
  /** Reads on as it is. */
  | { kind: 'same' }
  /** Accepted, it reads differently: «240人次» for «240余人次». */
  | { kind: 'shows'; text: string }
  /** The table holds another number, or 不适用 (null), and keeps it. */
  | { kind: 'held'; value: string | null };

/** What accepting would do to the text. */
export function effectOf(view: BindView, item: BindItem, accepted: AcceptedQuantity): Effect {
  const indicator = view.book.indicator(accepted.indicatorId);
  const { format } = accepted;
  // What follows from other numbers is proposed only where it reads as the text does.
  if (indicator === undefined || indicator.formula !== null) return { kind: 'same' };
  if (format.style === 'growth' || format.style === 'change') return { kind: 'same' };
  const value = bindablePlace(item.found, indicator).value;
  const held = heldEntry(view, indicator.id);
  if (held?.kind === 'notApplicable') return { kind: 'held', value: null };
  if (held?.kind === 'number') {
    const shown = shownText(indicator, held.value, format);
    if (shown === accepted.text) return { kind: 'same' };
    if (held.value !== value) return { kind: 'held', value: heldText(view, indicator) };
  }
  const text = shownText(indicator, value, format);
  return text === accepted.text ? { kind: 'same' } : { kind: 'shows', text };
}

function heldText({ book, year }: BindView, indicator: Indicator): string {
  const format = { style: 'plain', unit: true } as const;
  return renderBinding({ id: 'held', indicatorId: indicator.id, yearOffset: 0, format }, year, book).text;
}

/** Everything ticked that the table does not contradict. */
export function acceptedQuantities(view: BindView, choices: Choices): AcceptedQuantity[] {
  return view.items.flatMap((item) => {
    const choice = choiceOf(choices, item);
    const accepted = choice.ticked ? acceptedOf(view, item, choice) : null;
    return accepted === null || effectOf(view, item, accepted).kind === 'held' ? [] : [accepted];
  });
}

/** The proposed ones of which a person has said that they are none of the indicators. */
export function declinedQuantities(view: BindView, choices: Choices) {
  return view.items
    .filter((item) => item.proposal.indicatorId !== null && choiceOf(choices, item).indicatorId === null)
    .map(({ proposal: { chapterId, paragraph, start, end } }) => ({ chapterId, paragraph, start, end }));
}

/** Whether exactly the sure ones are ticked, as proposed. */
export function onlySafe(view: BindView, choices: Choices): boolean {
  return view.items.every((item) => {
    const { ticked, indicatorId } = choiceOf(choices, item);
    return ticked === item.proposal.safe && (!ticked || indicatorId === item.proposal.indicatorId);
  });
}

/** No item ticked. */
export function noneTicked(view: BindView, choices: Choices): Choices {
  return new Map(view.items.map((item) => [item.key, { ...choiceOf(choices, item), ticked: false }]));
}

/** The indicators a person may choose for a number, those counted in its unit first; a calculated one is never typed. */
export function indicatorOptions(
  view: BindView,
  item: BindItem,
): { sameUnit: Indicator[]; otherUnit: Indicator[] } {
  const typed = view.indicators.filter(
    ({ id, formula }) => formula === null || id === item.proposal.indicatorId,
  );
  const fits = (indicator: Indicator) => unitLikeness(item.found.unit, indicator) > 0;
  return { sameUnit: typed.filter(fits), otherUnit: typed.filter((indicator) => !fits(indicator)) };
}
