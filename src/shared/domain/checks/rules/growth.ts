/** A literal growth or change that does not follow from the two years' numbers. */
import { Decimal, roundHalfUp, withoutNoise } from '../../decimal.ts';
import type { ChangePhrase } from '../change-phrases.ts';
import { type CheckedQuantity, sameUnit } from '../checked-quantity.ts';
import { replacement, textDraft, withNumber } from '../drafts.ts';
import type { FindingDraft } from '../finding.ts';
import { type Interval, meet } from '../interval.ts';
import type { CheckedParagraph, ReportView } from '../view.ts';
import { aboutOf } from './change-words.ts';
import { type TwoYears, twoYearsOf } from './two-years.ts';

export function growth(view: ReportView): FindingDraft[] {
  return view.written.flatMap((paragraph) =>
    paragraph.phrases.flatMap((phrase) => {
      if (phrase.amount === null || phrase.amount.binding !== null) return [];
      const years = twoYearsOf(phrase, paragraph, view);
      return years === null ? [] : difference(phrase, phrase.amount, years, paragraph);
    }),
  );
}

function difference(
  phrase: ChangePhrase,
  amount: CheckedQuantity,
  years: TwoYears,
  paragraph: CheckedParagraph,
): FindingDraft[] {
  const { now, before, isRate, subject, shown } = years;
  const relative = amount.unit === '%';
  const absolute =
    amount.unit === '个百分点'
      ? isRate
      : !isRate && sameUnit(amount.unit, subject.unit) && sameScale(amount, subject);
  // Which of the two a share's «%» means is another rule's question; either may be right here.
  const expected = [
    relative ? growthOf(now, before) : null,
    absolute || (relative && isRate) ? distance(now, before) : null,
  ].filter((interval) => interval !== null);
  if (
    expected.length === 0 ||
    expected.some((interval) => meet(widened(interval, years.slack), amount.range))
  )
    return [];
  const right = exact(expected[0], amount);
  const better = right === null ? null : withNumber(amount.text, right);
  return [
    textDraft(paragraph, amount, {
      rule: relative ? 'growthDiffers' : 'changeDiffers',
      severity: 'likely',
      parameters: {
        amount: amount.text,
        now: shown.now,
        before: shown.before,
        right: better ?? rounded(expected[0]),
      },
      fix: better === null ? null : replacement(paragraph, amount, better),
      about: aboutOf(phrase, paragraph, shown),
    }),
  ];
}

function widened({ low, high }: Interval, slack: Decimal): Interval {
  return { low: low?.minus(slack) ?? null, high: high?.plus(slack) ?? null };
}

/** The table counts in 万元 what the text tells in 元: then only growth is compared. */
function sameScale(amount: CheckedQuantity, subject: CheckedQuantity): boolean {
  return amount.text.includes('万') === subject.text.includes('万');
}

/** Size of the growth in per cent, whichever way; null where there is none to compare with. */
export function growthOf(now: Interval, before: Interval): Interval | null {
  if (now.low === null || now.high === null || before.low === null || before.high === null) return null;
  if (!before.low.greaterThan(0) || now.low.isNegative()) return null;
  const rate = (a: Decimal, b: Decimal) => withoutNoise(a.minus(b).times(100).dividedBy(b));
  return size(rate(now.low, before.high), rate(now.high, before.low));
}

function distance(now: Interval, before: Interval): Interval | null {
  if (now.low === null || now.high === null || before.low === null || before.high === null) return null;
  return size(now.low.minus(before.high), now.high.minus(before.low));
}

function size(low: Decimal, high: Decimal): Interval {
  if (low.isNegative() && high.greaterThan(0)) {
    return { low: new Decimal(0), high: Decimal.max(low.abs(), high) };
  }
  return { low: Decimal.min(low.abs(), high.abs()), high: Decimal.max(low.abs(), high.abs()) };
}

/** The right number with as many digits as the text shows; null where the numbers are only about so large. */
function exact(expected: Interval | undefined, amount: CheckedQuantity): string | null {
  if (expected?.low == null || expected.high === null || !expected.low.equals(expected.high)) return null;
  if (amount.approx !== null) return null;
  return roundHalfUp(expected.low.toFixed(), /\.(\d+)/.exec(amount.text)?.[1]?.length ?? 0);
}

function rounded(expected: Interval | undefined): string {
  const bounds = [expected?.low, expected?.high].flatMap((bound) =>
    bound == null ? [] : [roundHalfUp(bound.toFixed(), 1)],
  );
  return [...new Set(bounds)].join('～');
}
