/** The words by which each indicator is told in reports: its name, its aliases, and the starter sentences around it. */
import type { Indicator } from '../model.ts';
import type { Template } from '../template.ts';
import { comparable, core } from './clause.ts';

export interface Phrase {
  /** Comparable form. */
  words: string;
  /** Where the words stand: before the number, behind it, or on either side. */
  side: 'before' | 'behind' | 'either';
  /** How much a full match of these words says, 0–1. */
  weight: number;
  /** Template chapter in whose starters they stand; null for names, which hold everywhere. */
  chapter: string | null;
}

export interface Vocabulary {
  phrases(indicatorId: string): readonly Phrase[];
  /** 1 for words that one indicator has alone, towards 0 for those that many share. */
  rarity(bigram: string): number;
  /** How well the indicator suits a chapter: 1 its starters name it, 0.5 its topic is told there, −0.5 another's, 0 unknown. */
  suits(indicatorId: string, templateChapterKey: string | null): number;
}

const placeholder = /\{(?<key>[a-zA-Z.]+)(?<year>@-\d+)?(?::(?<style>[a-zA-Z]+)[^}]*)?\}/g;
const clauseBreak = /[，,。；;！!？?：:、]/;

/** The pairs of neighbouring characters, in their order. */
export function bigrams(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}

/** The vocabulary of a template, for the indicators that the workspace holds. Without topics the aliases are unknown. */
export function vocabularyOf(
  template: Pick<Template, 'topics' | 'chapters'>,
  indicators: readonly Indicator[],
): Vocabulary {
  const aliases = new Map(
    template.topics.flatMap((topic) => topic.indicators.map(({ key, aliases: words }) => [key, words])),
  );
  const starters = starterPhrases(template);
  const phrases = new Map(
    indicators.map(({ id, name }) => [
      id,
      distinct([
        named(name, 1),
        ...(aliases.get(id) ?? []).map((words) => named(words, 0.97)),
        ...(starters.get(id) ?? []),
      ]),
    ]),
  );
  const holders = new Map<string, number>();
  for (const own of phrases.values()) {
    const words = own.filter(({ chapter }) => chapter === null).flatMap((phrase) => bigrams(phrase.words));
    for (const bigram of new Set(words)) holders.set(bigram, (holders.get(bigram) ?? 0) + 1);
  }
  const relations = chapterRelations(template, indicators);
  const most = Math.log(1 + indicators.length);
  return {
    phrases: (id) => phrases.get(id) ?? [],
    rarity: (bigram) => Math.log(1 + indicators.length / (holders.get(bigram) ?? 1)) / most,
    suits: (id, chapter) => relations(id, chapter),
  };
}

function named(words: string, weight: number): Phrase {
  const inner = core(words);
  return { words: inner === '' ? comparable(words) : inner, side: 'either', weight, chapter: null };
}

function distinct(phrases: readonly Phrase[]): Phrase[] {
  return phrases.filter(
    ({ words, side, chapter }, index) =>
      words.length >= 2 &&
      phrases.findIndex(
        (other) => other.words === words && other.side === side && other.chapter === chapter,
      ) === index,
  );
}

/** Words directly before and behind each placeholder of this year's plain numbers. */
function starterPhrases(template: Pick<Template, 'chapters'>): Map<string, Phrase[]> {
  const found = new Map<string, Phrase[]>();
  const add = (key: string, phrase: Phrase) => found.set(key, [...(found.get(key) ?? []), phrase]);
  for (const chapter of template.chapters) {
    for (const starter of chapter.starters) {
      const places = [...starter.matchAll(placeholder)];
      places.forEach((place, index) => {
        const { key = '', year, style } = place.groups ?? {};
        if (year !== undefined || style === 'growth' || style === 'change') return;
        const previous = places[index - 1];
        const previousEnd = previous === undefined ? 0 : previous.index + previous[0].length;
        const before = starter.slice(previousEnd, place.index).split(clauseBreak).at(-1) ?? '';
        const behind = starter.slice(place.index + place[0].length).split(/[，,。；;：:、{]/)[0] ?? '';
        const weight = 0.95;
        add(key, { words: core(before), side: 'before', weight, chapter: chapter.key });
        add(key, { words: comparable(behind), side: 'behind', weight, chapter: chapter.key });
      });
    }
  }
  return found;
}

function chapterRelations(template: Pick<Template, 'chapters'>, indicators: readonly Indicator[]) {
  const topics = new Map(indicators.map(({ id, topicId }) => [id, topicId]));
  const direct = new Map(
    template.chapters.map(({ key, starters }) => [
      key,
      new Set(
        starters.flatMap((starter) =>
          [...starter.matchAll(placeholder)].map((place) => place.groups?.key ?? ''),
        ),
      ),
    ]),
  );
  return (id: string, chapter: string | null): number => {
    const named = chapter === null ? undefined : direct.get(chapter);
    if (named === undefined || named.size === 0) return 0;
    if (named.has(id)) return 1;
    return [...named].some((one) => topics.get(one) === topics.get(id)) ? 0.5 : -0.5;
  };
}
