/** First proposals for a figure; everything of it can be changed on its card. Titles are printed, so they are Chinese. */
import { bindingsOf, type ChapterDocument } from '../../../shared/domain/document.ts';
import type { FigureAttributes, FigureForm } from '../../../shared/domain/figure.ts';
import type { Indicator } from '../../../shared/domain/model.ts';

const mostIndicators = 40;
/** A table compares a few years, a chart shows where they lead. */
const firstYears = { table: 3, column: 5, line: 5 } as const;
/** More lines than this in one drawing cannot be told apart. */
export const mostLines = 6;

export function figureOfIndicators(
  form: FigureForm,
  title: string,
  indicatorIds: readonly string[],
  newId: () => string,
): FigureAttributes {
  return {
    id: newId(),
    form,
    title: title.slice(0, 100),
    indicatorIds: indicatorIds.slice(0, form === 'table' ? mostIndicators : mostLines),
    years: firstYears[form],
  };
}

/**
 * A figure of the numbers that a chapter's text already uses, else of the table's first topic; for a chart those of the
 * unit that most of them have. Null where there is no indicator at all.
 */
export function figureForChapter(
  form: FigureForm,
  chapter: { heading: string; body: ChapterDocument },
  indicators: readonly Indicator[],
  newId: () => string,
): FigureAttributes | null {
  const used = new Set(bindingsOf(chapter.body).map(({ indicatorId }) => indicatorId));
  const usable = indicators.filter(({ kind }) => form === 'table' || kind !== 'date');
  const inText = usable.filter(({ id }) => used.has(id));
  const [first] = inText.length > 0 ? inText : usable;
  if (first === undefined) return null;
  const proposed = inText.length > 0 ? inText : usable.filter(({ topicId }) => topicId === first.topicId);
  const chosen = form === 'table' ? proposed : ofCommonestUnit(proposed);
  const heading = chapter.heading.trim();
  const title = heading === '' ? '' : `${heading}情况`;
  return figureOfIndicators(
    form,
    title,
    chosen.map(({ id }) => id),
    newId,
  );
}

/** Those of the unit that most of them have, so that one axis serves. */
function ofCommonestUnit(indicators: readonly Indicator[]): readonly Indicator[] {
  const groups = [...Map.groupBy(indicators, ({ unit }) => unit).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

export interface TrendGroup {
  key: string;
  unit: string;
  /** Which part of the unit's indicators, from 1, where they are too many for one drawing; else 0. */
  part: number;
  indicatorIds: string[];
}

/** A topic's indicators as drawings of one unit each, with as many lines as can be told apart. Days are left out. */
export function trendGroups(indicators: readonly Indicator[]): TrendGroup[] {
  const byUnit = Map.groupBy(
    indicators.filter(({ kind }) => kind !== 'date'),
    ({ kind, unit }) => (kind === 'rate' && unit === '' ? '%' : unit),
  );
  return [...byUnit].flatMap(([unit, ofUnit]) => {
    const parts = Math.ceil(ofUnit.length / mostLines);
    return Array.from({ length: parts }, (_, part) => ({
      key: `${unit} ${part}`,
      unit,
      part: parts === 1 ? 0 : part + 1,
      indicatorIds: ofUnit.slice(part * mostLines, (part + 1) * mostLines).map(({ id }) => id),
    }));
  });
}
