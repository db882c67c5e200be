/** The one prepared view of a report that all rules look at. */
import { renderBinding } from '../binding-text.ts';
import type { Condition } from '../condition.ts';
import { conditionHolds } from '../condition-holds.ts';
import type { FigureAttributes } from '../figure.ts';
import type { Chapter, Indicator } from '../model.ts';
import type { NumberBook } from '../number-book.ts';
import type { NumberedChapter } from '../outline.ts';
import type { RememberedChoice } from '../propose/candidates.ts';
import { planHeading } from '../propose/found-in-chapters.ts';
import type { Template } from '../template.ts';
import { type ChangePhrase, changePhrases } from './change-phrases.ts';
import { type CheckedQuantity, type CheckedSentence, quantitiesOf, sentencesOf } from './checked-quantity.ts';
import { createIndicatorNamer, type IndicatorNamer, type LikelyIndicator } from './likely-indicator.ts';
import { type ShownText, shownText } from './shown-text.ts';

export interface CheckInput {
  year: number;
  /** In reading order; the bodies are the texts to be checked. */
  numbered: readonly NumberedChapter[];
  indicators: readonly Indicator[];
  book: NumberBook;
  template: Template;
  remembered: readonly RememberedChoice[];
  /** Headings of the report this one was begun from, without markers. */
  lastYearHeadings: ReadonlySet<string>;
}

/** What is known of a paragraph from its shown text alone. */
export interface ParagraphReading {
  sentences: readonly CheckedSentence[];
  quantities: readonly CheckedQuantity[];
  phrases: readonly ChangePhrase[];
}

export interface CheckedParagraph extends ParagraphReading {
  chapterId: string;
  index: number;
  shown: ShownText;
  /** Of last year and not decided: its words are open anyway, so nothing is said of them. */
  carried: boolean;
  /** Next steps: what stands here is meant for another year. */
  planned: boolean;
  /** What a literal number of it very probably is; null where nothing or more than one thing fits. */
  likely(quantity: CheckedQuantity): LikelyIndicator | null;
}

export interface ReportView {
  year: number;
  book: NumberBook;
  indicators: readonly Indicator[];
  chapters: readonly NumberedChapter[];
  lastYearHeadings: ReadonlySet<string>;
  /** All paragraphs in reading order. */
  paragraphs: readonly CheckedParagraph[];
  /** Those whose words are this year's: neither carried nor planned. */
  written: readonly CheckedParagraph[];
  /** Inserted tables and charts, by the indicators they show. */
  figures: ReadonlyMap<string, FigureAttributes>;
}

/** What earlier checks of the same report found out: most of it stands as it did before the last key. */
export interface CheckMemory {
  /** By shown text and bindings. */
  readings: ReadonlyMap<string, ParagraphReading>;
  naming: { by: readonly unknown[]; namer: IndicatorNamer } | null;
}

export function emptyMemory(): CheckMemory {
  return { readings: new Map(), naming: null };
}

export function viewOf(input: CheckInput, memory: CheckMemory): ReportView {
  const { year, numbered, indicators, book, template, lastYearHeadings } = input;
  const printed = (condition: Condition) => conditionHolds(condition, year, book) === 'shown';
  const namer = namerOf(input, memory);
  const lines = lineages(numbered);
  const headings = new Map(template.chapters.map(({ key, heading }) => [key, heading]));
  const used = new Map<string, ParagraphReading>();
  const figures = new Map<string, FigureAttributes>();
  const paragraphs = numbered.flatMap(({ chapter }) => {
    const line = lines.get(chapter.id) ?? [chapter];
    const templateChapterKey =
      line.find((one) => one.templateChapterKey !== null)?.templateChapterKey ?? null;
    const planned = line.some((one) =>
      planHeading.test(`${one.heading} ${headings.get(one.templateChapterKey ?? '') ?? ''}`),
    );
    return chapter.body.content.map((paragraph, index): CheckedParagraph => {
      const shown = shownText(paragraph, (binding) => renderBinding(binding, year, book), printed);
      for (const figure of shown.figures) for (const id of figure.indicatorIds) figures.set(id, figure);
      const key = readingKey(shown, year);
      const reading = memory.readings.get(key) ?? readingOf(shown, year);
      used.set(key, reading);
      return {
        ...reading,
        chapterId: chapter.id,
        index,
        shown,
        carried: paragraph.attrs.carriedFrom !== null,
        planned,
        likely: (quantity) => namer.name(quantity, shown.text, templateChapterKey, { book, year }),
      };
    });
  });
  memory.readings = used;
  return {
    year,
    book,
    indicators,
    chapters: numbered,
    lastYearHeadings,
    paragraphs,
    written: paragraphs.filter(({ carried, planned }) => !carried && !planned),
    figures,
  };
}

/** The namer of before where it would name by the same words. */
function namerOf({ template, indicators, remembered }: CheckInput, memory: CheckMemory): IndicatorNamer {
  const by = [template, indicators, remembered];
  const { naming } = memory;
  if (naming?.by.every((one, index) => one === by[index])) return naming.namer;
  const namer = createIndicatorNamer(template, indicators, remembered);
  memory.naming = { by, namer };
  return namer;
}

function readingOf(shown: ShownText, year: number): ParagraphReading {
  const sentences = sentencesOf(shown.text);
  const quantities = quantitiesOf(shown, sentences, year);
  return { sentences, quantities, phrases: changePhrases(shown, sentences, quantities) };
}

/** Text and bindings together tell all that a reading depends on. */
function readingKey({ text, spans }: ShownText, year: number): string {
  const bindings = spans.flatMap(({ binding, start, end }) =>
    binding === null ? [] : [`${start} ${end} ${JSON.stringify(binding)}`],
  );
  return `${year}\n${text}\n${bindings.join('\n')}`;
}

/** Each chapter with those above it, nearest first. */
function lineages(numbered: readonly NumberedChapter[]): ReadonlyMap<string, readonly Chapter[]> {
  const lines = new Map<string, readonly Chapter[]>();
  for (const { chapter } of numbered) {
    lines.set(chapter.id, [chapter, ...(lines.get(chapter.parentId ?? '') ?? [])]);
  }
  return lines;
}
