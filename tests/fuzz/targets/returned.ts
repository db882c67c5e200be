/** The leader's copy of a report. */

import { printedBlocks } from '../../../src/main/core/returned/printed-blocks.ts';
import { readReturned } from '../../../src/main/core/returned/read-returned.ts';
import { compareReturned } from '../../../src/shared/domain/returned/compare-returned.ts';
import { type ReturnedDocument, runsText } from '../../../src/shared/domain/returned/returned-document.ts';
import { figureBook, figureChapters } from '../../unit/main/core/export/figure-report.ts';
import { resolvedChapters, trialBook, trialContent } from '../../unit/main/core/export/trial-report.ts';
import { exported } from '../../unit/main/core/returned/returned-fixture.ts';
import { mutateZip, repacked } from '../mutate/zip.ts';
import { docxSeeds } from '../seeds/documents.ts';
import { type FuzzTarget, mustHold } from '../target.ts';

const trials = [
  { content: trialContent(resolvedChapters), book: trialBook() },
  { content: trialContent(figureChapters()), book: figureBook() },
];

function textOf({ blocks }: ReturnedDocument): string {
  const texts = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [block]));
  return texts.map(({ runs }) => runsText(runs)).join('');
}

function without(text: string): string {
  return text.replace(/\s/gu, '');
}

/** Nothing is proposed that the file does not say: neither words nor numbers. */
function proposesOnlyTheFile(document: ReturnedDocument): void {
  const file = textOf(document);
  const characters = new Set(without(file));
  for (const { content, book } of trials) {
    const blocks = printedBlocks(content, book, 'plain');
    const { report, chapters } = content;
    const found = compareReturned({
      exported: blocks,
      current: blocks,
      file: document,
      report,
      chapters,
      book,
    });
    for (const { kind, after } of found.changes) {
      if (kind === 'removed' || after === null) continue;
      const foreign = [...without(after)].find((character) => !characters.has(character));
      mustHold(foreign === undefined, `a change puts in only what the file says; not «${foreign}»`);
    }
    for (const number of found.numbers) {
      mustHold(without(file).includes(without(number.file)), `a number stands in the file: «${number.file}»`);
    }
  }
}

export const returnedTarget: FuzzTarget = {
  name: 'returned',
  async prepare() {
    const exports = await Promise.all(trials.map(({ content, book }) => exported(content, book)));
    const own = exports.map(repacked);
    const seeds = [...own, ...own, ...(await docxSeeds())];
    return {
      make: (random) => ({
        name: '报告.docx',
        bytes: mutateZip(random.pick(seeds), random, /word\/(document|comments|styles|footnotes)\.xml$/),
      }),
      attempt({ name, bytes }) {
        const outcome = readReturned(name, bytes);
        if (!outcome.ok) return 'refused';
        proposesOnlyTheFile(outcome.value);
        return 'accepted';
      },
    };
  },
};
