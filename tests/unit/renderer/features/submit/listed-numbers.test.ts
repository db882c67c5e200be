import { describe, expect, it } from 'vitest';
import {
  matchingNumbers,
  numbersAsText,
} from '../../../../../src/renderer/features/submit/verify/listed-numbers.ts';

const listed = [
  { heading: '（一）健全调解网络', name: '排查矛盾纠纷', year: 2024, text: '58件' },
  { heading: '（一）健全调解网络', name: '排查矛盾纠纷', year: 2023, text: '49件' },
  { heading: '表1', name: 'A类\t事项', year: 2024, text: '3' },
];

describe('the listed numbers', () => {
  it.each([
    ['', 3],
    ['纠纷 2023', 1],
    ['a类', 1],
    ['58件', 1],
    ['没有的', 0],
  ])('searched for «%s» give %i', (wanted, count) => {
    expect(matchingNumbers(listed, wanted)).toHaveLength(count);
  });

  it('are copied as lines of cells, whatever is in a name', () => {
    expect(numbersAsText(['章节', '名称', '年度', '数字'], listed.slice(1))).toBe(
      '章节\t名称\t年度\t数字\n（一）健全调解网络\t排查矛盾纠纷\t2023\t49件\n表1\tA类 事项\t2024\t3',
    );
  });
});
