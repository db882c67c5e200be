import { expect, it } from 'vitest';
import { withIndicator } from '../../../../../src/renderer/app/session/new-indicator.ts';
import type { Indicator } from '../../../../../src/shared/domain/model.ts';

function made(id: string, topicId: string): Indicator {
  return {
    id,
    name: id,
    unit: '件',
    kind: 'count',
    precision: 0,
    topicId,
    officeId: null,
    formula: null,
    retiredAfter: null,
    footing: false,
  };
}

it('a new indicator stands at the end of its own topic, the others as they were', () => {
  const topics = ['a', 'b'].map((id) => ({ id, name: id }));
  const indicators = [made('1', 'a'), made('2', 'b')];
  const tables = { topics, offices: [], indicators, observations: [] };
  expect(withIndicator(tables, made('3', 'a')).map(({ id }) => id)).toEqual(['1', '3', '2']);
});
