/** The numbers of a shown text, each with its words, its sentence and what it may stand for. */
import { Decimal } from '../decimal.ts';
import type { BindingAttributes } from '../document.ts';
import { type Clause, clauseOf } from '../propose/clause.ts';
import { isSingle } from '../propose/place.ts';
import { splitSentences } from '../roll/sentences.ts';
import { findQuantities } from '../text/quantities.ts';
import { type Interval, intervalOf } from './interval.ts';
import { bindingAt, type ShownText } from './shown-text.ts';

export interface CheckedSentence {
  text: string;
  start: number;
  end: number;
}

export interface CheckedQuantity {
  text: string;
  start: number;
  end: number;
  value: Decimal;
  /** As `FoundQuantity.value`. */
  digits: string;
  unit: string;
  approx: string | null;
  range: Interval;
  clause: Clause;
  /** Words directly before it, back to the comma, the sentence's start or the number before. */
  lead: string;
  /** Words directly behind it, up to the next mark or number. */
  tail: string;
  /** Index into the sentences. */
  sentence: number;
  /** It is, or holds, a number of the tables. */
  binding: BindingAttributes | null;
  /** Said of an earlier time: 上年57件, 从9个增加到16个. */
  former: boolean;
}

const fullStop = /[。！？!?][”’」）)】》]*$/;
const clauseMarks = /[，。；：、,;:（(]/;
const lastYearLead = /(?:上一?年度?|去年)(?:同期|全年)?(?:的|为|是|有|共)?[^，。；]{0,8}$/;
/** The first of the two numbers of a movement. */
const movesOn =
  /^[^，。；]{0,4}(?:增长|增加|上升|提高|提升|扩大|下降|减少|降低|压减|压缩|缩短|降|升|增)[到至为]/;
const longestMove = 8;
const comparing = /(?:较|比|与|同|和)(?:上一?年度?|去年)/;

/** Sentences up to a full stop: what is said of one thing may run over semicolons. */
export function sentencesOf(text: string): CheckedSentence[] {
  const sentences: CheckedSentence[] = [];
  let open = false;
  for (const { start, end } of splitSentences(text)) {
    const last = sentences.at(-1);
    if (open && last !== undefined) {
      last.end = end;
      last.text = text.slice(last.start, end);
    } else sentences.push({ text: text.slice(start, end), start, end });
    open = !fullStop.test(text.slice(start, end));
  }
  return sentences;
}

/** Single numbers in order; ranges (3-5名) say nothing that could be compared. */
export function quantitiesOf(
  shown: ShownText,
  sentences: readonly CheckedSentence[],
  year: number,
): CheckedQuantity[] {
  const { text } = shown;
  const found = findQuantities(text);
  let sentence = 0;
  return found.flatMap((one, index) => {
    while (sentence + 1 < sentences.length && (sentences[sentence]?.end ?? 0) <= one.start) sentence += 1;
    if (!isSingle(one)) return [];
    const begin = Math.max(found[index - 1]?.end ?? 0, sentences[sentence]?.start ?? 0);
    const finish = Math.min(found[index + 1]?.start ?? text.length, sentences[sentence]?.end ?? text.length);
    const lead = text.slice(begin, one.start).split(clauseMarks).at(-1) ?? '';
    const tail = text.slice(one.end, finish).split(clauseMarks)[0] ?? '';
    const binding = bindingAt(shown, one.start, one.end);
    return [
      {
        text: one.text,
        start: one.start,
        end: one.end,
        value: new Decimal(one.value),
        digits: one.value,
        unit: one.unit,
        approx: one.approx,
        range: intervalOf(one, one.value),
        clause: clauseOf(text, found, index, one, year),
        lead,
        tail,
        sentence,
        binding,
        former:
          (lastYearLead.test(lead) && !comparing.test(lead)) ||
          movesOn.test(text.slice(one.end, one.end + longestMove)) ||
          (binding?.yearOffset ?? 0) < 0,
      },
    ];
  });
}

const families = [
  ['件', '起', '例', '宗', '桩', '件次'],
  ['人', '名', '位', '口'],
  ['场', '次', '期', '场次'],
  ['个', '家', '处', '所'],
].map((words) => new Set(words));

/** Measure words that count the same things: 排查50起，化解48件. */
export function sameUnit(a: string, b: string): boolean {
  return a === b || families.some((family) => family.has(a) && family.has(b));
}

export function isPercent({ unit }: Pick<CheckedQuantity, 'unit'>): boolean {
  return unit === '%';
}
