import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../../../../../src/main/core/export/document-docx.ts';
import { layOutReport } from '../../../../../src/main/core/export/layout.ts';
import { checkExport } from '../../../../../src/main/core/export/read-back.ts';
import { readiness } from '../../../../../src/main/core/export/readiness.ts';
import { nationalStandardProfile } from '../../../../../src/shared/domain/format-profile.ts';
import { columns, figureBook, figureChapters, lines, table } from './figure-report.ts';
import { trialContent } from './trial-report.ts';

const layout = layOutReport(trialContent(figureChapters()), figureBook(), { mode: 'formal' });
const bytes = await renderDocx(layout, nationalStandardProfile);

describe('reading back', () => {
  const tampered = (path: string, change: (xml: string) => string) => {
    const files = unzipSync(bytes);
    const before = strFromU8(files[path] ?? new Uint8Array());
    const after = change(before);
    expect(after).not.toBe(before);
    return zipSync({ ...files, [path]: strToU8(after) });
  };
  const checked = 34;

  it('finds every number of its own file', () => {
    expect(checkExport(bytes, layout)).toEqual({ checked, unequal: 0, unequalParagraphs: 0 });
  });

  it.each([
    [
      'a cell’s number changed',
      'word/document.xml',
      '>3.50<',
      '>3.60<',
      { unequal: 1, unequalParagraphs: 1 },
    ],
    [
      'a row’s name changed',
      'word/document.xml',
      '>热线办件<',
      '>热线<',
      { unequal: 0, unequalParagraphs: 1 },
    ],
    [
      'a chart’s number changed',
      'word/charts/chart1.xml',
      '<c:v>50<',
      '<c:v>51<',
      { unequal: 1, unequalParagraphs: 0 },
    ],
    [
      'a chart’s number lost',
      'word/charts/chart1.xml',
      '<c:pt idx="2"><c:v>50</c:v></c:pt>',
      '',
      { unequal: 1, unequalParagraphs: 0 },
    ],
    [
      'a chart’s year changed',
      'word/charts/chart1.xml',
      '>2021年<',
      '>2020年<',
      { unequal: 0, unequalParagraphs: 1 },
    ],
    [
      'a series renamed',
      'word/charts/chart2.xml',
      '>化解矛盾纠纷（件）<',
      '>化解<',
      { unequal: 0, unequalParagraphs: 1 },
    ],
    ['a caption changed', 'word/document.xml', '>图2　', '>图3　', { unequal: 0, unequalParagraphs: 1 }],
  ])('tells %s', (_what, path, from, to, expected) => {
    expect(
      checkExport(
        tampered(path, (xml) => xml.replace(from, to)),
        layout,
      ),
    ).toEqual({ checked, ...expected });
  });

  it('tells a chart put in place of another', () => {
    const swapped = tampered('word/document.xml', (xml) => xml.replace('rIdChart1', 'rIdChart2'));
    expect(checkExport(swapped, layout).unequalParagraphs).toBeGreaterThan(0);
  });
});

describe('readiness', () => {
  it('names a figure’s missing and carried numbers with its label and the year, in reading order', () => {
    const book = figureBook({ settled: ['58', '54', '48', null] }, { 'hotline 2023': 'carried' });
    const { unresolved } = readiness(trialContent(figureChapters([columns, lines, table])), book, new Set());
    expect(
      unresolved.map(({ bindingId, indicatorName, state, figure }) => [
        bindingId,
        figure,
        indicatorName,
        state,
      ]),
    ).toEqual([
      ['figure-lines', { label: '图2', year: 2024 }, '化解矛盾纠纷', 'missing'],
      ['figure-table', { label: '表1', year: 2024 }, '化解矛盾纠纷', 'missing'],
      ['figure-table', { label: '表1', year: 2023 }, '热线办件', 'carried'],
    ]);
  });

  it('asks for nothing where every number is confirmed or nobody kept it', () => {
    expect(readiness(trialContent(figureChapters()), figureBook(), new Set()).unresolved).toEqual([]);
  });
});
