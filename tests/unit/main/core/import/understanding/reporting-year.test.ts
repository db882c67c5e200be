import { describe, expect, it } from 'vitest';
import { reportingYear } from '../../../../../../src/main/core/import/understanding/reporting-year.ts';

const nothing = { title: null, documentNumber: null, issuedOn: null, texts: [] };

describe('reportingYear', () => {
  it.each([
    ['the title', { title: '2020年法治政府建设工作报告', issuedOn: '2021-03-02' }, 2020],
    ['a title in Chinese numerals', { title: '二〇二二年度工作报告' }, 2022],
    ['the earlier of two years', { title: '2024年工作总结和2025年工作计划' }, 2024],
    [
      'a title that names the year of issue',
      { title: '2024年法治建设报告', issuedOn: '2024-02-01', texts: ['2023年，2023年度，2023年末，2024年'] },
      2023,
    ],
    ['the text', { texts: ['2022年开展活动，2022年以来', '2023年将继续'] }, 2022],
    [
      'the text, but no year after the issue',
      { issuedOn: '2023-01-10', texts: ['2022年', '2024年，2024年'] },
      2022,
    ],
    ['the year before the issue', { issuedOn: '2023-01-10' }, 2022],
    ['the year before the document number', { documentNumber: '柳政〔2024〕3号' }, 2023],
    ['nothing', {}, null],
  ])('from %s', (_, evidence, expected) => {
    expect(reportingYear({ ...nothing, ...evidence })).toBe(expected);
  });
});
