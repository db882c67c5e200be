/**
 * Safe shifts of a year when last year's text goes forward. Only a mention that says «the reporting year» may move; one that
 * dates a fact may not: the fact would become false. Everything refused here stays an open item for a person.
 */
import type { InlineNode, ParagraphNode, TextNode } from '../document.ts';
import { findDocuments } from './facts/documents.ts';
import { type Fact, within } from './facts/fact.ts';
import { findFacts } from './open-items.ts';
import { paragraphPlain, type Sentence, splitSentences } from './sentences.ts';

/** `ownYear` last year's own year; `nextYear` the year that last year's next steps spoke of. */
export const shiftKinds = ['ownYear', 'nextYear'] as const;

export interface Shift {
  /** Place in paragraphPlain. */
  start: number;
  end: number;
  /** «2020年» and «2021年»; «2020年度» and «2021年度». */
  before: string;
  after: string;
  kind: (typeof shiftKinds)[number];
}

/** The office itself as what the sentence is about. */
const ownOffice =
  '(?:我们?(?:镇|乡|街道|县|区|办事处|单位)|我们|全(?:镇|乡|街道|办)|(?:镇|乡|街道|办事处)(?:党委|党工委|政府|村|综合|机关|司法)|本(?:镇|乡|街道)|各(?:村|部门|办))';
const namedOffice =
  '[\\u4e00-\\u9fff]{2,8}?(?:镇|乡|街道|街道办事处)(?:人民政府|政府|党委)?(?=坚持|认真|在|紧紧|深入|全面|围绕|积极|严格|以|始终|法治|依法)';
/** What must follow the digits and 年: 以来, 度 and what the report is about, the office, or «…情况报告如下». */
const saysReportingYear = new RegExp(
  `^(?:以来|度(?:[，,、]|\\s*(?:推进|法治|依法|工作|党政|共))|度?\\s*[，,]?\\s*(?:${ownOffice}|${namedOffice})|度?[\\u4e00-\\u9fff]{0,20}情况(?:报告|汇报|总结)如下)`,
);
const saysNextYear = new RegExp(
  `^度?\\s*[，,]?\\s*(?:${ownOffice}|${namedOffice})[^。；]{0,40}?(?:将|要|计划|继续|拟|力争|重点|着力|进一步)`,
);
/** The year is the end or part of a time, or of something that has a name. */
const partOfTime = /^\s*(?:[底末初中]|上半年|下半年|第?[一二三四]季度|\d|[-—–~～至到])/;
const beforeYear = /(?:[\d\-—–~～至到自从]|截至|截止到?|早在|于|较|比|同)\s*$/;
/** Characters looked at on either side of a year. */
const around = 200;
/** A quotation or bracket that is open where the year stands: the year is somebody else's. */
const openQuote = /[“‘（(][^”’）)]*$/;

/**
 * The mentions of a year in a paragraph's text (paragraphPlain) that may move from `fromYear` to `toYear`, in order.
 * A sentence that also names another year, a month, a day, a meeting or a document number is left alone, as is a year in a
 * title. Pass `nextSteps: false` for a text outside the next-steps chapter: next-year mentions then stay.
 */
export function proposeShifts(
  text: string,
  fromYear: number,
  toYear: number,
  options: { nextSteps?: boolean } = {},
): Shift[] {
  if (fromYear === toYear) return [];
  const { nextSteps = true } = options;
  const facts = findFacts(text);
  const documents = findDocuments(text);
  const numbersOfDocuments = documents.filter(({ start }) => text.charAt(start) !== '《');
  return splitSentences(text).flatMap((sentence) => {
    const inside = facts.filter(
      (fact) => within(fact, sentence) && !documents.some((document) => within(fact, document)),
    );
    if (numbersOfDocuments.some((document) => within(document, sentence))) return [];
    if (inside.some((fact) => fact.kind === 'date' || fact.kind === 'meeting')) return [];
    const years = inside.filter((fact) => fact.kind === 'year');
    return [
      ...shiftsOf(sentence, years, {
        year: fromYear,
        becomes: toYear,
        kind: 'ownYear',
        says: saysReportingYear,
      }),
      ...(nextSteps
        ? shiftsOf(sentence, years, {
            year: fromYear + 1,
            becomes: toYear + 1,
            kind: 'nextYear',
            says: saysNextYear,
          })
        : []),
    ];
  });
}

