import type { NumberTables } from '../../../shared/contract.ts';
import type { Indicator } from '../../../shared/domain/model.ts';

/** The indicators with a new one at the end of its topic, in the order in which the core would read them. Pure. */
export function withIndicator({ topics, indicators }: NumberTables, created: Indicator): Indicator[] {
  const order = new Map(topics.map(({ id }, position) => [id, position]));
  const placeOf = ({ topicId }: Indicator) => order.get(topicId) ?? topics.length;
  return [...indicators, created].toSorted((a, b) => placeOf(a) - placeOf(b));
}
