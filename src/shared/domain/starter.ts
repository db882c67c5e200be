/**
 * The notation in which templates and the sample write sentences with bindings. For authors of resource files; the
 * clerk never sees it.
 *
 *   {disputes.screened}                  the number as the indicator shows it, with unit
 *   {disputes.screened@-1}               the same of the year before (up to @-10)
 *   {key:integer} {key:decimal(2)} {key:percent(1)} {key:tenThousand(1)} {key:over(10)} {key:growth} {key:change}
 *   {key!} {key:integer!}                without unit (not for percent and the phrases, which have none to leave out)
 *   {key@-1:over(10)!}                   all together
 */
import { type BindingFormat, bindingFormatSchema } from './binding-format.ts';
import type { InlineNode } from './document.ts';
import type { Indicator } from './model.ts';

/**
 * `braceUnmatched`: a { without } or a } without {; `notation`: not understood; `formatUnknown`: no such format, or an
 * argument it does not take; `formatUnsuitable`: percent for what is no rate, 万 or 余 for a rate.
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
  /^\{(?<key>[a-z][a-zA-Z0-9]*(?:\.[a-z][a-zA-Z0-9]*)*)(?:@-(?<years>[1-9]|10))?(?::(?<style>[a-zA-Z]+)(?:\((?<argument>\d{1,5})\))?)?(?<bare>!?)\}$/;

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
    const format = formatOf(parts.style ?? 'plain', parts.argument, parts.bare === '');
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

/** The format of that name; null when there is none, or the argument or the ! does not belong to it. */
function formatOf(style: string, argument: string | undefined, unit: boolean): BindingFormat | null {
  const described = {
    style,
    ...(style === 'over' ? { to: argument } : argument === undefined ? {} : { places: Number(argument) }),
    ...(style === 'percent' || style === 'growth' || style === 'change' ? {} : { unit }),
  };
  const format = bindingFormatSchema.safeParse(described).data;
  if (format === undefined) return null;
  const takesArgument = 'places' in format || 'to' in format;
  const takesBare = 'unit' in format;
  return takesArgument === (argument !== undefined) && (unit || takesBare) ? format : null;
}

function suits(format: BindingFormat, { kind }: KnownIndicator): boolean {
  if (format.style === 'percent') return kind === 'rate';
  return kind !== 'rate' || (format.style !== 'tenThousand' && format.style !== 'over');
}
