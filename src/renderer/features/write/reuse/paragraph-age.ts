/** For how long a paragraph has stood as it stands, told from its sentences. Pure. */
import type { SentenceAge } from '../../../../shared/domain/roll/staleness.ts';

export type ParagraphAge =
  /** Every sentence stands word for word; `years` reports in a row, this one included. */
  | { kind: 'unchanged'; years: number }
  /** The words of all stand; in some only numbers or years are others. */
  | { kind: 'numbersOnly'; years: number }
  /** Some sentences stand word for word; `years` of the oldest of them. */
  | { kind: 'partly'; years: number; sentences: number };

/** Null where no sentence of an earlier year stands in it unchanged and something was rewritten. */
export function paragraphAge(ages: readonly SentenceAge[]): ParagraphAge | null {
  const unchanged = ages.filter(({ kind }) => kind === 'unchanged');
  if (ages.length > 0 && ages.every(({ kind }) => kind !== null)) {
    const years = Math.min(...ages.map((age) => age.years)) + 1;
    return { kind: unchanged.length === ages.length ? 'unchanged' : 'numbersOnly', years };
  }
  if (unchanged.length === 0) return null;
  const years = Math.max(...unchanged.map((age) => age.years)) + 1;
  return { kind: 'partly', years, sentences: unchanged.length };
}
