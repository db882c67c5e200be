/**
 * A report laid out for printing, in the order of its elements and without any file format: the .docx and the page
 * preview are both made from it. Sizes, fonts and positions belong to the format profile.
 */
import type { FigureChart } from '../../../shared/domain/figure-chart.ts';
import type { ExportMode, Look } from '../../../shared/domain/look.ts';
import type { PlaceState } from '../../../shared/domain/model.ts';
import { attachmentsNoteLines, colophonRows, redHeadLines } from './layout-lines.ts';

/** Why a place with a number may not be printed in a formal document yet. */
export type Unresolved = Exclude<PlaceState, 'confirmed' | 'overridden'>;

/** Null where nothing is open: confirmed, or written over by a person and the number behind it unchanged since. */
export function unresolvedBy(state: PlaceState): Unresolved | null {
  return state === 'confirmed' || state === 'overridden' ? null : state;
}

export type LaidOutRun =
  | { kind: 'plain'; text: string }
  | {
      kind: 'number';
      text: string;
      bindingId: string;
      indicatorId: string;
      /** `null`: may be printed formally. */
      unresolved: Unresolved | null;
    };

export type HeadingLevel = 1 | 2 | 3 | 4;

export interface HeadingText {
  level: HeadingLevel;
  /** «一、», «（一）», «1.», «（1）»; it stands directly before `text`. */
  marker: string;
  text: string;
}

export interface LaidOutCell {
  text: string;
  /** Of the tables, not a name or unit. */
  isNumber: boolean;
  unresolved: Unresolved | null;
}

/** 图表: a table with its caption above, or a chart with its caption below. */
export interface LaidOutFigure {
  kind: 'figure';
  chapterId: string;
  /** Index in the chapter's body of the paragraph that it stands in. */
  paragraph: number;
  figureId: string;
  /** «表1　矛盾纠纷化解情况». */
  caption: string;
  drawn:
    | { kind: 'table'; header: string[]; rows: LaidOutCell[][] }
    /** `words` tell all its numbers to those who cannot see it. Without series nothing is drawn. */
    | { kind: 'chart'; chart: FigureChart; words: string };
  /** Below it: what its signs mean and what was left out; '' for nothing. */
  note: string;
  /** Below a chart, whose parts cannot be marked: its missing and carried numbers; '' for none. */
  open: string;
  carried: boolean;
  /** A table too wide for an upright page: it stands on a page of its own that is turned when bound. */
  landscape: boolean;
}

/** 版头 of look `formal`. Every text may be ''. */
export interface RedHead {
  kind: 'redHead';
  /** 紧急程度. */
  urgency: string;
  /** 发文机关标志. */
  masthead: string;
  documentNumber: string;
  /** 签发人, in the order of the signing organs. */
  signers: string[];
}

/** 附件说明: the titles of all attachments, in order. */
export interface AttachmentsNote {
  kind: 'attachmentsNote';
  titles: string[];
}

/** 版记, the last of the document; its last rule stands on the bottom edge of the last page's text area. */
export interface Colophon {
  kind: 'colophon';
  /** 抄送, without its label, closed with 。; or ''. */
  copyTo: string;
  /** 印发机关; or ''. */
  printedBy: string;
  /** «2025年2月5日», without 印发; or ''. */
  printedOn: string;
}

export type LaidOutElement =
  | RedHead
  /** 发文字号. */
  | { kind: 'documentNumber'; text: string }
  /** 标题, already broken into lines. */
  | { kind: 'title'; lines: string[] }
  /** 主送机关, with its full-width colon. */
  | { kind: 'addressee'; text: string }
  | ({ kind: 'heading'; chapterId: string } & HeadingText)
  | {
      kind: 'body';
      chapterId: string;
      /** Its index in the chapter's body. */
      paragraph: number;
      /** A heading that runs into this paragraph; its text is closed with 。 and `runs` follow at once. */
      lead: HeadingText | null;
      runs: LaidOutRun[];
      /** Taken over from an earlier year and not yet decided. */
      carried: boolean;
    }
  | LaidOutFigure
  | AttachmentsNote
  /** 发文机关署名. */
  | { kind: 'signature'; text: string }
  /** 成文日期, «2021年2月5日». */
  | { kind: 'date'; text: string }
  /** 附注, in its （）. */
  | { kind: 'annotation'; text: string }
  /**
   * The head of an 附件, on a new page: `label` («附件1», or «附件» where there is one) in the first line, the title,
   * already broken into lines, from the third. What stands in it follows as headings, paragraphs and figures.
   */
  | { kind: 'attachment'; chapterId: string; label: string; lines: string[] }
  | Colophon;

