/** 网上公开版: private data masked in everything that is printed, but for the numbers of the tables. */
import {
  findPrivateData,
  maskPrivateData,
  type PrivateDataKind,
} from '../../../shared/domain/private-data.ts';
import type { LaidOutElement, LaidOutFigure, LaidOutRun } from './layout-model.ts';

export interface MaskedPlace {
  kind: PrivateDataKind;
  /** Null outside the chapters: in the title, the addressee, the signature. */
  chapterId: string | null;
  /** Index of the paragraph in the chapter's body; null for its heading and outside the chapters. */
  paragraph: number | null;
}

type Place = Omit<MaskedPlace, 'kind'>;

/** The same elements with private data masked, and where it was. Every text keeps its length. */
export function maskElements(elements: readonly LaidOutElement[]): {
  elements: LaidOutElement[];
  masked: MaskedPlace[];
} {
  const masked: MaskedPlace[] = [];
  const maskText = (text: string, place: Place): string => {
    const found = findPrivateData(text);
    masked.push(...found.map(({ kind }) => ({ kind, ...place })));
    return found.length === 0 ? text : maskPrivateData(text);
  };
  return { elements: elements.map((element) => maskElement(element, maskText)), masked };
}

type MaskText = (text: string, place: Place) => string;

function maskElement(element: LaidOutElement, maskText: MaskText): LaidOutElement {
  const outside: Place = { chapterId: null, paragraph: null };
  switch (element.kind) {
    case 'heading':
      return { ...element, text: maskText(element.text, { chapterId: element.chapterId, paragraph: null }) };
    case 'body': {
      const place = { chapterId: element.chapterId, paragraph: element.paragraph };
      const { lead } = element;
      return {
        ...element,
        lead: lead === null ? null : { ...lead, text: maskText(lead.text, { ...place, paragraph: null }) },
        runs: maskRuns(element.runs, (text) => maskText(text, place)),
      };
    }
    case 'figure':
      return maskFigure(element, maskText);
    case 'title':
      return { ...element, lines: maskLines(element.lines, (text) => maskText(text, outside)) };
    case 'attachment': {
      const place = { chapterId: element.chapterId, paragraph: null };
      return { ...element, lines: maskLines(element.lines, (text) => maskText(text, place)) };
    }
    case 'attachmentsNote':
      // Told once, where the attachment itself stands.
      return { ...element, titles: element.titles.map(maskPrivateData) };
    case 'redHead':
    case 'colophon':
      // Only of documents that are not published.
      return element;
    default:
      return { ...element, text: maskText(element.text, outside) };
  }
}

/** What a person reads as one text may be stored in pieces; only a number of the tables divides it. */
function maskRuns(runs: readonly LaidOutRun[], mask: (text: string) => string): LaidOutRun[] {
  const result: LaidOutRun[] = [];
  let pieces: string[] = [];
  const close = () => {
    const whole = mask(pieces.join(''));
    result.push(...cut(whole, pieces).map((text): LaidOutRun => ({ kind: 'plain', text })));
    pieces = [];
  };
  for (const run of runs) {
    if (run.kind === 'plain') pieces.push(run.text);
    else {
      close();
      result.push(run);
    }
  }
  close();
  return result;
}

function maskLines(lines: readonly string[], mask: (text: string) => string): string[] {
  return cut(mask(lines.join('')), lines);
}

/** `whole` in pieces as long as those of `like`. */
function cut(whole: string, like: readonly string[]): string[] {
  let from = 0;
  return like.map((piece) => {
    from += piece.length;
    return whole.slice(from - piece.length, from);
  });
}

function maskFigure(figure: LaidOutFigure, maskText: MaskText): LaidOutFigure {
  const place = { chapterId: figure.chapterId, paragraph: figure.paragraph };
  const mask = (text: string) => maskText(text, place);
  const { drawn } = figure;
  return {
    ...figure,
    caption: mask(figure.caption),
    note: mask(figure.note),
    drawn:
      drawn.kind === 'chart'
        ? drawn
        : {
            ...drawn,
            rows: drawn.rows.map((row) =>
              row.map((cell) => (cell.isNumber ? cell : { ...cell, text: mask(cell.text) })),
            ),
          },
  };
}
