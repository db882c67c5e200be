import { describe, expect, it } from 'vitest';
import {
  completed,
  completionsOf,
  wordBefore,
} from '../../../../../src/renderer/features/data/indicators/formula-completion.ts';
import { formulaNames } from '../../../../../src/shared/domain/formula-names.ts';
import { indicator } from '../tables.ts';

const tables = {
  topics: [{ id: 'disputes', name: '矛盾化解' }],
  indicators: [
    indicator('screened', { name: '排查纠纷' }),
    indicator('found', { name: '排查（隐患）', unit: '处' }),
    indicator('day', { name: '排查日', kind: 'date' }),
  ],
};
const names = formulaNames(tables);
const offered = (word: string) => completionsOf(word, tables, names).map(({ label }) => label);

describe('completing a name', () => {
  it('finds the word that ends at the caret', () => {
    expect(wordBefore('占比（排查', 5)).toEqual({ text: '排查', start: 3 });
    expect(wordBefore('甲 + 「110-1', 10)).toEqual({ text: '110-1', start: 4 });
    expect(wordBefore('甲 + ', 4)).toEqual({ text: '', start: 4 });
    expect(wordBefore('「甲」+乙', 5)).toEqual({ text: '乙', start: 4 });
  });

  it('offers functions, indicators and sums over topics, but no dates', () => {
    expect(offered('排查')).toEqual(['排查纠纷', '排查（隐患）']);
    expect(offered('增')).toEqual(['增减（）', '增长率（）']);
    expect(offered('矛盾')).toEqual(['专题合计（矛盾化解）']);
    expect(offered('计生')).toEqual([]);
  });

  it('puts what was chosen in place of the word, in quotes where it needs them', () => {
    const [name, quoted] = completionsOf('排查', tables, names);
    if (name === undefined || quoted === undefined) throw new Error('two were offered');
    expect(completed('1 + 排查 + 2', 6, name)).toEqual({ text: '1 + 排查纠纷 + 2', caret: 8 });
    expect(completed('排查', 2, quoted)).toEqual({ text: '「排查（隐患）」', caret: 8 });
    const [call] = completionsOf('占', tables, names);
    if (call === undefined) throw new Error('a function was offered');
    expect(completed('占', 1, call)).toEqual({ text: '占比（）', caret: 3 });
  });
});
