/**
 * 认领数据: which numbers of an imported report are which indicators. Pure; the person decides, except that what is
 * `safe` may be accepted together.
 */
import type { Chapter, Indicator, Observation } from './model.ts';
import type { NumberBook } from './number-book.ts';
import type { QuantityProposal } from './proposal.ts';
import { assignClaims, type Claim } from './propose/assign.ts';
import { type Candidate, candidatesFor, type RememberedChoice } from './propose/candidates.ts';
import { type LiteralQuantity, literalQuantities } from './propose/found-in-chapters.ts';
import { type BindablePlace, bindablePlace, corePlace } from './propose/place.ts';
import { vocabularyOf } from './propose/vocabulary.ts';
import { comparisonPlace } from './propose/year-on-year.ts';
import type { Template } from './template.ts';

export interface ProposalQuestion {
  chapters: readonly Chapter[];
  template: Template;
  indicators: readonly Indicator[];
  /** All years' numbers as they are before anything is accepted. */
  book: NumberBook;
  /** The report's year. */
  year: number;
  remembered: readonly RememberedChoice[];
}

/** Sure, because the number follows from others. */
const calculatedScore = 0.97;
const mayBeScore = 0.75;
/** What is not safe stays below what is. */
const mostUnsafe = 0.89;

/**
 * A proposal for every single literal quantity, in reading order; ranges have none. Places are counted in `markedText`
 * of the paragraph, where each binding is one character.
 *
 * - A typed indicator is proposed by unit, by the words around the number, by chapter and by other years' numbers; one
 *   number claims at most one indicator, and an indicator has one value, in however many places.
 * - A calculated indicator (化解率) and a comparison (较上年增长26.1%) are proposed only where the text follows from the
 *   numbers of the table and the other proposals; else they stay literal, since they could not be shown.
 * - Numbers of other years, of plans, shares (每季度2次) stay literal.
 * - Approximate numbers (240余人次) are never `safe` unless the table already holds the exact one; accepted, the number
 *   that is written goes into the table, with a note.
 */
export function proposeQuantities(question: ProposalQuestion): QuantityProposal[] {
  const { chapters, template, indicators, book, year } = question;
  const surroundings = { ...question, vocabulary: vocabularyOf(template, indicators) };
  const quantities = literalQuantities(chapters, template, year).map((quantity) => ({
    quantity,
    candidates: candidatesFor(quantity, surroundings),
  }));
  const claims = assignClaims(quantities, book, year);
  const all = book.replace(claimedNumbers(claims, book, year));
  const sure = book.replace(
    claimedNumbers(
      claims.filter(({ safe }) => safe),
      book,
      year,
    ),
  );
  const settled: QuantityProposal[] = [];
  claims.forEach((claim, index) => {
    settled.push(
      calculated(claim, all, sure, year) ??
        compared(claims, index, all, sure, year) ??
        typed(claim) ??
        unknown(claim.quantity),
    );
  });
  return settled;
}

/** Observations that accepting these claims would write; cells that hold something stay as they are. */
function claimedNumbers(claims: readonly Claim[], book: NumberBook, year: number): Observation[] {
  return claims.flatMap(({ candidate, place }): Observation[] => {
    if (candidate === null || place === null) return [];
    const indicatorId = candidate.indicator.id;
    if (book.cell(indicatorId, year).entry.kind !== 'empty') return [];
    const entry = { kind: 'number', value: place.value } as const;
    return [{ indicatorId, year, entry, state: 'confirmed', source: '', note: '', evidence: '' }];
  });
}

function typed({ quantity, candidate, place, safe }: Claim): QuantityProposal | null {
  if (candidate === null || place === null) return null;
  const confidence = rounded(safe ? candidate.score : Math.min(candidate.score, mostUnsafe));
  return proposed(quantity, candidate, place, { confidence, safe });
}

function proposed(
  { chapterId, paragraph }: LiteralQuantity,
  { indicator, words }: Candidate,
  { start, end, text, value, format }: BindablePlace,
  { confidence, safe }: Pick<QuantityProposal, 'confidence' | 'safe'>,
): QuantityProposal {
  return {
    chapterId,
    paragraph,
    start,
    end,
    text,
    value,
    indicatorId: indicator.id,
    format,
    confidence,
    safe,
    evidence: words,
  };
}

/** A calculated indicator, where its number reads as the text does. */
function calculated(
  { quantity, candidate }: Claim,
  all: NumberBook,
  sure: NumberBook,
  year: number,
): QuantityProposal | null {
  if (candidate === null || candidate.indicator.formula === null) return null;
  const { indicator } = candidate;
  const reads = (book: NumberBook) => {
    const { entry } = book.cell(indicator.id, year);
    if (entry.kind !== 'number') return null;
    const place = bindablePlace(quantity.found, indicator, entry.value);
    return place.exact ? place : null;
  };
  const place = reads(all);
  if (place === null) return null;
  const safe = candidate.score >= mayBeScore && !quantity.clause.partial && reads(sure) !== null;
  const unsafe = rounded(Math.min(mostUnsafe, Math.max(mayBeScore, candidate.score)));
  return proposed(quantity, candidate, place, { confidence: safe ? calculatedScore : unsafe, safe });
}

/** A phrase like 较上年增长26.1%, said of the number before it in the same sentence. */
function compared(
  claims: readonly Claim[],
  index: number,
  all: NumberBook,
  sure: NumberBook,
  year: number,
): QuantityProposal | null {
  const claim = claims[index];
  const subject = claims[index - 1];
  if (claim === undefined || subject?.candidate == null) return null;
  const { quantity } = claim;
  const { chapterId, paragraph, found } = subject.quantity;
  if (chapterId !== quantity.chapterId || paragraph !== quantity.paragraph) return null;
  if (/[。！？]/.test(quantity.paragraphText.slice(found.end, quantity.found.start))) return null;
  const { indicator } = subject.candidate;
  const place = comparisonPlace(quantity, indicator.id, all, year);
  if (place === null) return null;
  const safe = comparisonPlace(quantity, indicator.id, sure, year) !== null;
  return {
    chapterId,
    paragraph,
    ...place,
    value: quantity.found.value,
    indicatorId: indicator.id,
    confidence: safe ? calculatedScore : mayBeScore,
    safe,
    evidence: subject.candidate.words,
  };
}

function unknown({ chapterId, paragraph, found }: LiteralQuantity): QuantityProposal {
  return {
    chapterId,
    paragraph,
    ...corePlace(found),
    value: found.value,
    indicatorId: null,
    format: null,
    confidence: 0,
    safe: false,
    evidence: '',
  };
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
