/** Which chapters of the template one imported chapter may be, each with what speaks for it. */
import type { ChapterMapping } from '../chapter-mapping.ts';
import { recognisedChapters } from '../recognise-chapter.ts';
import type { Template } from '../template.ts';
import type { textReader } from './chapter-text.ts';
import type { TemplatePlaces } from './template-places.ts';

export interface Candidate {
  key: string;
  /** 0–1. */
  score: number;
  evidence: ChapterMapping['evidence'];
}

export interface Surroundings {
  template: Template;
  places: TemplatePlaces;
  read: ReturnType<typeof textReader>;
}

export interface Question {
  heading: string;
  text: string;
  /** Headings of the chapters directly below. */
  below: readonly string[];
  /** Template chapters that the chapters above answer, the nearest first. */
  above: readonly string[];
  /** 1–4. */
  level: number;
}

/** How much the longest recognising word says, by its number of characters: two may stand there by chance. */
const byLength = [0, 0.3, 0.56, 0.68, 0.8, 0.86, 0.9];
const anotherWord = 0.05;
/** Headings of the third level and below name single measures; their texts alone place nothing. */
const deepestByText = 2;

const placeWeight = 0.05;
const textWeight = 0.1;
const textAlone = { least: 0.42, clear: 0.25 };
const childrenAlone = { each: 0.1, least: 0.5, most: 0.78, support: 0.08 };

/** Best first. A chapter below another is never the one above again, nor what has no place below it. */
export function candidatesFor(question: Question, { template, places, read }: Surroundings): Candidate[] {
  const { heading, text, above, level, below } = question;
  const found = new Map<string, Candidate>();
  const add = (key: string, score: number, evidence: ChapterMapping['evidence'][number]) => {
    const known = found.get(key);
    const says = evidence.words.length > 0 || evidence.reason === 'children';
    found.set(key, {
      key,
      score: (known?.score ?? 0) + score,
      evidence: [...(known?.evidence ?? []), ...(says ? [evidence] : [])],
    });
  };

  for (const { key, words } of recognisedChapters(heading, template)) {
    const longest = words[0]?.length ?? 0;
    const more = Math.min(2, words.length - 1) * anotherWord;
    const score = words[0] === heading ? 1 : (byLength[longest] ?? 0.9) + more;
    add(key, score, { reason: 'heading', words });
  }
  for (const { key, count } of level === 1 ? holdersOf(below, template, places) : []) {
    const alone = Math.min(childrenAlone.most, childrenAlone.least + childrenAlone.each * (count - 1));
    add(key, found.has(key) ? childrenAlone.support : alone, { reason: 'children', words: [] });
  }
  const alike = read(text);
  alike.forEach(({ key, share, words }, rank) => {
    if (found.has(key)) {
      if (share > 0.5) add(key, textWeight * share, { reason: 'text', words });
    } else if (rank === 0 && level <= deepestByText && words.length > 0) {
      const clear = 1 - (alike[1]?.share ?? 0);
      add(key, textAlone.least + textAlone.clear * clear, { reason: 'text', words });
    }
  });
  const nearest = above[0];
  return [...found.values()]
    .filter(({ key }) => !above.includes(key))
    .filter(({ key }) => nearest === undefined || above.some((holder) => places.mayStandBelow(key, holder)))
    .map((candidate) => {
      const fits =
        nearest === undefined
          ? level > 1 || places.atTop(candidate.key)
          : places.mayStandBelow(candidate.key, nearest);
      const score = candidate.score + (fits ? placeWeight : -placeWeight);
      return { ...candidate, score: Math.min(1, Math.max(0, score)) };
    })
    .sort((a, b) => b.score - a.score);
}

/** Chapters of the first level below which the template has what at least two of these headings say. */
function holdersOf(
  headings: readonly string[],
  template: Template,
  places: TemplatePlaces,
): { key: string; count: number }[] {
  const keys = headings.flatMap((heading) => recognisedChapters(heading, template)[0]?.key ?? []);
  return template.chapters
    .filter(({ key }) => places.atTop(key) && places.holdsOthers(key))
    .map(({ key }) => ({ key, count: keys.filter((one) => places.mayStandBelow(one, key)).length }))
    .filter(({ count }) => count >= 2 && count * 2 >= headings.length);
}
