/** The sample report of 2023, as text beside its table: right as it stands, and with one number altered at a time. */
import { expect, test } from 'vitest';
import { createChecker } from '../../../../../src/shared/domain/checks/check-report.ts';
import { documentFromTexts } from '../../../../../src/shared/domain/document.ts';
import type { Chapter } from '../../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../../src/shared/domain/number-book.ts';
import { numberChapters } from '../../../../../src/shared/domain/outline.ts';
import { findQuantities } from '../../../../../src/shared/domain/text/quantities.ts';
import { indicators, literalSampleReport, observations, template, year } from '../propose/literal-report.ts';

const book = createNumberBook({ indicators, observations: observations.filter((one) => one.year <= year) });
const checker = createChecker();

function likelyWrong(chapters: readonly Chapter[]): number {
  return checker({
    year,
    numbered: numberChapters(chapters),
    indicators,
    book,
    template,
    remembered: [],
    lastYearHeadings: new Set(),
  }).filter(({ severity }) => severity === 'likely').length;
}

/** The number of a text in digits, a sixth larger, with as many digits behind the point. */
function altered(text: string): string | null {
  const old = /\d+(?:\.\d+)?/.exec(text)?.[0];
  if (old === undefined) return null;
  const places = old.split('.')[1]?.length ?? 0;
  const larger = (Number(old) * 1.17).toFixed(places);
  return text.replace(old, larger === old ? String(Number(old) + 1) : larger);
}

function* alterations(chapters: readonly Chapter[]): Generator<Chapter[]> {
  for (const chapter of chapters) {
    const texts = chapter.body.content.map((paragraph) =>
      (paragraph.content ?? []).map((node) => (node.type === 'text' ? node.text : '')).join(''),
    );
    for (const [index, text] of texts.entries()) {
      for (const { start, end, text: words } of findQuantities(text)) {
        const other = altered(words);
        if (other === null) continue;
        const changed = texts.with(index, text.slice(0, start) + other + text.slice(end));
        yield chapters.map((one) => (one === chapter ? { ...one, body: documentFromTexts(changed) } : one));
      }
    }
  }
}

test('nothing is said of the right text; of a hundred numbers altered one by one more than sixty are found', () => {
  const { chapters } = literalSampleReport();
  expect(likelyWrong(chapters)).toBe(0);
  let found = 0;
  let all = 0;
  for (const report of alterations(chapters)) {
    all += 1;
    if (likelyWrong(report) > 0) found += 1;
  }
  expect(all).toBeGreaterThanOrEqual(100);
  expect(found / all).toBeGreaterThan(0.6);
}, 60_000);
