/** The next step that a report's card shows, from what the workspace counts. Pure. */
import type { ReportCard } from '../../../shared/contract.ts';
import type { Place } from '../../app/route.ts';

export interface CardStep {
  kind: 'numbers' | 'fill' | 'changed' | 'missing' | 'paragraphs' | 'chapters' | 'export' | 'final';
  count: number;
  place: Place;
}

/**
 * The order of the report's own next step. A template asks for more numbers than a report shows, so those without a
 * value come last, except while there is none at all.
 */
export function cardStep(card: ReportCard): CardStep {
  const { numbers, changedPlaces, carriedParagraphs, emptyChapters } = card;
  if (card.state === 'final') return { kind: 'final', count: 0, place: 'write' };
  if (numbers.carried > 0) return { kind: 'numbers', count: numbers.carried, place: 'data' };
  if (numbers.confirmed === 0 && numbers.missing > 0) {
    return { kind: 'fill', count: numbers.missing, place: 'data' };
  }
  if (changedPlaces > 0) return { kind: 'changed', count: changedPlaces, place: 'write' };
  if (carriedParagraphs > 0) return { kind: 'paragraphs', count: carriedParagraphs, place: 'write' };
  if (emptyChapters > 0) return { kind: 'chapters', count: emptyChapters, place: 'write' };
  if (numbers.missing > 0) return { kind: 'missing', count: numbers.missing, place: 'data' };
  return { kind: 'export', count: 0, place: 'submit' };
}
