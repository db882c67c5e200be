/** Finding paragraphs of the help by Chinese words, by other letters, or by how they are read aloud. Pure. */
import type { HelpBlock, HelpTopic, HelpTopicId } from './help-topic.ts';

/** How a text is read, one syllable for each of its characters in order; null while the dictionary is not there. */
export type ReadCharacters = (text: string) => readonly string[] | null;

/** From a character to another, the second left out; in the order of the text, never over each other. */
export type Mark = readonly [from: number, to: number];

export interface HelpHit {
  id: HelpTopicId;
  title: string;
  paragraph: string;
  marks: Mark[];
}

const mostOfOneTopic = 3;
const mostHits = 30;
const zhChSh = /^[zcs]h/;

/** The texts of a block that a search looks at. */
export function textsOf(block: HelpBlock): string[] {
  if ('text' in block) return [block.text];
  if ('heading' in block) return [block.heading];
  if ('steps' in block) return block.steps;
  if ('points' in block) return block.points;
  return 'terms' in block ? block.terms.map(([term, meaning]) => `${term}：${meaning}`) : [];
}

function literalMarks(text: string, word: string): Mark[] {
  const marks: Mark[] = [];
  const lower = text.toLowerCase();
  // A few characters become longer in small letters; their places would not be those of the text.
  if (lower.length !== text.length) return marks;
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
    marks.push([at, at + word.length]);
  }
  return marks;
}

/** The character behind the last that the letters name, reading whole syllables or, with `initials`, also their firsts. */
function readTo(syllables: readonly string[], at: number, letters: string, initials: boolean): number | null {
  if (letters === '') return at;
  const syllable = syllables[at];
  if (syllable === undefined || !/^[a-z]/.test(syllable)) return null;
  if (syllable.startsWith(letters)) return at + 1;
  const pieces = initials ? [syllable, zhChSh.exec(syllable)?.[0] ?? '', syllable.charAt(0)] : [syllable];
  for (const piece of new Set(pieces)) {
    if (piece === '' || !letters.startsWith(piece)) continue;
    const end = readTo(syllables, at + 1, letters.slice(piece.length), initials);
    if (end !== null) return end;
  }
  return null;
}

function pinyinMarks(text: string, word: string, read: ReadCharacters, initials: boolean): Mark[] {
  const characters = [...text];
  const syllables = /^[a-z]{2,}$/.test(word) ? read(text) : null;
  if (syllables === null || syllables.length !== characters.length) return [];
  const places = characters.map((_, index) => characters.slice(0, index).join('').length);
  const marks: Mark[] = [];
  for (let at = 0; at < syllables.length; at += 1) {
    const end = readTo(syllables, at, word, initials);
    const from = places[at];
    if (end === null || from === undefined) continue;
    marks.push([from, places[end] ?? text.length]);
    at = end - 1;
  }
  return marks;
}

function marksOf(text: string, word: string, read: ReadCharacters, initials: boolean): Mark[] {
  const literal = literalMarks(text, word);
  return literal.length > 0 ? literal : pinyinMarks(text, word, read, initials);
}

/** Those that touch become one. */
export function joinedMarks(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = [];
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

function hitsOf({ id, title, blocks }: HelpTopic, asked: readonly string[], read: ReadCharacters): HelpHit[] {
  const inTitle = asked.map((word) => marksOf(title, word, read, true));
  const hits = blocks.flatMap(textsOf).flatMap((paragraph): HelpHit[] => {
    const found = asked.map((word) => marksOf(paragraph, word, read, false));
    const all = asked.every((_, index) => found[index]?.length || inTitle[index]?.length);
    const marks = joinedMarks(found.flat());
    return all && marks.length > 0 ? [{ id, title, paragraph, marks }] : [];
  });
  const wholeTitle = inTitle.every((marks) => marks.length > 0);
  const first = blocks.flatMap(textsOf)[0] ?? '';
  if (hits.length === 0 && wholeTitle) return [{ id, title, paragraph: first, marks: [] }];
  return hits.slice(0, mostOfOneTopic);
}

/**
 * The paragraphs in which every word of the query stands, or which stand under a title that has it; topics whose title
 * has all of them come first. An empty query finds nothing.
 */
export function searchHelp(topics: readonly HelpTopic[], query: string, read: ReadCharacters): HelpHit[] {
  const asked = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  const named = (topic: HelpTopic) =>
    asked.every((word) => marksOf(topic.title, word, read, true).length > 0) ? 0 : 1;
  return topics
    .toSorted((a, b) => named(a) - named(b))
    .flatMap((topic) => hitsOf(topic, asked, read))
    .slice(0, mostHits);
}
