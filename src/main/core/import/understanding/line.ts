/** A source paragraph on its way through the understanding. */
import type { DropReason, ParagraphKind } from '../../../../shared/domain/parsed-report.ts';
import type { SourceParagraph } from '../source-document.ts';
import { cleanMarkup } from './markup.ts';

export interface Line extends SourceParagraph {
  /** As it stood in the source; `text` is cleaned. */
  raw: string;
  /** Marks taken out of `raw`. */
  removed: string[];
  /** What the line is, once a step has decided; `body` or a heading is decided last. */
  kind: ParagraphKind | null;
  /** Why the line is left out, or null. */
  drop: DropReason | null;
}

/** The paragraph before anything is decided about it, its markup taken out. */
export function lineFrom(paragraph: SourceParagraph): Line {
  const { text, removed } = cleanMarkup(paragraph.text, paragraph.place === 'table');
  const kind = paragraph.place === 'text' ? null : paragraph.place;
  return { ...paragraph, raw: paragraph.text, text, removed, kind, drop: null };
}

/** Neither left out nor decided. */
export function isOpen(line: Line): boolean {
  return line.kind === null && line.drop === null && line.text !== '';
}
