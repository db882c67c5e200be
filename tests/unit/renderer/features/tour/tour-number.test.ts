import { describe, expect, it } from 'vitest';
import { tourNumber, tourSentence } from '../../../../../src/renderer/features/tour/tour-number.ts';
import { createNumberBook } from '../../../../../src/shared/domain/number-book.ts';
import { openTestApp } from '../../../../support/workspace.ts';

async function sample() {
  const { call } = await openTestApp();
  const { reportId } = await call('sample.open', {});
  const { report, chapters } = await call('report.read', { id: reportId });
  return { report, chapters, tables: await call('numbers.read', {}) };
}

describe('the number of the tour', () => {
  it('is one that a person types, in a sentence that tells what has become of it', async () => {
    const { report, chapters, tables } = await sample();
    const number = tourNumber(chapters, tables.indicators);
    if (number === null) throw new Error('the sample has no such number');
    expect(number.indicator.formula).toBeNull();
    expect(number.paragraph.attrs.carriedFrom).toBeNull();
    const sentence = () => tourSentence(number, report.year, createNumberBook(tables));
    expect(sentence()).toBe('领导干部集体学法8次，较上年增加1次；');
    for (const cell of tables.observations) {
      if (cell.indicatorId === number.indicator.id && cell.year === report.year) {
        cell.entry = { kind: 'number', value: '6' };
      }
    }
    expect(sentence()).toBe('领导干部集体学法6次，较上年减少1次；');
  });

  it('is any typed number where none tells of a change, and none where there is none', async () => {
    const { chapters, tables } = await sample();
    const own = chapters.filter(({ heading }) => heading === '严格资格管理');
    expect(tourNumber(own, tables.indicators)?.chapterId).toBe(own[0]?.id);
    expect(tourNumber([], tables.indicators)).toBeNull();
    expect(tourNumber(chapters, [])).toBeNull();
  });
});
