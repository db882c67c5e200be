/**
 * The notation in which templates and the sample write sentences with bindings. For authors of resource files; the
 * clerk never sees it.
 *
 *   {disputes.screened}                  the number as the indicator shows it, with unit
 *   {disputes.screened@-1}               the same of the year before (up to @-10)
 *   {key:integer} {key:decimal(2)} {key:percent(1)} {key:tenThousand(1)} {key:hundredMillion(2)}
 *   {key:over(10)} {key:over(10,多)} {key:about(10,近)} {key:about(100,约)}
 *   {key:threshold(10000)} {key:threshold(10000,首次)} {key:range(3)}
 *   {key:chinese} {key:ordinal} {key:ordinal(第三)}
 *   {key:date} {key:date(monthDay)} {key:date(month)}
 *   {key:growth} {key:change} {key:size(growth)} {key:size(change)}
 *   {key!} {key:integer!}                without unit (not for percent, days and phrases, which have none to leave out)
 *   {key@-1:over(10)!}                   all together
 *
 * 千分位, a word for zero and the wording of a phrase are chosen at the place itself; the notation has no form for them.
 */
import { type BindingFormat, bindingFormatSchema } from './binding-format.ts';
import type { InlineNode } from './document.ts';
import type { Indicator } from './model.ts';

/**
 * `braceUnmatched`: a { without } or a } without {; `notation`: not understood; `formatUnknown`: no such format, or an
 * argument it does not take; `formatUnsuitable`: percent for what is no rate; 万, 余, 近 or a numeral for a rate; a day
 * for what is none, or a day in another format.
 */
export interface StarterProblem {
  code: 'braceUnmatched' | 'notation' | 'formatUnknown' | 'formatUnsuitable' | 'indicatorUnknown';
  /** Index into the text (UTF-16). */
  position: number;
  /** The placeholder with its braces, for the message. */
  placeholder: string;
}
export type StarterOutcome = { ok: true; nodes: InlineNode[] } | { ok: false; problem: StarterProblem };

type KnownIndicator = Pick<Indicator, 'kind' | 'unit'>;

/** Text up to a brace, or a placeholder, or a brace that has no partner. */
const piecePattern = /[^{}]+|\{[^{}]*\}|[{}]/g;
const placeholderPattern =
  /^\{(?<key>[a-z][a-zA-Z0-9]*(?:\.[a-z][a-zA-Z0-9]*)*)(?:@-(?<years>[1-9]|10))?(?::(?<style>[a-zA-Z]+)(?:\((?<arguments>[^(){}]{1,60})\))?)?(?<bare>!?)\}$/;

/**
 * The text and bindings of a starter sentence. An indicator's key is its id. `newId` gives each binding its identity;
 * `indicator` tells what is known of a key, or nothing for a key that does not exist. Never throws on any text; stops
 * at the first problem.
 */
export function parseStarter(
  text: string,
  newId: () => string,
  indicator: (key: string) => KnownIndicator | undefined,
): StarterOutcome {
  const nodes: InlineNode[] = [];
  for (const { 0: piece, index: position } of text.matchAll(piecePattern)) {
    const stopped = (code: StarterProblem['code']): StarterOutcome => ({
      ok: false,
      problem: { code, position, placeholder: piece },
    });
    if (piece === '{' || piece === '}') return stopped('braceUnmatched');
    if (!piece.startsWith('{')) {
      nodes.push({ type: 'text', text: piece });
      continue;
    }
    const parts = placeholderPattern.exec(piece)?.groups;
    if (parts?.key === undefined) return stopped('notation');
    const known = indicator(parts.key);
    if (known === undefined) return stopped('indicatorUnknown');
    const format = formatOf(parts.style ?? 'plain', parts.arguments?.split(',') ?? [], parts.bare === '');
    if (format === null) return stopped('formatUnknown');
    if (!suits(format, known)) return stopped('formatUnsuitable');
    const yearOffset = parts.years === undefined ? 0 : -Number(parts.years);
    nodes.push({ type: 'binding', attrs: { id: newId(), indicatorId: parts.key, yearOffset, format } });
  }
  return { ok: true, nodes };
}

/** The keys a starter names, each once, in reading order; what is no placeholder is passed over. */
export function starterReferences(text: string): string[] {
  const keys = (text.match(piecePattern) ?? []).flatMap(
    (piece) => placeholderPattern.exec(piece)?.groups?.key ?? [],
  );
  return [...new Set(keys)];
}

/** What the arguments of a format say, in their order; the rest of each format follows from its name. */
const readers: Record<string, (first: string | undefined, second: string | undefined) => object> = {
  plain: () => ({}),
  integer: () => ({}),
  decimal: (places) => ({ places: digits(places) }),
  percent: (places) => ({ places: digits(places) }),
  tenThousand: (places) => ({ places: digits(places) }),
  hundredMillion: (places) => ({ places: digits(places) }),
  over: (to, word) => ({ to, word }),
  about: (to, word) => ({ to, word }),
  threshold: (limit, first) => ({ limit, first: first === undefined ? false : first === '首次' || first }),
  range: (years) => ({ years: digits(years) }),
  chinese: () => ({}),
  ordinal: (example) => ({ chinese: example === undefined ? false : example === '第三' || example }),
  date: (form = 'full') => ({ form }),
  growth: () => ({}),
  change: () => ({}),
  size: (of) => ({ of }),
};
const mostArguments: Record<string, number> = {
  ...{ plain: 0, integer: 0, chinese: 0, growth: 0, change: 0 },
  ...{ over: 2, about: 2, threshold: 2 },
};
const withoutUnit = ['percent', 'date', 'growth', 'change', 'size'];

function digits(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}

/** The format of that name; null when there is none, or the arguments or the ! do not belong to it. */
function formatOf(style: string, given: readonly string[], unit: boolean): BindingFormat | null {
  const read = readers[style];
  const takesUnit = !withoutUnit.includes(style);
  if (read === undefined || given.length > (mostArguments[style] ?? 1) || !(unit || takesUnit)) return null;
  const [first, second] = given;
  const described = { style, ...read(first, second), ...(takesUnit && { unit }) };
  return bindingFormatSchema.safeParse(described).data ?? null;
}

/** Formats that a rate cannot take. */
const notForRates: readonly BindingFormat['style'][] = [
  ...(['tenThousand', 'hundredMillion', 'over', 'about', 'chinese', 'ordinal'] as const),
];

function suits(format: BindingFormat, { kind }: KnownIndicator): boolean {
  if (kind === 'date') return format.style === 'date' || format.style === 'plain';
  if (format.style === 'date') return false;
  if (format.style === 'percent') return kind === 'rate';
  return kind !== 'rate' || !notForRates.includes(format.style);
}
