/** 校核 of a long report: the sample's sentences over and over, about fifty pages with their numbers as text. */
import { readFileSync } from 'node:fs';
import { createChecker } from '../../src/shared/domain/checks/check-report.ts';
import { documentFromTexts } from '../../src/shared/domain/document.ts';
import type { Chapter } from '../../src/shared/domain/model.ts';
import { createNumberBook } from '../../src/shared/domain/number-book.ts';
import { numberChapters } from '../../src/shared/domain/outline.ts';
import { findQuantities } from '../../src/shared/domain/text/quantities.ts';
import { measure, type Timing } from './measure.ts';
import { freshFolder, openBenchApp } from './workspaces.ts';

const characters = 31_000;
const reportYear = 2023;

function longReport(): Chapter[] {
  const sample = new URL('../../resources/sample/last-year-report.txt', import.meta.url);
  const sentences = readFileSync(sample, 'utf8').split('\n').filter(Boolean);
  const texts: string[] = [];
  for (let length = 0, at = 0; length < characters; at += 1) {
    const sentence = sentences[at % sentences.length] ?? '';
    texts.push(sentence);
    length += sentence.length;
  }
  const perChapter = 10;
  return Array.from({ length: Math.ceil(texts.length / perChapter) }, (_, position) => ({
    id: `chapter-${position}`,
    parentId: null,
    position,
    kind: 'section',
    heading: `第${position + 1}项工作`,
    runIn: false,
    templateChapterKey: null,
    body: documentFromTexts(texts.slice(position * perChapter, (position + 1) * perChapter)),
    done: false,
    revision: 0,
  }));
}

export async function checkTimings(): Promise<Timing[]> {
  const app = await openBenchApp(freshFolder());
  const { reportId } = await app.call('sample.open', {});
  const tables = await app.call('numbers.read', {});
  const { template, remembered } = await app.call('finding.basis', { reportId });
  app.close();
  const chapters = longReport();
  const numbers = chapters
    .flatMap(({ body }) => body.content.flatMap(({ content }) => content ?? []))
    .flatMap((node) => (node.type === 'text' ? findQuantities(node.text) : [])).length;
  const input = {
    year: reportYear,
    numbered: numberChapters(chapters),
    indicators: tables.indicators,
    book: createNumberBook(tables),
    template,
    remembered,
    lastYearHeadings: new Set<string>(),
  };
  const warm = createChecker();
  warm(input);
  const size = `${characters.toLocaleString('en')} characters, ${numbers.toLocaleString('en')} numbers`;
  return [
    await measure(`checks of a long report, first time: ${size}`, { runs: 10 }, () => createChecker()(input)),
    await measure('checks of a long report again, nothing changed', { runs: 20 }, () => warm({ ...input })),
  ];
}
