/**
 * A report laid out for printing, in the order of its elements and without any file format: the .docx and the page
 * preview are both made from it. Sizes, fonts and positions belong to the format profile.
 */
import type { FigureChart } from '../../../shared/domain/figure-chart.ts';
import type { PlaceState } from '../../../shared/domain/model.ts';

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
}

export type LaidOutElement =
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
      /** A heading that runs into this paragraph; its text is closed with 。 and `runs` follow at once. */
      lead: HeadingText | null;
      runs: LaidOutRun[];
      /** Taken over from an earlier year and not yet decided. */
      carried: boolean;
    }
  | LaidOutFigure
  /** 发文机关署名. */
  | { kind: 'signature'; text: string }
  /** 成文日期, «2021年2月5日». */
  | { kind: 'date'; text: string };

export interface LaidOutReport {
  mode: 'formal' | 'draft';
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
    default:
      return element.text;
  }
}

/** The texts of an element's bound numbers, in reading order. */
function elementNumbers(element: LaidOutElement): string[] {
  if (element.kind !== 'body') return [];
  return element.runs.flatMap((run) => (run.kind === 'number' ? [run.text] : []));
}

function figureBlocks({ caption, drawn, note, open }: LaidOutFigure): LaidOutBlock[] {
  const below = [open, note].filter((text) => text !== '').map((text) => paragraph(text));
  if (drawn.kind === 'table') {
    const header = drawn.header.map((text) => ({ text, isNumber: false }));
    return [paragraph(caption), { kind: 'table', rows: [header, ...drawn.rows] }, ...below];
  }
  const chart: LaidOutBlock[] =
    drawn.chart.series.length === 0 ? [] : [{ kind: 'chart', chart: drawn.chart }];
  return [...chart, paragraph(caption), ...below];
}

/** The blocks of the written file, in order: what is written and what is looked for when it is read back. */
export function layoutBlocks({ elements }: LaidOutReport): LaidOutBlock[] {
  const blocks = elements.flatMap((element) =>
    element.kind === 'figure'
      ? figureBlocks(element)
      : [paragraph(elementText(element), elementNumbers(element))],
  );
  // A document must end with a paragraph (ISO/IEC 29500-1, 17.2.2); Word repairs one that ends with a table.
  return blocks.at(-1)?.kind === 'table' ? [...blocks, paragraph('')] : blocks;
}
