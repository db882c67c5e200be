/** One literal number of a report's text that a person wants to bind: what it may be, and what binding it would do. Pure. */
import { Decimal } from '../decimal.ts';
import type { Entry, Indicator, IndicatorKind } from '../model.ts';
import type { NumberBook } from '../number-book.ts';
import type { Template } from '../template.ts';
import { findQuantities } from '../text/quantities.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { type Clause, clauseOf } from './clause.ts';
import { type BindablePlace, bindablePlace, isSingle, type SingleQuantity, shownText } from './place.ts';
import { valueInUnitOf } from './units.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface Literal {
  found: SingleQuantity;
  clause: Clause;
  /** −1 where the words before it say that it is last year's, else 0. */
  yearOffset: 0 | -1;
  /** The paragraph in which its places are counted, each binding one character. */
  paragraphText: string;
}

/** Between the year that is named and its number nothing may end. */
const namesLastYear = /(?:上一?年度?|去年|前一年)[^，。；！？]{0,20}$/;

/**
 * The quantity that stands between `from` and `to` of a paragraph's text or touches that place; the first where there
 * are several. Null where there is none, or only a range, which is no value of an indicator.
 */
export function literalAt(paragraphText: string, from: number, to: number, year: number): Literal | null {
  const all = findQuantities(paragraphText);
  const index = all.findIndex(({ start, end }) => start <= to && from <= end);
  const found = all[index];
  if (found === undefined || !isSingle(found)) return null;
  const before = paragraphText.slice(0, found.start);
  const lastYear = namesLastYear.test(before) || new RegExp(`${year - 1}年[^，。；！？]{0,20}$`).test(before);
  const clause = clauseOf(paragraphText, all, index, found, year);
  return { found, clause, yearOffset: lastYear ? -1 : 0, paragraphText };
}

export interface LiteralQuestion {
  indicators: readonly Indicator[];
  /** The template's chapters, for the words by which its starters name an indicator. */
  templateChapters: Template['chapters'];
  /** Of the chapter the literal stands in. */
  templateChapterKey: string | null;
  book: NumberBook;
  year: number;
}

/** The indicators that the number may be by its unit and the words around it, best first, at most `limit`. */
export function fittingIndicators(literal: Literal, question: LiteralQuestion, limit: number): Indicator[] {
  const { indicators, templateChapters, templateChapterKey, book, year } = question;
  const candidates: Candidate[] = candidatesFor(
    {
      chapterId: '',
      paragraph: 0,
      found: literal.found,
      // Which year is meant has been asked separately, and that it is to be bound has been said.
      clause: { ...literal.clause, otherwise: false },
      templateChapterKey,
      paragraphText: literal.paragraphText,
    },
    {
      indicators,
      vocabulary: vocabularyOf({ topics: [], chapters: templateChapters }, indicators),
      book,
      year: year + literal.yearOffset,
      remembered: [],
    },
  );
  return candidates.slice(0, limit).map(({ indicator }) => indicator);
}

/** The place bound in one way. */
export interface LiteralBinding {
  place: BindablePlace;
  /** What will stand there; null while the table has no number. */
  shows: string | null;
  /** What is to be written into the cell; null where the table stays as it is. */
  write: Entry | null;
}

/**
 * `fill`: the cell is empty and takes the number; `same`: the table says the same already; `different`: the table says
 * something else, and a person must say which of the two holds; `calculated`: the number follows from others, and the
 * text will say what they say.
 */
export interface LiteralEffect {
  kind: 'fill' | 'same' | 'different' | 'calculated';
  held: Entry;
  /** With the table's number; null where the table has none. */
  byTable: LiteralBinding | null;
  /** With the text's number; null where nothing is to be written. */
  byText: LiteralBinding | null;
}

const notApplicable = '不适用';

/** What binding the quantity to the indicator would do. `held`: what the indicator's cell of the meant year holds. */
export function literalEffect(found: SingleQuantity, indicator: Indicator, held: Entry): LiteralEffect {
  const place = bindablePlace(found, indicator);
  const withTable = (at: BindablePlace): LiteralBinding => ({
    place: at,
    shows:
      held.kind === 'number'
        ? shownText(indicator, held.value, at.format)
        : held.kind === 'notApplicable'
          ? notApplicable
          : null,
    write: null,
  });
  if (held.kind === 'number') {
    const known = bindablePlace(found, indicator, held.value);
    if (known.exact) return { kind: 'same', held, byTable: withTable(known), byText: null };
    if (new Decimal(held.value).equals(place.value)) {
      return { kind: 'same', held, byTable: withTable(place), byText: null };
    }
  }
  if (indicator.formula !== null)
    return { kind: 'calculated', held, byTable: withTable(place), byText: null };
  const byText: LiteralBinding = {
    place,
    shows: shownText(indicator, place.value, place.format),
    write: { kind: 'number', value: place.value },
  };
  return held.kind === 'empty'
    ? { kind: 'fill', held, byTable: null, byText }
    : { kind: 'different', held, byTable: withTable(place), byText };
}

const longestName = 20;
const moneyUnits = /^[万亿]?(?:元|美元)$/;
const measures = /米|公里|亩|公顷|吨|斤|克|千瓦|㎡|℃/;

/** Name and unit that the words suggest for a new indicator, where there is none yet; the name may be empty. */
export function proposedIndicator({ found, clause }: Literal): { name: string; unit: string } {
  const name = clause.before !== '' ? clause.before.slice(-longestName) : clause.after.slice(0, longestName);
  // Money is counted in ten thousands where the text does: 3.5万元 goes into a table of 万元.
  const inTenThousands = moneyUnits.test(found.unit) && /万[^\d]*$/.test(found.text);
  return { name, unit: inTenThousands ? `万${found.unit}` : found.unit };
}

/** What kind of indicator counts the quantity in this unit, and with how many digits after the point. */
export function shapeInUnit(found: SingleQuantity, unit: string): { kind: IndicatorKind; precision: number } {
  const decimals = /\.(\d+)/.exec(valueInUnitOf(found.value, { unit }))?.[1]?.length ?? 0;
  const precision = Math.min(6, decimals);
  if (unit === '%') return { kind: 'rate', precision };
  const isAmount = moneyUnits.test(unit) || measures.test(unit) || decimals > 0;
  return { kind: isAmount ? 'amount' : 'count', precision };
}
