/** Holds what the importer found against the labels, and counts. */
import { parseReportFile } from '../../src/main/core/import/import-file.ts';
import type { ParsedReport } from '../../src/shared/domain/parsed-report.ts';
import { factNames, type LabelledReport, type LabelledSet, type Labels } from './labels.ts';

export interface Tally {
  right: number;
  labelled: number;
  found: number;
}

export interface Miss {
  /** `file:line`, the line counted from 1; of what has no line of its own, the file alone. */
  place: string;
  what: string;
}

export interface Score {
  name: string;
  reports: number;
  headings: Tally;
  /** Value and unit right. */
  quantities: Tally;
  /** Of the quantities found right, those whose wording and hedge are right as well. */
  wording: { right: number; of: number };
  facts: { right: number; of: number };
  /** Non-blank characters kept or listed as left out, of those in the source. */
  characters: { accounted: number; of: number };
  misses: Miss[];
}

export function precision({ right, found }: Tally): number {
  return found === 0 ? 1 : right / found;
}

export function recall({ right, labelled }: Tally): number {
  return labelled === 0 ? 1 : right / labelled;
}

/** Harmonic mean of precision and recall. */
export function f1(tally: Tally): number {
  return (2 * tally.right) / (tally.found + tally.labelled || 1);
}

export function scoreSet({ name, reports }: LabelledSet): Score {
  const total: Score = {
    name,
    reports: reports.length,
    headings: { right: 0, labelled: 0, found: 0 },
    quantities: { right: 0, labelled: 0, found: 0 },
    wording: { right: 0, of: 0 },
    facts: { right: 0, of: 0 },
    characters: { accounted: 0, of: 0 },
    misses: [],
  };
  for (const report of reports) scoreReport(report, total);
  return total;
}

type Heading = Labels['headings'][number];
type Quantity = Labels['quantities'][number];

function scoreReport({ name, text, labels }: LabelledReport, total: Score): void {
  const outcome = parseReportFile(name.split('/').at(-1) ?? name, new TextEncoder().encode(text));
  if (!outcome.ok) throw new Error(`${name}: ${outcome.error.code}`);
  const parsed = outcome.value;
  const note = (line: number | null, what: string) =>
    total.misses.push({ place: line === null ? name : `${name}:${line}`, what });

  const headingKey = ({ level, marker, text: words }: Heading) => compact(`${level}|${marker}|${words}`);
  const headings = align(labels.headings, parsed.headings, headingKey);
  count(total.headings, headings, labels.headings, parsed.headings);
  const headingWords = ({ marker, text: words }: Heading) => `${marker}${words}`;
  report(text, headings, labels.headings, parsed.headings, headingWords, headingKey, 'heading', note);

  const quantityKey = ({ value, unit }: Quantity) => `${[value].flat().join('~')} ${unit}`;
  const quantities = align(labels.quantities, parsed.quantities, quantityKey);
  count(total.quantities, quantities, labels.quantities, parsed.quantities);
  const quantityWords = (each: Quantity) => each.text;
  const told = (each: Quantity) => `${each.text} = ${quantityKey(each)}`;
  report(text, quantities, labels.quantities, parsed.quantities, quantityWords, told, 'quantity', note);
  for (const [label, found] of quantities) {
    total.wording.of += 1;
    if (compact(label.text) === compact(found.text) && label.approx === found.approx)
      total.wording.right += 1;
    else
      note(
        lineOf(text, label.text),
        `wording: ${label.text} (${label.approx}), found ${found.text} (${found.approx})`,
      );
  }

  for (const fact of factNames) {
    total.facts.of += 1;
    if (parsed[fact] === labels.facts[fact]) total.facts.right += 1;
    else note(null, `${fact}: ${labels.facts[fact]}, found ${parsed[fact]}`);
  }
  const { accounted, of } = accountedCharacters(text, parsed);
  total.characters.accounted += accounted;
  total.characters.of += of;
  if (accounted < of) note(null, `${of - accounted} characters are not accounted for`);
}

function count(
  tally: Tally,
  pairs: readonly unknown[],
  labelled: readonly unknown[],
  found: readonly unknown[],
): void {
  tally.right += pairs.length;
  tally.labelled += labelled.length;
  tally.found += found.length;
}

function report<L, F extends L>(
  text: string,
  pairs: readonly [L, F][],
  labelled: readonly L[],
  found: readonly F[],
  words: (each: L) => string,
  told: (each: L) => string,
  kind: string,
  note: (line: number | null, what: string) => void,
): void {
  const matchedLabels = new Set<L>(pairs.map(([label]) => label));
  const matchedFound = new Set<L>(pairs.map(([, each]) => each));
  for (const [each, line] of placed(text, labelled, words)) {
    if (!matchedLabels.has(each)) note(line, `${kind} missed: ${told(each)}`);
  }
  for (const [each, line] of placed(text, found, words)) {
    if (!matchedFound.has(each)) note(line, `${kind} too many: ${told(each)}`);
  }
}

/** Lines on which the pieces stand, looked for one after the other, blanks aside. */
function placed<T>(text: string, pieces: readonly T[], words: (each: T) => string): [T, number | null][] {
  const { bare, lines } = bareText(text);
  let at = 0;
  return pieces.map((each) => {
    const wanted = compact(words(each));
    const place = bare.indexOf(wanted, at);
    if (place < 0) return [each, lines[at] ?? null];
    at = place + wanted.length;
    return [each, lines[place] ?? null];
  });
}

function lineOf(text: string, words: string): number | null {
  return placed(text, [words], (each) => each)[0]?.[1] ?? null;
}

/** The text without blanks and bold marks, and the line of each character. */
function bareText(text: string): { bare: string; lines: number[] } {
  const lines: number[] = [];
  const bare = text.split('\n').map((line, index) => {
    const kept = compact(line);
    for (let count = 0; count < kept.length; count += 1) lines.push(index + 1);
    return kept;
  });
  return { bare: bare.join(''), lines };
}

function compact(text: string): string {
  return text.replace(/\s+|\*\*/g, '');
}

/** Longest common subsequence by key: labels and findings paired in order. */
export function align<L, F>(
  labels: readonly L[],
  found: readonly F[],
  key: (each: L | F) => string,
): [L, F][] {
  const left = labels.map(key);
  const right = found.map(key);
  const best = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const longest =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
      best[row]?.splice(column, 1, longest);
    }
  }
  const pairs: [L, F][] = [];
  let row = 0;
  let column = 0;
  while (row < left.length && column < right.length) {
    const label = labels[row];
    const each = found[column];
    if (left[row] === right[column] && label !== undefined && each !== undefined) {
      pairs.push([label, each]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** Characters as a bag: how many of the source's stand among those kept or listed as left out. */
function accountedCharacters(text: string, parsed: ParsedReport): { accounted: number; of: number } {
  const left = new Map<string, number>();
  const kept = [...parsed.paragraphs, ...parsed.dropped].map((each) => each.text).join('');
  for (const character of kept.replace(/\s/g, '')) left.set(character, (left.get(character) ?? 0) + 1);
  const characters = [...text.replace(/\s/g, '')];
  let accounted = 0;
  for (const character of characters) {
    const remaining = left.get(character) ?? 0;
    if (remaining === 0) continue;
    accounted += 1;
    left.set(character, remaining - 1);
  }
  return { accounted, of: characters.length };
}
