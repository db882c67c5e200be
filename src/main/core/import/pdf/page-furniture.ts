/** What stands on pages and is not the report: page numbers, running headers and footers. */
import type { DropReason } from '../../../../shared/domain/parsed-report.ts';
import { halfWidth, withoutBlanks } from '../../../../shared/domain/text/characters.ts';
import { lineText, type PdfLine } from './lines.ts';

export interface PageLines {
  height: number;
  lines: readonly PdfLine[];
}

type Furniture = Map<PdfLine, DropReason>;

interface Candidate {
  line: PdfLine;
  edge: 'header' | 'footer';
  text: string;
  /** Further from the text than its lines are from each other. */
  apart: boolean;
}

const numberLine =
  /^[-—–―─_~·•]{0,3}(?:第?\d{1,4}页?|\d{1,4}\/\d{1,4}|第?\d{1,4}页[,/]?共\d{1,4}页)[-—–―─_~·•]{0,3}$/;
/** Share of the page's height, at its top and at its bottom. */
const edgeShare = 0.15;
const linesPerEdge = 2;
/** On pages laid out alike they stand at the same height; points. */
const sameHeight = 3;
/** Share of the pages on which a header stands at the least (on those of one side alone: half of them). */
const pageShare = 0.3;
const apartPitches = 1.5;

/** Which lines are furniture, and why they are left out. `pitch`: usual distance of two lines in points. */
export function findFurniture(pages: readonly PageLines[], pitch: number): Furniture {
  const candidates = pages.flatMap((page) => candidatesOf(page, pitch));
  const furniture: Furniture = new Map();
  for (const candidate of candidates) {
    const number = numberLine.test(candidate.text);
    const alike = candidates.filter((other) => isAlike(candidate, other, number));
    const pagesWith = new Set(alike.map(({ line }) => line.page)).size;
    const repeated = pagesWith >= 2 && pagesWith >= pages.length * pageShare;
    const named = /^\D*(\d+)/.exec(candidate.text)?.[1];
    if (number && (repeated || (candidate.apart && Number(named) === candidate.line.page + 1))) {
      furniture.set(candidate.line, 'pageNumber');
    } else if (!number && repeated && candidate.apart && !candidate.text.startsWith('附件')) {
      furniture.set(candidate.line, candidate.edge);
    }
  }
  return furniture;
}

function isAlike(one: Candidate, other: Candidate, number: boolean): boolean {
  return (
    one.edge === other.edge &&
    Math.abs(one.line.y - other.line.y) <= sameHeight &&
    (number ? numberLine.test(other.text) : other.text === one.text)
  );
}

function candidatesOf({ height, lines }: PageLines, pitch: number): Candidate[] {
  const candidate = (line: PdfLine, edge: Candidate['edge'], inner: PdfLine | undefined): Candidate => ({
    line,
    edge,
    text: halfWidth(withoutBlanks(lineText(line))),
    apart: inner === undefined || Math.abs(inner.y - line.y) > apartPitches * pitch,
  });
  const top = lines.slice(0, linesPerEdge).filter((line) => line.y < height * edgeShare);
  const bottom = lines.slice(-linesPerEdge).filter((line) => line.y > height * (1 - edgeShare));
  return [
    ...top.map((line) => candidate(line, 'header', lines[top.length])),
    ...bottom.map((line) => candidate(line, 'footer', lines[lines.length - bottom.length - 1])),
  ];
}
