/** From an understood report to the chapters in which the program keeps it. */
import type { ChapterKind } from '../../../shared/domain/model.ts';
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';

/** A chapter to be stored. Depth in the tree gives its level; its marker is computed later, never kept. */
export interface ImportedChapter {
  kind: ChapterKind;
  /** Without marker and closing punctuation. */
  heading: string;
  /** The heading stood at the start of its first paragraph. */
  runIn: boolean;
  /** Text in source order; a table's row is one paragraph, its cells joined by tabs. */
  paragraphs: string[];
  children: ImportedChapter[];
}

/** Heading under which the text before the first heading is kept. */
const preambleHeading = '导语';

const keptKinds: readonly string[] = ['body', 'table', 'note'];

/**
 * The chapters of an understood report. Every body, table and note paragraph arrives exactly once, in order; title,
 * number, addressee, signature and date belong to the report itself. Text before the first heading becomes a
 * preamble. A heading hangs under the nearest earlier one of a higher level, so that a level missing in between
 * makes no empty chapter.
 */
export function chaptersFromParsed(parsed: ParsedReport): ImportedChapter[] {
  const roots: ImportedChapter[] = [];
  const open: { level: number; chapter: ImportedChapter }[] = [];
  parsed.paragraphs.forEach((paragraph, index) => {
    const heading = paragraph.heading === null ? undefined : parsed.headings[paragraph.heading];
    if (paragraph.kind === 'heading' && heading !== undefined) {
      while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
      // Its line closes like a sentence and text of its own follows directly.
      const runIn = closesSentence(paragraph.text) && parsed.paragraphs[index + 1]?.kind === 'body';
      const chapter = emptyChapter('section', heading.text.replace(/[。．.：:；;，,\s]+$/, ''), runIn);
      (open.at(-1)?.chapter.children ?? roots).push(chapter);
      open.push({ level: heading.level, chapter });
    } else if (keptKinds.includes(paragraph.kind)) {
      let current = open.at(-1)?.chapter;
      if (current === undefined) {
        current = roots[0] ?? emptyChapter('preamble', preambleHeading, false);
        roots[0] = current;
      }
      current.paragraphs.push(paragraph.text);
    }
  });
  return roots;
}

function emptyChapter(kind: ChapterKind, heading: string, runIn: boolean): ImportedChapter {
  return { kind, heading, runIn, paragraphs: [], children: [] };
}

function closesSentence(text: string): boolean {
  return /[。.！？]\s*$/.test(text);
}
