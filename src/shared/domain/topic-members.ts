/** Over which indicators `topic(…)` adds up, and which indicators a reporting year asks for. */
import type { Indicator } from './model.ts';

/** Whether a report of `year` still asks for the indicator: a retired one is asked for up to its last year. */
export function isAskedFor(indicator: Pick<Indicator, 'retiredAfter'>, year: number): boolean {
  return indicator.retiredAfter === null || year <= indicator.retiredAfter;
}

/** Those that a report of `year` asks for, in their order. */
export function askedIndicators(indicators: readonly Indicator[], year: number): Indicator[] {
  return indicators.filter((indicator) => isAskedFor(indicator, year));
}

/**
 * The members of a topic for the formula of `owner`, in the order of the tables: the topic's indicators that are
 * - counted or measured and typed by a person: no rate, no date, and no formula, which would count its parts twice;
 * - of the owner's unit, and not the owner itself;
 * - asked for in `year`.
 */
export function topicMembers(
  indicators: Iterable<Indicator>,
  topicId: string,
  owner: Pick<Indicator, 'id' | 'unit'>,
  year: number,
): Indicator[] {
  return [...indicators].filter(
    (indicator) =>
      indicator.topicId === topicId &&
      indicator.id !== owner.id &&
      indicator.formula === null &&
      (indicator.kind === 'count' || indicator.kind === 'amount') &&
      indicator.unit === owner.unit &&
      isAskedFor(indicator, year),
  );
}
