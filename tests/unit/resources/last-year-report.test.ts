import { expect, it } from 'vitest';
import { createNumberBook } from '../../../src/shared/domain/number-book.ts';
import { sampleObservations } from '../../../src/shared/domain/sample.ts';
import { printedParagraphs } from './sample-report.ts';
import { indicatorsOf, resourceText, shippedSample, shippedTemplate } from './shipped-files.ts';

const sample = shippedSample();
const book = createNumberBook({
  indicators: indicatorsOf(shippedTemplate()),
  observations: sampleObservations(sample),
});

/** 成文日期 as printed: Arabic digits without leading zeros (GB/T 9704-2012, 7.3.5.4). */
function printedDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

it('the text file to try the import with is the sample report of 2023, numbers written out', () => {
  const report = sample.reports.find((candidate) => candidate.year === 2023);
  if (report === undefined || report.issuedOn === null) throw new Error('no issued report of 2023');
  const lines = resourceText('sample/last-year-report.txt')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  expect(lines).toEqual([
    report.title,
    report.documentNumber,
    `${sample.organization.addressee}：`,
    ...printedParagraphs(report.chapters, 2023, book),
    sample.organization.name,
    printedDate(report.issuedOn),
  ]);
});