function shiftsOf(
  sentence: Sentence,
  years: readonly Fact[],
  rule: { year: number; becomes: number; kind: Shift['kind']; says: RegExp },
): Shift[] {
  const written = new RegExp(`^${rule.year}\\s*年度?$`);
  if (!years.every((fact) => written.test(fact.text))) return [];
  return years.flatMap(({ text, start, end }) => {
    const before = sentence.text.slice(Math.max(0, start - sentence.start - around), start - sentence.start);
    const behind = sentence.text.slice(end - sentence.start, end - sentence.start + around);
    if (beforeYear.test(before) || partOfTime.test(behind) || openQuote.test(before)) return [];
    if (!rule.says.test(text.endsWith('度') ? `度${behind}` : behind)) return [];
    return [
      { start, end, before: text, after: text.replace(/\d{4}/, String(rule.becomes)), kind: rule.kind },
    ];
  });
}

/**
 * The paragraph with these shifts made. Bindings stay as they are. A shift whose `before` does not stand at its place as
 * plain text is left out. In a carried paragraph the new year counts as accepted, unless the same words stand in it already:
 * then accepting would hide a mention that nobody has looked at.
 */
export function applyShifts(paragraph: ParagraphNode, shifts: readonly Shift[]): ParagraphNode {
  const plain = paragraphPlain(paragraph);
  const wanted = shifts
    .filter(({ start, end, before }) => before !== '' && plain.slice(start, end) === before)
    .toSorted((a, b) => a.start - b.start);
  const made: Shift[] = [];
  const content: InlineNode[] = [];
  let offset = 0;
  for (const node of joined(paragraph.content ?? [])) {
    if (node.type !== 'text') {
      content.push(node);
      offset += 1;
      continue;
    }
    let text = '';
    let from = 0;
    for (const shift of wanted) {
      const start = shift.start - offset;
      const end = shift.end - offset;
      if (start < from || end > node.text.length) continue;
      text += `${node.text.slice(from, start)}${shift.after}`;
      from = end;
      made.push(shift);
    }
    text += node.text.slice(from);
    if (text !== '') content.push({ ...node, text });
    offset += node.text.length;
  }
  if (made.length === 0) return paragraph;
  return { ...paragraph, attrs: attributesAfter(paragraph, made, findFacts(plain)), content };
}

function attributesAfter(
  paragraph: ParagraphNode,
  made: readonly Shift[],
  facts: readonly Fact[],
): ParagraphNode['attrs'] {
  if (paragraph.attrs.carriedFrom === null) return paragraph.attrs;
  const unmoved = new Set(
    facts.filter((fact) => !made.some((shift) => within(fact, shift))).map((fact) => fact.text),
  );
  const decided = made.map((shift) => shift.after).filter((after) => !unmoved.has(after));
  const accepted = [...new Set([...(paragraph.attrs.accepted ?? []), ...decided])];
  return { ...paragraph.attrs, accepted: accepted.slice(0, 500) };
}

/** A year that a condition covers only half of is left to a person. */
function sameMarks(a: TextNode, b: TextNode): boolean {
  return a.marks?.[0]?.attrs.id === b.marks?.[0]?.attrs.id;
}

/** Neighbouring text nodes as one, so that a year across two of them is found. */
function joined(content: readonly InlineNode[]): InlineNode[] {
  const nodes: InlineNode[] = [];
  for (const node of content) {
    const last = nodes.at(-1);
    if (node.type === 'text' && last?.type === 'text' && sameMarks(last, node)) {
      nodes[nodes.length - 1] = { ...last, text: last.text + node.text };
    } else {
      nodes.push(node);
    }
  }
  return nodes;
}
