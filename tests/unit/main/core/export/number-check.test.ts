import { expect, it } from 'vitest';
import { layOutReport } from '../../../../../src/main/core/export/layout.ts';
import type { LaidOutReport } from '../../../../../src/main/core/export/layout-model.ts';
import { misreadNumbers } from '../../../../../src/main/core/export/number-check.ts';
import { openChapters, resolvedChapters, trialBook, trialContent } from './trial-report.ts';

const book = trialBook();

/** The layout with other words in place of «58件», as a fault in writing numbers would give it. */
function saying(words: string): LaidOutReport {
  const layout = layOutReport(trialContent(resolvedChapters), book, { mode: 'formal' });
  return {
    ...layout,
    elements: layout.elements.map((element) =>
      element.kind === 'body'
        ? {
            ...element,
            runs: element.runs.map((run) => (run.kind === 'number' ? { ...run, text: words } : run)),
          }
        : element,
    ),
  };
}

it('finds nothing to say against a layout of its own, whatever is open in it', () => {
  for (const chapters of [resolvedChapters, openChapters]) {
    const content = trialContent(chapters);
    expect(misreadNumbers(content, layOutReport(content, book, { mode: 'draft' }), book)).toEqual([]);
  }
});

it.each([
  ['58件', []],
  ['85件', ['place-screened']],
  ['5.8万件', ['place-screened']],
  ['59件', ['place-screened']],
  // Says no number: nothing to judge.
  ['若干件', []],
])('%s for 58 of the table', (words, misread) => {
  expect(misreadNumbers(trialContent(resolvedChapters), saying(words), book)).toEqual(misread);
});
