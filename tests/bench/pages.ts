/** Composing the pages of a long report: all of them, and again after one paragraph has changed. */
import type { LaidOutElement, LaidOutReport } from '../../src/main/core/export/layout-model.ts';
import { composeDocument, createPageComposer } from '../../src/main/core/export/pages/compose-document.ts';
import { pagedHtml } from '../../src/main/core/export/pages/paged-html.ts';
import { nationalStandardProfile as format } from '../../src/shared/domain/format-profile.ts';
import { generatedReport, generatedTable, randomFrom } from '../support/generated-reports.ts';
import { measure, type Timing } from './measure.ts';

const tables = 10;
const paragraphs = 112;

function longReport(): LaidOutReport {
  const report = generatedReport({ seed: 30, western: true, tables: false, paragraphs });
  const random = randomFrom(30);
  const every = Math.floor(report.elements.length / (tables + 1));
  const elements = report.elements.flatMap((element, index): LaidOutElement[] => {
    const number = index / every;
    return Number.isInteger(number) && number > 0 && number <= tables
      ? [element, generatedTable(index, 6, random)]
      : [element];
  });
  return { ...report, elements };
}

/** The report with other words in its middle paragraph. */
function changed(report: LaidOutReport, words: string): LaidOutReport {
  const middle = Math.floor(report.elements.length / 2);
  const at = report.elements.findIndex((element, index) => index >= middle && element.kind === 'body');
  const elements = report.elements.map((element, index): LaidOutElement => {
    if (index !== at || element.kind !== 'body') return element;
    return { ...element, runs: [...element.runs, { kind: 'plain', text: words }] };
  });
  return { ...report, elements };
}

export async function composeTimings(): Promise<Timing[]> {
  const report = longReport();
  const document = await composeDocument(report, format);
  const numbers = report.elements.reduce(
    (count, element) =>
      count + (element.kind === 'body' ? element.runs.filter(({ kind }) => kind === 'number').length : 0),
    0,
  );
  const size = `${document.pages.length} pages, ${numbers} numbers, ${tables} tables`;
  const composer = createPageComposer();
  await composer.compose(report, format);
  let edit = 0;
  return [
    await measure(`compose all pages (${size})`, { runs: 20 }, () => composeDocument(report, format)),
    await measure(`compose after a change in one paragraph (${size})`, { runs: 40 }, () => {
      edit += 1;
      return composer.compose(changed(report, `第${edit}次改动。`), format);
    }),
    await measure(`write the pages as HTML to be printed (${size})`, { runs: 20 }, () =>
      pagedHtml(document, format, { rules: '', isMissing: () => false }),
    ),
  ];
}
