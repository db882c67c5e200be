/**
 * A report of thirty pages with three hundred numbers in its text and ten tables, as an official document: our way from
 * the chapters to the bytes of the .docx, beside docxtemplater, which fills the same numbers into a finished document.
 */
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { renderDocx } from '../../src/main/core/export/document-docx.ts';
import { layOutReport } from '../../src/main/core/export/layout.ts';
import type { LaidOutElement, LaidOutReport } from '../../src/main/core/export/layout-model.ts';
import type { ReportContent } from '../../src/shared/contract.ts';
import type { ParagraphNode } from '../../src/shared/domain/document.ts';
import { nationalStandardProfile } from '../../src/shared/domain/format-profile.ts';
import { emptyImprint } from '../../src/shared/domain/imprint.ts';
import type { Chapter, Indicator, Observation } from '../../src/shared/domain/model.ts';
import { createNumberBook } from '../../src/shared/domain/number-book.ts';
import { measure, type Timing } from './measure.ts';
import { longChapter } from './workspaces.ts';

const sections = 10;
const numbers = 300;
/** Thirty pages of 22 lines of 28 characters, less the lines of the tables and headings. */
const characters = 16_500;
const reportYear = 2024;
const years = 5;

const indicators = Array.from(
  { length: 6 },
  (_, index): Indicator => ({
    id: `indicator-${index}`,
    name: `第${index + 1}项工作的件数`,
    unit: '件',
    kind: 'count',
    precision: 0,
    topicId: 'topic',
    officeId: null,
    formula: null,
    retiredAfter: null,
    footing: false,
  }),
);

const observations = indicators.flatMap(({ id }, row) =>
  Array.from(
    { length: years },
    (_, index): Observation => ({
      indicatorId: id,
      year: reportYear - index,
      entry: { kind: 'number', value: String(100 * row + index + 1) },
      state: 'confirmed',
      source: '',
      note: '',
      evidence: '',
    }),
  ),
);

function table(index: number): ParagraphNode {
  const indicatorIds = indicators.map(({ id }) => id);
  const attrs = { id: `figure-${index}`, form: 'table' as const, title: '近年情况', indicatorIds, years };
  return { type: 'paragraph', attrs: { carriedFrom: null }, content: [{ type: 'figure', attrs }] };
}

function section(index: number): Chapter {
  const text = longChapter(characters / sections, numbers / sections, 'indicator-0');
  return {
    id: `chapter-${index}`,
    parentId: null,
    position: index,
    kind: 'section',
    heading: `第${index + 1}方面的工作`,
    runIn: false,
    templateChapterKey: null,
    body: { type: 'doc', content: [...text.content, table(index)] },
    done: false,
    revision: 0,
  };
}

const content: ReportContent = {
  report: {
    id: 'report',
    templateKey: 'bench',
    year: reportYear,
    title: '松岭镇人民政府关于2024年度法治政府建设情况的报告',
    documentNumber: '松政字〔2025〕3号',
    addressee: '临川县人民政府',
    signature: '松岭镇人民政府',
    issuedOn: '2025-02-05',
    imprint: { ...emptyImprint, signer: '张明远', copyTo: '临川县司法局' },
    formatProfileId: null,
    state: 'draft',
    origin: 'template',
    predecessorId: null,
    updatedAt: '2025-02-05T08:00:00.000Z',
  },
  chapters: Array.from({ length: sections }, (_, index) => section(index)),
};

/** The same layout with a tag in place of each number, in the text and in the tables. */
function withTags(layout: LaidOutReport): LaidOutReport {
  const elements = layout.elements.map((element): LaidOutElement => {
    if (element.kind === 'body') {
      return {
        ...element,
        runs: element.runs.map((run) => ({
          kind: 'plain',
          text: run.kind === 'plain' ? run.text : '{number}',
        })),
      };
    }
    if (element.kind !== 'figure' || element.drawn.kind !== 'table') return element;
    const rows = element.drawn.rows.map((row) =>
      row.map((cell) => (cell.isNumber ? { ...cell, tag: null, text: '{number}' } : cell)),
    );
    return { ...element, drawn: { ...element.drawn, rows } };
  });
  return { ...layout, elements };
}

export async function officialDocumentTimings(): Promise<Timing[]> {
  const format = nationalStandardProfile;
  const book = createNumberBook({ indicators, observations });
  const options = { mode: 'formal', look: 'formal', format } as const;
  const template = await renderDocx(withTags(layOutReport(content, book, options)), format);
  let edit = 0;
  return [
    await measure(
      'official document of 30 pages, 300 numbers, 10 tables to .docx',
      { runs: 20, warmUps: 3, goal: 'under 300 ms, not slower than the next' },
      () => renderDocx(layOutReport(content, book, options), format),
    ),
    await measure('docxtemplater: the same numbers into the same document', { runs: 20, warmUps: 3 }, () => {
      edit += 1;
      const document = new Docxtemplater(new PizZip(template));
      document.render({ number: `${edit}件` });
      return document.toBuffer();
    }),
  ];
}
