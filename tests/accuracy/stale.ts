/**
 * What would slip through a roll forward: digits and counted numerals of last year's text that stand in the new report
 * without being an open item. Numbers that are true every year (a yearly day, a hotline) are told apart.
 */
import { chaptersFromParsed, type ImportedChapter } from '../../src/main/core/import/report-from-parsed.ts';
import { documentFromTexts, markCarried, paragraphText } from '../../src/shared/domain/document.ts';
import type { Chapter } from '../../src/shared/domain/model.ts';
import type { ParsedReport } from '../../src/shared/domain/parsed-report.ts';
import { findLastingNumbers } from '../../src/shared/domain/roll/facts/times.ts';
import { openItemsOf } from '../../src/shared/domain/roll/open-items.ts';
import { findQuantities } from '../../src/shared/domain/text/quantities.ts';

export interface StaleTally {
  /** Digits and quantities in carried paragraphs and headings. */
  facts: number;
  /** Of these, not covered by an open item; as they stand. */
  unmarked: string[];
  /** Of these, left alone because they are true every year. */
  lasting: number;
}

interface Span {
  start: number;
  end: number;
}

const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;
const meets = (one: Span, other: Span) => one.start < other.end && other.start < one.end;

function chaptersOf(imported: readonly ImportedChapter[], year: number, parentId: string | null): Chapter[] {
  return imported.flatMap((chapter, position) => {
    const id = `${parentId ?? 'top'}-${position}`;
    return [
      {
        id,
        parentId,
        position,
        kind: chapter.kind,
        heading: chapter.heading,
        runIn: chapter.runIn,
        templateChapterKey: null,
        body: markCarried(documentFromTexts(chapter.paragraphs), year),
        done: false,
        revision: 0,
      },
      ...chaptersOf(chapter.children, year, id),
    ];
  });
}

/** Rolls the report forward by a year and looks at everything that was carried. */
export function staleTally(parsed: ParsedReport): StaleTally {
  const year = parsed.year ?? 2000;
  const chapters = chaptersOf(chaptersFromParsed(parsed), year, null);
  const items = openItemsOf({
    report: { year: year + 1 },
    chapters,
    lastYearTexts: parsed.paragraphs.map(({ text }) => text),
    lastYearHeadings: new Set(chapters.map(({ heading }) => heading)),
  });
  const tally: StaleTally = { facts: 0, unmarked: [], lasting: 0 };
  const look = (chapterId: string, paragraph: number | null, text: string) => {
    const open = items.filter((item) => item.chapterId === chapterId && item.paragraph === paragraph);
    const lasting = findLastingNumbers(text);
    const digits = [...text.matchAll(/[0-9０-９]+/gu)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    }));
    for (const fact of [...digits, ...findQuantities(text)]) {
      tally.facts += 1;
      if (lasting.some((span) => within(fact, span))) tally.lasting += 1;
      else if (!open.some((item) => meets(fact, item))) tally.unmarked.push(text.slice(fact.start, fact.end));
    }
  };
  for (const { id, kind, heading, body } of chapters) {
    if (kind === 'section') look(id, null, heading);
    body.content.forEach((paragraph, index) => {
      look(
        id,
        index,
        paragraphText(paragraph, () => '\uFFFC'),
      );
    });
  }
  return tally;
}
