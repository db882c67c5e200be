/** Whether the parts of a total can be made to add up, among all indicators there are. */
import { createDefinitions } from './book-definitions.ts';
import { type FootingProblem, footingProblem } from './footing.ts';
import type { Indicator } from './model.ts';
import { topicMembers } from './topic-members.ts';

/** `indicators` may hold the total as it was; `year` is the one by which a topic's members are judged. */
export function footingProblemOf(
  total: Indicator,
  indicators: readonly Indicator[],
  year: number,
): FootingProblem | null {
  const others = indicators.filter(({ id }) => id !== total.id);
  const byId = new Map(others.map((indicator) => [indicator.id, indicator]));
  const { footing } = createDefinitions(others);
  return footingProblem(
    total,
    (id) => byId.get(id),
    (topicId) => topicMembers(others, topicId, total, year).map(({ id }) => id),
    others.flatMap(({ id }) => footing(id, year) ?? []),
  );
}
