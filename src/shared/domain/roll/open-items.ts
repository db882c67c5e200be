/** 待核实事项: what of last year stands in this year's text, so that nothing stale slips through unseen. */

import type { Numbering } from '../format-profile-schema.ts';
import type { Chapter, Report } from '../model.ts';
import type { OpenItem } from '../open-item.ts';
import { numberChapters } from '../outline.ts';
import { findDocuments } from './facts/documents.ts';
import { type Fact, type Span, within } from './facts/fact.ts';
import { findMeetings } from './facts/meetings.ts';
import { findDigits, findNumbers } from './facts/numbers.ts';
import { findPersons } from './facts/persons.ts';
import { findLastingNumbers, findTimes } from './facts/times.ts';
import { paragraphPlain } from './sentences.ts';

export type { Fact } from './facts/fact.ts';

/** What joins a number to one that something else has claimed. */
const joinersAtEnd = /[.,:·/\-~–—．，：／－]+$/;

/**
 * All facts of a text (paragraphPlain) in reading order. A fact inside another belongs to it, but a year inside a
 * document's or meeting's name is reported as well, as it goes stale with or without the document. Every digit belongs to
 * some fact, except in what stays true every year: findLastingNumbers.
 */
export function findFacts(text: string): Fact[] {
  const facts: Fact[] = [];
  const taken = new Uint8Array(text.length);
  const lasting = findLastingNumbers(text);
  const add = (kind: Fact['kind'], spans: readonly Span[]) => {
    for (const { start, end } of spans) {
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      facts.push({ kind, text: text.slice(start, end), start, end });
    }
  };
  const times = findTimes(text);
  add('document', findDocuments(text));
  const inNames = times.filter(({ start, end }) => taken[start] === 1 && taken[end - 1] === 1);
  for (const { start, end } of lasting) taken.fill(1, start, end);
  for (const { kind, start, end } of times) add(kind, [{ start, end }]);
  add('meeting', findMeetings(text));
  add('person', findPersons(text));
  add('number', findNumbers(text));
  // What a longer match could not claim because a part of it was taken.
  for (const { start, end } of findDigits(text)) {
    for (const part of freeParts(taken, start, end)) {
      const slice = text.slice(part.start, part.end);
      const lead = slice.search(/[A-Za-z]?[0-9０-９]/);
      const from = part.start + lead;
      const to = part.start + slice.replace(joinersAtEnd, '').length;
      if (lead !== -1) add('number', [{ start: from, end: to }]);
    }
  }
  for (const { kind, start, end } of inNames) {
    const year = kind === 'year' && text.slice(start, end).includes('年');
    const known = facts.some((fact) => fact.kind === 'year' && within({ start, end }, fact));
    if (year && !known) facts.push({ kind, text: text.slice(start, end), start, end });
  }
  return facts.sort((a, b) => a.start - b.start || b.end - a.end);
}

function freeParts(taken: Uint8Array, start: number, end: number): Span[] {
  const parts: Span[] = [];
  for (let at = start; at < end; at += 1) {
    if (taken[at] === 1) continue;
    const last = parts.at(-1);
    if (last?.end === at) last.end = at + 1;
    else parts.push({ start: at, end: at + 1 });
  }
  return parts;
}

/**
 * The open items of a report in reading order: every fact of a carried-over paragraph that nobody has accepted
 * (`attrs.accepted`; accepting a document accepts the year in its name). A mention of the report's own year is open only
 * if last year's text has it too; otherwise it was written this year.
 *
 * `lastYearTexts`: paragraphs of the report it came from (paragraphPlain). When it is empty nothing is known of last
 * year, and every year is open. `lastYearHeadings`: see headingItemsOf.
 */
export function openItemsOf(options: {
  report: Pick<Report, 'year'>;
  chapters: readonly Chapter[];
  lastYearTexts: readonly string[];
  lastYearHeadings: ReadonlySet<string>;
  /** Forms of the report's format. */
  numbering?: Numbering;
}): OpenItem[] {
  const { report, chapters, lastYearTexts, lastYearHeadings, numbering } = options;
  const ownYear = new RegExp(`^${report.year}\\s*年度?$`);
  const lastYear = lastYearTexts.join('\n').replace(/[^\S\n]/g, '');
  const writtenThisYear = (fact: Fact) =>
    fact.kind === 'year' &&
    ownYear.test(fact.text) &&
    lastYear !== '' &&
    !lastYear.includes(`${report.year}年`);

  return numberChapters(chapters, numbering).flatMap(({ chapter, marker }) => [
    ...headingItemsOf(chapter, marker, lastYearHeadings),
    ...chapter.body.content.flatMap((node, paragraph) => {
      if (node.attrs.carriedFrom === null) return [];
      const facts = findFacts(paragraphPlain(node));
      const accepted = new Set(node.attrs.accepted ?? []);
      const decided = facts.filter((fact) => accepted.has(fact.text));
      return facts
        .filter((fact) => !decided.some((outer) => within(fact, outer)) && !writtenThisYear(fact))
        .map((fact) => ({
          ...fact,
          chapterId: chapter.id,
          chapter: `${marker}${chapter.heading}`,
          paragraph,
        }));
    }),
  ]);
}

/**
 * Years, dates and numbers of a heading that stands as it did last year (`lastYearHeadings`, without markers). Changing
 * the heading decides them, and so does declaring the chapter finished.
 */
export function headingItemsOf(
  chapter: Pick<Chapter, 'id' | 'kind' | 'heading' | 'done'>,
  marker: string,
  lastYearHeadings: ReadonlySet<string>,
): OpenItem[] {
  if (chapter.kind !== 'section' || chapter.done || !lastYearHeadings.has(chapter.heading)) return [];
  return findFacts(chapter.heading)
    .filter(({ kind }) => kind === 'year' || kind === 'date' || kind === 'number')
    .map((fact) => ({
      ...fact,
      chapterId: chapter.id,
      chapter: `${marker}${chapter.heading}`,
      paragraph: null,
    }));
}
