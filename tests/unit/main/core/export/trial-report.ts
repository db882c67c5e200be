/** A small report of a fictional town, with every kind of element, for the tests of the export. */
import type { ReportContent } from '../../../../../src/shared/contract.ts';
import {
  type ChapterDocument,
  documentFromTexts,
  type InlineNode,
  type ParagraphNode,
} from '../../../../../src/shared/domain/document.ts';
import { emptyImprint } from '../../../../../src/shared/domain/imprint.ts';
import type { Chapter, Indicator, Observation } from '../../../../../src/shared/domain/model.ts';
import { createNumberBook, type NumberBook } from '../../../../../src/shared/domain/number-book.ts';

export function chapter(id: string, heading: string, rest: Partial<Chapter> = {}): Chapter {
  return {
    id,
    parentId: null,
    position: 0,
    kind: 'section',
    heading,
    runIn: false,
    templateChapterKey: null,
    body: documentFromTexts([]),
    done: false,
    revision: 0,
    ...rest,
  };
}

export function text(value: string): InlineNode {
  return { type: 'text', text: value };
}

export function binding(indicatorId: string, id = `place-${indicatorId}`): InlineNode {
  return {
    type: 'binding',
    attrs: { id, indicatorId, yearOffset: 0, format: { style: 'plain', unit: true } },
  };
}

export function paragraph(content: InlineNode[], carriedFrom: number | null = null): ParagraphNode {
  return { type: 'paragraph', attrs: { carriedFrom }, content };
}

export function body(...content: ParagraphNode[]): ChapterDocument {
  return { type: 'doc', content };
}

function indicator(id: string, name: string): Indicator {
  return {
    id,
    name,
    unit: '件',
    kind: 'count',
    precision: 0,
    topicId: 't',
    officeId: null,
    formula: null,
    retiredAfter: null,
    footing: false,
  };
}

function observation(indicatorId: string, value: string, state: Observation['state']): Observation {
  const entry = { kind: 'number', value } as const;
  return { indicatorId, year: 2024, entry, state, source: '', note: '', evidence: '' };
}

/** `screened` is confirmed, `resolved` carried over, `hotline` missing. */
export function trialBook(): NumberBook {
  return createNumberBook({
    indicators: [
      indicator('screened', '排查纠纷数'),
      indicator('resolved', '化解纠纷数'),
      indicator('hotline', '热线办件数'),
    ],
    observations: [observation('screened', '58', 'confirmed'), observation('resolved', '56', 'carried')],
  });
}

export function trialContent(
  chapters: Chapter[],
  report: Partial<ReportContent['report']> = {},
): ReportContent {
  return {
    report: {
      id: 'r',
      templateKey: 'trial',
      year: 2024,
      title: '松岭镇人民政府关于2024年度法治政府建设情况的报告',
      documentNumber: '松政字〔2025〕3号',
      addressee: '临川县人民政府',
      signature: '松岭镇人民政府',
      issuedOn: '2025-02-05',
      imprint: emptyImprint,
      formatProfileId: null,
      state: 'draft',
      origin: 'template',
      predecessorId: null,
      updatedAt: '2025-02-05T08:00:00.000Z',
      ...report,
    },
    chapters,
  };
}

/** Everything confirmed: may be printed formally. */
export const resolvedChapters: Chapter[] = [
  chapter('opening', '导语', {
    kind: 'preamble',
    position: 0,
    body: documentFromTexts(['现将有关情况报告如下：']),
  }),
  chapter('results', '工作成效', { position: 1 }),
  chapter('disputes', '化解“邻里”矛盾 & <纠纷>', {
    parentId: 'results',
    position: 0,
    body: body(paragraph([text('全年排查'), binding('screened'), text('，逐件登记。')])),
  }),
  chapter('service', '便民服务', {
    parentId: 'results',
    position: 1,
    runIn: true,
    body: documentFromTexts(['窗口午间不休息。', '老人由代办员上门办理。']),
  }),
  chapter('village', '村级', {
    parentId: 'service',
    position: 0,
    body: documentFromTexts(['各村设代办点。']),
  }),
  chapter('staff', '人员', {
    parentId: 'village',
    position: 0,
    body: documentFromTexts(['每村一名。']),
  }),
  chapter('ending', '结语', { kind: 'closing', position: 2, body: documentFromTexts(['特此报告。']) }),
];

/** One carried number, one missing number, one carried paragraph (which holds the missing number). */
export const openChapters: Chapter[] = [
  chapter('results', '工作成效', {
    body: body(
      paragraph([text('化解'), binding('resolved'), text('。')]),
      paragraph([text('热线'), binding('hotline'), text('。')], 2023),
    ),
  }),
];
