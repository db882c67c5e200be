import { describe, expect, it } from 'vitest';
import { findIndicators } from '../../../../../src/renderer/features/write/editor/indicator-search.ts';
import {
  preparePinyin,
  readName,
} from '../../../../../src/renderer/features/write/editor/pinyin-readings.ts';
import type { Indicator } from '../../../../../src/shared/domain/model.ts';

const indicators = ['矛盾纠纷化解率', '化解矛盾纠纷', '排查矛盾纠纷', '人民调解员', 'GDP增速'].map(
  (name, index): Indicator => ({
    id: `i${index}`,
    name,
    unit: '件',
    kind: 'count',
    precision: 0,
    topicId: 't',
    officeId: null,
    formula: null,
    retiredAfter: null,
    footing: false,
  }),
);

function found(query: string, limit = 10): string[] {
  return findIndicators(indicators, query, limit).map(({ name }) => name);
}

describe('findIndicators', () => {
  it.each([
    ['化解', ['化解矛盾纠纷', '矛盾纠纷化解率']],
    ['纠纷 排查', ['排查矛盾纠纷']],
    ['ｇｄｐ', ['GDP增速']],
    ['没有的', []],
  ])('%s', (query, names) => {
    expect(found(query)).toEqual(names);
  });

  it.each([
    ['pcmd', ['排查矛盾纠纷']],
    ['paicha', ['排查矛盾纠纷']],
    ['hjmd', ['化解矛盾纠纷']],
    ['maodunjf hj', ['化解矛盾纠纷', '矛盾纠纷化解率']],
    ["tiao'jie", ['人民调解员']],
    ['TJY', ['人民调解员']],
    ['gdpzs', ['GDP增速']],
    ['zengsu', ['GDP增速']],
    ['xyz', []],
  ])('%s, read aloud', async (query, names) => {
    await preparePinyin();
    expect(findIndicators(indicators, query, 10, readName).map(({ name }) => name)).toEqual(names);
  });

  it('offers the first ones without a query, and no more than asked for', () => {
    expect(found('', 2)).toEqual(['矛盾纠纷化解率', '化解矛盾纠纷']);
    expect(found('纠纷', 1)).toHaveLength(1);
  });
});
