/** This year's and last year's number of the thing that a phrase compares, as far as anything says them. */
import { Decimal, roundHalfUp } from '../../decimal.ts';
import { type ChangePhrase, subjectOf } from '../change-phrases.ts';
import { type CheckedQuantity, sameUnit } from '../checked-quantity.ts';
import { exactly, type Interval } from '../interval.ts';
import type { CheckedParagraph, ReportView } from '../view.ts';

export interface TwoYears {
  subject: CheckedQuantity;
  now: Interval;
  before: Interval;
  /** A share: its change is told in percentage points. */
  isRate: boolean;
  /** By how much a difference may be off when it was taken of the shown numbers instead of the exact ones. */
  slack: Decimal;
  /** How the two read, for the explanation. */
  shown: { now: string; before: string };
}

/** Null where the thing or one of its numbers is not known for certain. */
export function twoYearsOf(
  phrase: ChangePhrase,
  paragraph: CheckedParagraph,
  view: ReportView,
): TwoYears | null {
  const { phrases, quantities, shown } = paragraph;
  const found = subjectOf(phrase, phrases, quantities, shown.text);
  if (found === null) return null;
  return inSentence(found, paragraph) ?? (found.former ? null : inTable(found, paragraph, view));
}

function inTable(subject: CheckedQuantity, paragraph: CheckedParagraph, view: ReportView): TwoYears | null {
  const { binding } = subject;
  // What a person wrote there in the number's place is not what the table says.
  if (binding?.override !== undefined) return null;
  const likely = binding === null ? paragraph.likely(subject) : null;
  const literal = likely?.sure && likely.agrees ? likely.indicator.id : null;
  const indicatorId = binding?.indicatorId ?? literal;
  const indicator = indicatorId === null ? undefined : view.book.indicator(indicatorId);
  if (indicatorId === null || indicator === undefined || indicator.kind === 'date') return null;
  const year = view.year + (binding?.yearOffset ?? 0);
  const now = view.book.cell(indicatorId, year).entry;
  const before = view.book.cell(indicatorId, year - 1).entry;
  if (now.kind !== 'number' || before.kind !== 'number') return null;
  const isRate = indicator.kind === 'rate';
  const inBaseUnits = (value: string) => exactly(new Decimal(value).times(scaleOf(indicator.unit)));
  return {
    subject,
    now: inBaseUnits(now.value),
    before: inBaseUnits(before.value),
    isRate,
    slack: isRate ? new Decimal(10).pow(-indicator.precision) : new Decimal(0),
    shown: {
      now: roundHalfUp(now.value, indicator.precision) + indicator.unit,
      before: roundHalfUp(before.value, indicator.precision) + indicator.unit,
    },
  };
}

/** Texts are read in 元, whatever the table counts in. */
function scaleOf(unit: string): number {
  return unit.startsWith('万') ? 10_000 : unit.startsWith('亿') ? 100_000_000 : 1;
}

const joinsToNow = /^[^。；]{0,4}[，,、（(]?(?:今年|本年|全年)?[^，。；,;]{0,10}$/;
const movedTo =
  /(?:增长|增加|上升|提高|提升|扩大|下降|减少|降低|压减|降|升|增)(?:到|至|为)了?(?:今年|本年)?的?$/;

/** 由上年的21人增加到26人，…; 上年57件，今年50件，…; 50件（上年57件），…. */
function inSentence(found: CheckedQuantity, { quantities, shown }: CheckedParagraph): TwoYears | null {
  const index = quantities.indexOf(found);
  const previous = quantities[index - 1];
  if (previous === undefined || previous.sentence !== found.sentence) return null;
  if (!sameUnit(previous.unit, found.unit)) return null;
  const between = shown.text.slice(previous.end, found.start);
  const pair = (now: CheckedQuantity, before: CheckedQuantity): TwoYears => ({
    subject: now,
    now: now.range,
    before: before.range,
    isRate: now.unit === '%',
    slack: new Decimal(0),
    shown: { now: now.text, before: before.text },
  });
  if (movedTo.test(between) && /(?:由|从)/.test(previous.lead)) return pair(found, previous);
  if (!joinsToNow.test(between)) return null;
  if (found.former && !previous.former) return pair(previous, found);
  return previous.former && !found.former && sameThing(previous, found) ? pair(found, previous) : null;
}

/** «上年排查57件，今年50件» and «上年57件，今年排查50件»: one of the two may leave out what it counts. */
function sameThing(before: CheckedQuantity, now: CheckedQuantity): boolean {
  const plain = ({ lead }: CheckedQuantity) =>
    lead.replace(/上一?年度?|去年|同期|今年|本年度?|全年|共|为|是|有|则|的|由|从/g, '');
  const [old, present] = [plain(before), plain(now)];
  return old === '' || present === '' || old === present;
}
