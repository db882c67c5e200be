/** What stands before the text: red head, document number, title, date, addressee. */
import { endsSentence, halfWidth, withoutBlanks } from '../../../../shared/domain/text/characters.ts';
import { dateOfLine } from '../../../../shared/domain/text/dates.ts';
import { findMarker } from '../../../../shared/domain/text/markers.ts';
import { isOpen, type Line } from './line.ts';
import { isOrganizationLine, townshipIn } from './organization-name.ts';

export interface FrontMatter {
  lines: Line[];
  /** Index of the first line of the text proper. */
  end: number;
  title: string | null;
  /** From the red head, or a line of its own. */
  organization: string | null;
  documentNumber: string | null;
  /** Without its colon. */
  addressee: string | null;
  /** Date under the title. */
  date: string | null;
}

/** No report has more lines before its text. */
const mostFrontLines = 40;
const longestFrontLine = 60;
const redHead = /^.{2,40}(?:政府|委员会|办公室|办事处|党委|工委|司法所|局)文件$/;
const documentNumber = /[\u4e00-\u9fffA-Za-z]{0,20}[〔[(【［]?(?:19|20)\d\d[〕\])】］]?年?第?\d{1,5}号/;
const bracketed = /[〔[(【［](?:19|20)\d\d[〕\])】］]/;
const titleEnding = /(?:报告|总结|汇报|情况|要点|计划|方案|年报|综述|说明|材料|小结)(?:[（(].{1,24}[）)])?$/;
const closedTitle = /(?:报告|总结|汇报|年报|要点|计划)(?:[（(].{1,24}[）)])?$/;
const subtitle = /^(?:[（(](?:[^（）()]{1,24})[）)]|[—–-]{1,3}.{2,40})$/;
/** «（2024年1月）» under a title is when it was written, not what it is called. */
const monthInBrackets = /^[（(](?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?[）)]$/;
const addresseeWords = /政府|委|人大|政协|局|办|厅|院|领导|同志|各|代表|小组|中心|处|部|司/;

/** Finds the front matter; lines that it cannot place stay open. */
export function readFrontMatter(all: readonly Line[]): FrontMatter {
  const lines = all.map((line) => ({ ...line }));
  const end = endOfFront(lines);
  const found: Omit<FrontMatter, 'lines' | 'end'> = {
    title: null,
    organization: null,
    documentNumber: null,
    addressee: null,
    date: null,
  };
  for (const line of lines.slice(0, end)) {
    if (!isOpen(line)) continue;
    const compact = withoutBlanks(line.text);
    const date = dateOfLine(line.text);
    if (redHead.test(compact)) {
      line.kind = 'organization';
      found.organization ??= compact.replace(/文件$/, '');
    } else if (bracketed.test(compact) && documentNumber.test(compact) && compact.length <= 50) {
      line.kind = 'documentNumber';
      found.documentNumber ??= documentNumber.exec(compact)?.[0] ?? null;
    } else if (date !== null || monthInBrackets.test(halfWidth(compact))) {
      line.kind = 'date';
      found.date ??= date;
    } else if (isAddressee(compact)) {
      line.kind = 'addressee';
      found.addressee ??= line.text.replace(/[：:]\s*$/, '').trim();
    }
  }
  found.title = markTitle(lines.slice(0, end));
  for (const line of lines.slice(0, end)) {
    if (isOpen(line) && isOrganizationLine(line.text)) {
      line.kind = 'organization';
      found.organization ??= withoutBlanks(line.text);
    }
  }
  return { lines, end, ...found };
}

/** Index of the first line of the text proper. */
function endOfFront(lines: readonly Line[]): number {
  const end = lines.findIndex((line, index) => {
    if (index >= mostFrontLines || line.place !== 'text') return true;
    if (!isOpen(line) || isAddressee(withoutBlanks(line.text))) return false;
    const long = withoutBlanks(line.text).length > longestFrontLine;
    return (
      long ||
      endsSentence(line.text) ||
      line.text.includes('。') ||
      findMarker(line.text, line.numbering) !== null
    );
  });
  return end < 0 ? lines.length : end;
}

function isAddressee(compact: string): boolean {
  return (
    /[：:]$/.test(compact) &&
    compact.length <= 100 &&
    !/如下[：:]$|。/.test(compact) &&
    addresseeWords.test(compact)
  );
}

/** Marks the title's lines, drops its repetitions, and returns it in one piece without blanks. */
function markTitle(front: Line[]): string | null {
  const last = lastTitleLine(front);
  if (last < 0) return null;
  let first = last;
  while (first > 0 && last - first < 3 && continuesIntoTitle(front, first - 1, last)) first -= 1;
  let end = last;
  while (end - first < 4 && continuesTitle(front, end)) end += 1;
  const title = titleOf(front.slice(first, end + 1));
  const pieces = front.slice(first, end + 1).map((line) => comparableTitle(line.text));
  for (const line of front.slice(first, end + 1)) line.kind = 'title';
  for (const line of front) {
    const text = comparableTitle(line.text);
    if (isOpen(line) && (text === comparableTitle(title) || pieces.includes(text))) line.drop = 'duplicate';
  }
  return title;
}

function lastTitleLine(front: readonly Line[]): number {
  const styled = front.findLastIndex((line) => isOpen(line) && line.styleLevel === 0);
  if (styled >= 0) return styled;
  const worded = front.findIndex((line) => isOpen(line) && titleEnding.test(withoutBlanks(line.text)));
  if (worded >= 0) return worded;
  // A title in other words: it names its year or its subject and stands before everything else.
  return front.findIndex(
    (line) =>
      isOpen(line) && !isOrganizationLine(line.text) && /(?:19|20)\d\d\s*年|^关于/.test(halfWidth(line.text)),
  );
}

/** Whether the line at `index` is an earlier piece of the title: open, nothing else, directly above. */
function continuesIntoTitle(front: readonly Line[], index: number, last: number): boolean {
  const line = front[index];
  const next = front[last];
  if (line === undefined || next === undefined || !isOpen(line)) return false;
  const compact = withoutBlanks(line.text);
  // A title names its township once: where it already does, the organ above is a head of its own.
  const township = isOrganizationLine(compact) ? townshipIn(compact) : null;
  if (township !== null && withoutBlanks(next.text).includes(township)) return false;
  return (
    !closedTitle.test(compact) &&
    compact.length > 3 &&
    compact.length <= 45 &&
    comparableTitle(line.text) !== comparableTitle(next.text)
  );
}

function continuesTitle(front: readonly Line[], end: number): boolean {
  const line = front[end];
  const next = front[end + 1];
  if (line === undefined || next === undefined || !isOpen(next)) return false;
  const compact = withoutBlanks(next.text);
  if (subtitle.test(compact) || (line.styleLevel === 0 && next.styleLevel === 0)) return true;
  return !closedTitle.test(withoutBlanks(line.text)) && titleEnding.test(compact) && compact.length <= 30;
}

function titleOf(lines: readonly Line[]): string {
  return lines.map((line) => withoutBlanks(line.text)).join('');
}

function comparableTitle(text: string): string {
  return halfWidth(withoutBlanks(text)).replace(/[“”"']/g, '');
}
