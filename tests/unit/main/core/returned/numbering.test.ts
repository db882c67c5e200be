import { expect, test } from 'vitest';
import { renderDocx } from '../../../../../src/main/core/export/document-docx.ts';
import { layOutReport } from '../../../../../src/main/core/export/layout.ts';
import { printedBlocks } from '../../../../../src/main/core/returned/printed-blocks.ts';
import { nationalStandardProfile, numberingForms } from '../../../../../src/shared/domain/format-profile.ts';
import { withForm } from '../../../../../src/shared/domain/numbering-form.ts';
import { compareReturned } from '../../../../../src/shared/domain/returned/compare-returned.ts';
import { chapter, trialBook, trialContent } from '../export/trial-report.ts';
import { read } from './returned-fixture.ts';

const book = trialBook();
const headings = ['工作成效', '主要做法', '下步打算'];
const reportOf = (names: readonly string[]) =>
  trialContent(names.map((name, position) => chapter(name, name, { position })));

test.each(numberingForms)(
  'in numbering %s a chapter struck out renumbers the others, which is no change',
  async (form) => {
    const format = {
      ...nationalStandardProfile,
      numbering: withForm(nationalStandardProfile.numbering, 1, form),
    };
    const content = reportOf(headings);
    const without = layOutReport(reportOf(headings.slice(1)), book, { mode: 'draft', format });
    const blocks = printedBlocks(content, book, 'plain', format);
    const { changes } = compareReturned({
      exported: blocks,
      current: blocks,
      file: read(await renderDocx(without, format)),
      report: content.report,
      chapters: content.chapters,
      book,
    });
    expect(changes.map(({ kind, before }) => [kind, before?.endsWith('工作成效')])).toEqual([
      ['removed', true],
    ]);
  },
);
