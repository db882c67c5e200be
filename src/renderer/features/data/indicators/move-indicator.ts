/** Moving an indicator among those of its topic. */
import type { Indicator } from '../../../../shared/domain/model.ts';

/**
 * The place for `indicator.move` that puts an indicator on the other side of its neighbour among those that are shown;
 * null at the end of its topic. `all` are the indicators in the order of the tables, `shown` those that the grid shows.
 */
export function placeBeside(
  all: readonly Indicator[],
  shown: ReadonlySet<string>,
  indicator: Indicator,
  direction: 'up' | 'down',
): number | null {
  const inTopic = all.filter(({ topicId }) => topicId === indicator.topicId);
  const visible = inTopic.filter(({ id }) => shown.has(id));
  const at = visible.findIndex(({ id }) => id === indicator.id);
  const neighbour = at < 0 ? undefined : visible[direction === 'up' ? at - 1 : at + 1];
  if (neighbour === undefined) return null;
  const others = inTopic.filter(({ id }) => id !== indicator.id);
  const place = others.findIndex(({ id }) => id === neighbour.id);
  return direction === 'up' ? place : place + 1;
}
