/** How well the words around a number name an indicator. */
import { type Clause, core, unexplained } from './clause.ts';
import { bigrams, type Phrase, type Vocabulary } from './vocabulary.ts';

export interface Likeness {
  /** 0–1. */
  score: number;
  /** The words of the text that agree. */
  words: string;
  /** Nothing else is said of the number: no place, no kind, no share. */
  whole: boolean;
}

const nothing: Likeness = { score: 0, words: '', whole: false };
/** Before a number that its name follows: 设置29块政务公开栏. */
const opensName = /(?:^|[和与及在到对把向于给的由把派出有])$/;
const longestTail = 14;

/** The best match of the indicator's phrases, the words before the number first. */
export function likeness(
  clause: Clause,
  phrases: readonly Phrase[],
  chapter: string | null,
  vocabulary: Vocabulary,
): Likeness {
  let best = nothing;
  for (const phrase of phrases) {
    for (const one of [
      beforeMatch(clause, phrase),
      partMatch(clause, phrase),
      behindMatch(clause, phrase),
      looseMatch(clause, phrase, vocabulary),
    ]) {
      const elsewhere = phrase.chapter !== null && phrase.chapter !== chapter;
      const score = one.score * phrase.weight * brevity(phrase.words, elsewhere);
      if (score > best.score) best = { ...one, score };
    }
  }
  return best;
}

/** Short words match by chance, and the words of a starter mean less in another chapter. */
function brevity(words: string, elsewhere: boolean): number {
  if (elsewhere) return words.length <= 2 ? 0.4 : words.length === 3 ? 0.7 : words.length <= 5 ? 0.9 : 1;
  return words.length <= 2 ? 0.93 : words.length === 3 ? 0.97 : 1;
}

function beforeMatch({ before }: Clause, { words, side }: Phrase): Likeness {
  if (side === 'behind' || before === '') return nothing;
  const at = before.lastIndexOf(words);
  if (at === -1) return nothing;
  const behind = before.slice(at + words.length);
  const gap = unexplained(behind);
  const extra = unexplained(before.slice(0, at));
  if (gap > 6) return nothing;
  const score = gap === 0 ? 1 - Math.min(0.06, extra * 0.01) : 0.82 - gap * 0.04;
  return { score, words, whole: gap === 0 && extra === 0 };
}

/** The text says a part of the name, «集体学法» of 领导干部集体学法. */
function partMatch({ before }: Clause, { words, side }: Phrase): Likeness {
  if (side !== 'either' || before.length < 4 || before.length >= words.length) return nothing;
  const part = words.endsWith(before) ? 0.95 : words.startsWith(before) ? 0.93 : 0;
  return part === 0 ? nothing : { score: part, words: before, whole: true };
}

function behindMatch({ before, after }: Clause, { words, side }: Phrase): Likeness {
  if (side === 'before' || after === '') return nothing;
  const at = after.indexOf(words);
  if (at === -1 || at > 2) return nothing;
  const open = before === '' || opensName.test(before) || core(before) === '';
  const rest = unexplained(after.slice(at + words.length));
  return {
    score: (open ? 0.96 : 0.7) - at * 0.1,
    words,
    whole: open && at === 0 && (side === 'behind' || rest <= 6),
  };
}

/** Shared pairs of characters, weighed by how rare they are; the sentence before helps, the clause decides. */
function looseMatch({ before, sentence }: Clause, { words, side }: Phrase, vocabulary: Vocabulary): Likeness {
  if (side !== 'either' || words.length < 4 || before.length < 2) return nothing;
  const near = before.slice(-longestTail);
  let total = 0;
  let shared = 0;
  let direct = 0;
  for (const bigram of bigrams(words)) {
    const weight = vocabulary.rarity(bigram);
    total += weight;
    if (near.includes(bigram)) {
      shared += weight;
      direct += 1;
    } else if (sentence.includes(bigram)) shared += weight * 0.6;
  }
  const tail = before.slice(-2);
  if (direct === 0) return nothing;
  const score = (shared / total) * (words.includes(tail) ? 0.88 : 0.7);
  return { score, words: near, whole: false };
}
