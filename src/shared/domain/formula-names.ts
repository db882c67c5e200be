/** How indicators and topics are named in a formula a person writes, and which one a written name stands for. */
import type { Indicator, Topic } from './model.ts';
import { halfWidth } from './text/characters.ts';

export interface FormulaNames {
  /** The ids a written name may stand for: none, one, or several where it is ambiguous. */
  indicators(written: string): string[];
  topics(written: string): string[];
  /** The name to write for an indicator or topic; the tables' own name, in 「」 or with its topic where it must be. */
  indicatorName(id: string): string;
  topicName(id: string): string;
  /** Names that hold brackets or blanks and may yet be written without quotes, longest first, half-width. */
  readonly spacedNames: readonly string[];
}

export const openQuote = '「';
export const closeQuote = '」';
/** Between a topic and its indicator in a name that would be ambiguous alone: 「信访·受理件数」. */
const between = '·';
/** What ends a name that stands without quotes (in half-width text). */
export const nameEnds = /[\s+*/×÷−–(),、;=「」"“”-]/;

const functionWords = {
  sum: '合计',
  topic: '专题合计',
  rate: '占比',
  change: '增减',
  growth: '增长率',
  points: '百分点',
  last: '上年',
} as const;
/** The Chinese word of each function. The formula's language is Chinese in whatever language the program is used. */
export const wordOfFunction: Readonly<Record<keyof typeof functionWords, string>> = functionWords;

/** Two names are the same when they differ in blanks and in the width of signs only. */
export function nameKey(name: string): string {
  return halfWidth(name).replace(/\s+/g, '');
}

/** The names of these tables. */
export function formulaNames(tables: {
  readonly indicators: readonly Indicator[];
  readonly topics: readonly Topic[];
}): FormulaNames {
  const topics = new Map(tables.topics.map((topic) => [topic.id, topic]));
  const ids = new Map(tables.indicators.map((indicator) => [indicator.id, indicator]));
  const byName = idsBy(tables.indicators, ({ name }) => name);
  const byFullName = idsBy(tables.indicators, (indicator) => fullName(indicator, topics));
  const byTopicName = idsBy(tables.topics, ({ name }) => name);

  const named = (written: string, known: ReadonlyMap<string, unknown>, ...maps: Map<string, string[]>[]) => {
    const key = nameKey(written);
    const found = maps.map((map) => map.get(key)).find((matches) => matches !== undefined);
    if (found !== undefined) return found;
    const id = written.startsWith('#') ? written.slice(1) : null;
    return id !== null && known.has(id) ? [id] : [];
  };
  const indicators = (written: string) => named(written, ids, byName, byFullName);
  const topicIds = (written: string) => named(written, topics, byTopicName);
  const spacedNames = spacedNamesOf(tables.indicators);

  return {
    indicators,
    topics: topicIds,
    indicatorName(id) {
      const indicator = ids.get(id);
      if (indicator === undefined) return quoted(`#${id}`);
      return written(id, [indicator.name, fullName(indicator, topics)], indicators, spacedNames);
    },
    topicName(id) {
      const topic = topics.get(id);
      return topic === undefined ? quoted(`#${id}`) : written(id, [topic.name], topicIds, spacedNames);
    },
    spacedNames,
  };
}

function spacedNamesOf(indicators: readonly Indicator[]): string[] {
  return indicators
    .map(({ name }) => halfWidth(name).trim())
    .filter((name) => /[()\s]/.test(name) && !nameEnds.test(name.replace(/[()\s]/g, '')))
    .filter((name) => !beginsWithFunction.test(name))
    .sort((a, b) => b.length - a.length);
}

const beginsWithFunction = new RegExp(`^(?:${Object.values(functionWords).join('|')}|求和|去年)\\s*\\(`);

/**
 * The first of the names that stands for this one alone; where none does, the id. In 「」 where it would be read as
 * something else, also where what follows could make it the beginning of a longer name with brackets.
 */
function written(
  id: string,
  names: readonly string[],
  resolve: (written: string) => string[],
  spacedNames: readonly string[],
): string {
  const name = names.find((one) => {
    const found = resolve(one);
    return found.length === 1 && found[0] === id && !/[「」]/.test(one);
  });
  if (name === undefined) return quoted(`#${id}`);
  const plain = halfWidth(name);
  const begins = spacedNames.some((one) => one.startsWith(plain) && one !== plain);
  const isOther = nameEnds.test(plain) || /^\d+(?:\.\d+)?$/.test(plain) || plain === '';
  return begins || isOther ? quoted(name) : name;
}

function quoted(name: string): string {
  return openQuote + name + closeQuote;
}

function fullName(indicator: Indicator, topics: ReadonlyMap<string, Topic>): string {
  return (topics.get(indicator.topicId)?.name ?? '') + between + indicator.name;
}

function idsBy<T extends { id: string }>(
  items: readonly T[],
  nameOf: (item: T) => string,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const item of items) {
    const key = nameKey(nameOf(item));
    found.set(key, [...(found.get(key) ?? []), item.id]);
  }
  return found;
}