export interface LaidOutReport {
  mode: ExportMode;
  look: Look;
  /** The title in one line and the signing organ, for the properties of the file. */
  title: string;
  organization: string;
  elements: LaidOutElement[];
}

/** One paragraph, table or chart of the written file, and what it must hold. */
export type LaidOutBlock =
  | {
      kind: 'paragraph';
      /** Lines of a title are separated by a line feed. */
      text: string;
      /** The texts of its bound numbers, in reading order. */
      numbers: string[];
    }
  | { kind: 'table'; rows: { text: string; isNumber: boolean }[][] }
  | { kind: 'chart'; chart: FigureChart };

function paragraph(text: string, numbers: string[] = []): LaidOutBlock {
  return { kind: 'paragraph', text, numbers };
}

/** An element's text as one string. A figure has none of its own. */
export function elementText(element: LaidOutElement): string {
  switch (element.kind) {
    case 'title':
      return element.lines.join('\n');
    case 'heading':
      return element.marker + element.text;
    case 'body': {
      const lead = element.lead === null ? '' : element.lead.marker + element.lead.text;
      return lead + element.runs.map((run) => run.text).join('');
    }
    case 'figure':
      return '';
    case 'redHead':
    case 'attachmentsNote':
    case 'attachment':
    case 'colophon':
      return elementLines(element).join('\n');
    default:
      return element.text;
  }
}

type ElementOfLines = Extract<
  LaidOutElement,
  { kind: 'redHead' | 'attachmentsNote' | 'attachment' | 'colophon' }
>;

/** The paragraphs of an element that has several; what stands apart in a line is separated by a tab. */
function elementLines(element: ElementOfLines): string[] {
  switch (element.kind) {
    case 'redHead':
      return redHeadLines(element);
    case 'attachmentsNote':
      return attachmentsNoteLines(element);
    case 'attachment':
      return [element.label, element.lines.join('\n')];
    case 'colophon':
      return colophonRows(element).map((row) => row.join('\t'));
  }
}

/** The texts of an element's bound numbers, in reading order. */
function elementNumbers(element: LaidOutElement): string[] {
  if (element.kind !== 'body') return [];
  return element.runs.flatMap((run) => (run.kind === 'number' ? [run.text] : []));
}

function wordCell(text: string): { text: string; isNumber: boolean } {
  return { text, isNumber: false };
}

function figureBlocks({ caption, drawn, note, open }: LaidOutFigure): LaidOutBlock[] {
  const below = [open, note].filter((text) => text !== '').map((text) => paragraph(text));
  if (drawn.kind === 'table') {
    const header = drawn.header.map(wordCell);
    return [paragraph(caption), { kind: 'table', rows: [header, ...drawn.rows] }, ...below];
  }
  const chart: LaidOutBlock[] =
    drawn.chart.series.length === 0 ? [] : [{ kind: 'chart', chart: drawn.chart }];
  return [...chart, paragraph(caption), ...below];
}

/** The blocks of the written file, in order: what is written and what is looked for when it is read back. */
export function layoutBlocks({ elements }: LaidOutReport): LaidOutBlock[] {
  const blocks = elements.flatMap((element): LaidOutBlock[] => {
    switch (element.kind) {
      case 'figure':
        return figureBlocks(element);
      case 'redHead':
      case 'attachmentsNote':
      case 'attachment':
        return elementLines(element).map((line) => paragraph(line));
      case 'colophon':
        return [{ kind: 'table', rows: colophonRows(element).map((row) => row.map(wordCell)) }];
      default:
        return [paragraph(elementText(element), elementNumbers(element))];
    }
  });
  // A document must end with a paragraph (ISO/IEC 29500-1, 17.2.2); Word repairs one that ends with a table.
  return blocks.at(-1)?.kind === 'table' ? [...blocks, paragraph('')] : blocks;
}
