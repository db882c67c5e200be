import { describe, expect, test } from 'vitest';
import { intervalOf } from '../../../../../src/shared/domain/checks/interval.ts';
import { findQuantities } from '../../../../../src/shared/domain/text/quantities.ts';

/** Low and high bound of the one number of a text; «…» where there is none. */
function bounds(text: string): string {
  const [found] = findQuantities(text);
  if (found === undefined || typeof found.value !== 'string') throw new Error('no single number');
  const { low, high } = intervalOf(found, found.value);
  return `${low?.toFixed() ?? '…'} ${high?.toFixed() ?? '…'}`;
}

describe('the numbers for which a written one may stand', () => {
  test.each([
    ['353人次', '353 353'],
    ['350余人次', '350 360'],
    ['353余人次', '353 363'],
    ['300多份', '300 400'],
    ['3万余份', '30000 40000'],
    ['近360人次', '350 360'],
    ['约360人次', '350 370'],
    ['3.6万份', '35500 37000'],
    ['3万份', '25000 40000'],
    ['95.3%', '95.25 95.4'],
    ['50%', '49.5 51'],
    ['不到20%', '… 20'],
    ['95%以上', '95 …'],
    ['超过1000件', '1000 …'],
    ['近20%', '18 20'],
    ['2.5个百分点', '2.45 2.6'],
  ])('%s', (text, expected) => {
    expect(bounds(`共${text}。`)).toBe(expected);
  });
});
