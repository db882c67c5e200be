/** What a chapter's text says about which chapter of the template it is. */
import { bigrams } from '../propose/vocabulary.ts';
import type { Template } from '../template.ts';

export interface TextLikeness {
  key: string;
  /** Against the most alike chapter, which has 1. */
  share: number;
  /** Recognising words and names of indicators that stand in the text, the longest first, at most three. */
  words: string[];
}

/** So much of a text tells its subject; the rest would only cost time. */
const readCharacters = 3000;
/** Less common ground than this is chance. */
const leastWeight = 8;
const longestEvidence = 3;

function meaningful(text: string): Set<string> {
  return new Set(bigrams(text).filter((pair) => /^\p{Script=Han}{2}$/u.test(pair)));
}

/** Reads texts against the starters, recognising words and indicator names of each section of the template. */
export function textReader(template: Template): (text: string) => TextLikeness[] {
  const names = new Map(
    template.topics.flatMap(({ indicators }) =>
      indicators.map(({ key, name, aliases }) => [key, [name, ...aliases]]),
    ),
  );
  const chapters = template.chapters
    .filter(({ kind }) => kind === 'section')
    .map(({ key, heading, recognisedBy, starters }) => {
      const told = starters.flatMap((starter) =>
        [...starter.matchAll(/\{([a-zA-Z.]+)/g)].flatMap(([, indicator = '']) => names.get(indicator) ?? []),
      );
      const words = [...new Set([...recognisedBy, ...told])].filter((word) => word.length > 2);
      const prose = starters.map((starter) => starter.replace(/\{[^}]*\}/g, '，'));
      return { key, words, pairs: meaningful([heading, ...words, ...prose].join('，')) };
    });
  const holders = new Map<string, number[]>();
  chapters.forEach(({ pairs }, index) => {
    for (const pair of pairs) holders.set(pair, [...(holders.get(pair) ?? []), index]);
  });
  const weightOf = (held: readonly number[]) => Math.log(chapters.length / held.length);
  /** Weight of these pairs in each chapter. */
  const weigh = (pairs: Iterable<string>): number[] => {
    const sums = chapters.map(() => 0);
    for (const pair of pairs) {
      const held = holders.get(pair) ?? [];
      for (const index of held) sums[index] = (sums[index] ?? 0) + weightOf(held);
    }
    return sums;
  };
  const sizes = chapters.map(({ pairs }, index) => Math.sqrt(weigh(pairs)[index] ?? 0));

  return (whole) => {
    const text = whole.slice(0, readCharacters);
    const common = weigh(meaningful(text));
    const alike = chapters.flatMap(({ key, words }, index) => {
      const weight = common[index] ?? 0;
      return weight < leastWeight ? [] : [{ key, words, likeness: weight / (sizes[index] ?? 1) }];
    });
    const most = Math.max(...alike.map(({ likeness }) => likeness));
    return alike
      .sort((a, b) => b.likeness - a.likeness)
      .map(({ key, words, likeness }) => ({
        key,
        share: likeness / most,
        words: words
          .filter((word) => text.includes(word))
          .sort((a, b) => b.length - a.length)
          .slice(0, longestEvidence),
      }));
  };
}
