/** For how many years a sentence has stood as it stands, and how much of a chapter is carried over. */
import type { ParagraphNode } from '../document.ts';
import type { Chapter } from '../model.ts';
import { comparableText, wordsOf } from './normal-form.ts';
import { paragraphPlain, splitSentences } from './sentences.ts';

export interface LineageReport {
  year: number;
  chapters: readonly Chapter[];
}

export interface LineageIndex {
  /** Nearest first, without a gap between the years; sentences in the two forms of keysOf. */
  reports: readonly { year: number; sentences: ReadonlySet<string>; words: ReadonlySet<string> }[];
}

export interface SentenceAge {
  /** Place in paragraphPlain. */
  start: number;
  end: number;
  /** Consecutive earlier years in which it stands; 0 for a new sentence. */
  years: number;
  /** `numbersOnly`: the same words, other numbers or years. Null for a new sentence. */
  kind: 'unchanged' | 'numbersOnly' | null;
}

interface KeyedSentence {
  start: number;
  end: number;
  exact: string;
  words: string;
}

/**
 * Reads the earlier reports (nearest first) once, for any number of sentenceAges. What lies behind a missing year is left
 * out, as a sentence cannot have stood there without a break.
 */
export function createLineageIndex(lineage: readonly LineageReport[]): LineageIndex {
  const gap = lineage.findIndex((report, index) => {
    const nearer = lineage[index - 1];
    return nearer !== undefined && report.year !== nearer.year - 1;
  });
  const unbroken = gap === -1 ? lineage : lineage.slice(0, gap);
  return {
    reports: unbroken.map(({ year, chapters }) => {
      const keys = chapters.flatMap((chapter) => chapter.body.content.flatMap(keysOf));
      return {
        year,
        sentences: new Set(keys.map((key) => key.exact)),
        words: new Set(keys.map((key) => key.words)),
      };
    }),
  };
}

/**
 * The age of each sentence of a paragraph. Blanks and the width of characters do not count; bindings are equal when they
 * show the same indicator of the same relative year in the same format, whatever its value.
 */
export function sentenceAges(paragraph: ParagraphNode, lineage: LineageIndex): SentenceAge[] {
  const { reports } = lineage;
  return keysOf(paragraph).map(({ start, end, exact, words }) => {
    const unchanged = runLength(reports, (report) => report.sentences.has(exact));
    if (unchanged > 0) return { start, end, years: unchanged, kind: 'unchanged' };
    const sameWords = runLength(reports, (report) => report.words.has(words));
    return { start, end, years: sameWords, kind: sameWords > 0 ? 'numbersOnly' : null };
  });
}

/** Share (0–1) of the non-blank characters of each chapter that stand in carried-over paragraphs; by chapter id. */
export function carriedShare(chapters: readonly Chapter[]): Map<string, number> {
  return new Map(
    chapters.map((chapter) => {
      const lengths = chapter.body.content.map((paragraph) => ({
        carried: paragraph.attrs.carriedFrom !== null,
        length: paragraphPlain(paragraph).replace(/\s/g, '').length,
      }));
      const sum = (all: typeof lengths) => all.reduce((total, { length }) => total + length, 0);
      const total = sum(lengths);
      return [chapter.id, total === 0 ? 0 : sum(lengths.filter(({ carried }) => carried)) / total];
    }),
  );
}

function runLength<T>(items: readonly T[], holds: (item: T) => boolean): number {
  const end = items.findIndex((item) => !holds(item));
  return end === -1 ? items.length : end;
}

function keysOf(paragraph: ParagraphNode): KeyedSentence[] {
  const bindings = new Map<number, string>();
  let offset = 0;
  for (const node of paragraph.content ?? []) {
    if (node.type === 'binding') {
      const { indicatorId, yearOffset, format } = node.attrs;
      bindings.set(offset, JSON.stringify([indicatorId, yearOffset, Object.entries(format).toSorted()]));
    }
    offset += node.type === 'text' ? node.text.length : 1;
  }
  return splitSentences(paragraphPlain(paragraph)).map(({ text, start, end }) => {
    const shown = [...bindings].filter(([at]) => at >= start && at < end).map(([, key]) => key);
    return {
      start,
      end,
      exact: [comparableText(text), ...shown].join('\u0000'),
      words: wordsOf(text, { units: false }),
    };
  });
}
