/** What stands after the text: signature, date of issue, and the imprint (版记: copies to, printed by, on). */
import { withoutBlanks } from '../../../../shared/domain/text/characters.ts';
import { dateOfLine, findDates } from '../../../../shared/domain/text/dates.ts';
import { isOpen, type Line } from './line.ts';
import { isIssuingOrganization, isOrganizationLine } from './organization-name.ts';

export interface Closing {
  lines: Line[];
  /** The signing organ, or null. */
  signature: string | null;
  /** Date of issue (成文日期), ISO, or null. */
  date: string | null;
  /** Date of printing in the imprint, or null. */
  printedOn: string | null;
}

/** Lines from the end in which a signature or an imprint is looked for. */
const mostClosingLines = 12;
const printed = /印发[。.]?$/;
const imprint =
  /^(?:抄送|抄报|分送|主送|校对|打字|承办单位|印制|印数|共印)[：:\d]|^[（(]?共印\d{1,4}份[）)]?$|^[（(]此件.{2,14}[）)]$/;

/** Finds the closing lines; `from` is the first line that may belong to them (the front matter lies before). */
export function readClosing(all: readonly Line[], from: number): Closing {
  const { lines, printedOn } = dropImprint(all, from);
  const split = splitSignature(lines, from);
  const tail = openTail(split, from);
  const dated = tail.findLast((index) => dateOfLine(split[index]?.text ?? '') !== null);
  const signed = dated === undefined ? signatureAtEnd(split, tail) : signatureAround(split, tail, dated);
  const marked = split.map((line, index): Line => {
    if (index === dated) return { ...line, kind: 'date' };
    return signed.includes(index) ? { ...line, kind: 'signature' } : line;
  });
  const last = signed.at(-1);
  return {
    lines: marked,
    signature: last === undefined ? null : withoutBlanks(marked[last]?.text ?? ''),
    date: dated === undefined ? null : dateOfLine(marked[dated]?.text ?? ''),
    printedOn,
  };
}

/** Indices of the last open lines, in order. */
function openTail(lines: readonly Line[], from: number): number[] {
  return lines
    .flatMap((line, index) => (index >= from && isOpen(line) ? [index] : []))
    .slice(-mostClosingLines);
}

function dropImprint(all: readonly Line[], from: number): { lines: Line[]; printedOn: string | null } {
  const lines = all.map((line) => ({ ...line }));
  const tail = openTail(lines, from);
  let printedOn: string | null = null;
  tail.forEach((index, position) => {
    const line = lines[index];
    if (line === undefined) return;
    const compact = withoutBlanks(line.text);
    if (imprint.test(compact)) line.drop = 'imprint';
    if (!printed.test(compact) || compact.length > 60) return;
    const [date] = findDates(line.text);
    if (date === undefined) return;
    line.drop = 'imprint';
    printedOn = date.iso.length === 10 ? date.iso : null;
    // The printing office stands on a line of its own, unless this is the only signature there is.
    const above = lines[tail[position - 1] ?? -1];
    if (above === undefined || !isOpen(above) || !isOrganizationLine(above.text)) return;
    const higher = lines[tail[position - 2] ?? -1];
    const signedAbove =
      higher !== undefined &&
      isOpen(higher) &&
      (dateOfLine(higher.text) !== null || isOrganizationLine(higher.text));
    if (signedAbove || !isIssuingOrganization(above.text)) above.drop = 'imprint';
  });
  return { lines, printedOn };
}

/** «XX镇人民政府        2021年3月5日» on one line becomes two; behind the text's last sentence, three. */
function splitSignature(lines: readonly Line[], from: number): Line[] {
  const tail = openTail(lines, from).slice(-4);
  return lines.flatMap((line, index) => {
    if (!tail.includes(index)) return [line];
    const date = findDates(line.text).at(-1);
    if (date === undefined || date.end !== line.text.length || date.iso.length !== 10) return [line];
    // A report in one paragraph has them behind its last sentence.
    const before = line.text.slice(0, date.start);
    const sentence = 1 + Math.max(...['。', '！', '？'].map((end) => before.lastIndexOf(end)));
    const organ = line.text.slice(sentence, date.start).trim();
    if (organ === '' || !isOrganizationLine(organ)) return [line];
    const pieces = [line.text.slice(0, sentence).trim(), organ, line.text.slice(date.start)];
    const whole = pieces.filter((text) => text !== '');
    return whole.map((text, index) =>
      index === 0 ? { ...line, text } : { ...line, text, removed: [], blankBefore: false },
    );
  });
}

/** Organs directly above or below the date. */
function signatureAround(lines: readonly Line[], tail: readonly number[], dated: number): number[] {
  const position = tail.indexOf(dated);
  const isOrgan = (index: number | undefined) =>
    index !== undefined && isOrganizationLine(lines[index]?.text ?? '');
  const above = [];
  for (let at = position - 1; at >= 0 && above.length < 3 && isOrgan(tail[at]); at -= 1)
    above.unshift(tail[at]);
  const below = above.length === 0 && isOrgan(tail[position + 1]) ? [tail[position + 1]] : [];
  return [...above, ...below].filter((index) => index !== undefined);
}

/** Without a date only an issuing organ in the last line is taken for a signature. */
function signatureAtEnd(lines: readonly Line[], tail: readonly number[]): number[] {
  const last = tail.at(-1);
  return last !== undefined && isIssuingOrganization(lines[last]?.text ?? '') ? [last] : [];
}
