/** A share's change told in %, or a count's in 百分点. */
import { Decimal } from '../../decimal.ts';
import { type ChangePhrase, subjectOf } from '../change-phrases.ts';
import type { CheckedQuantity } from '../checked-quantity.ts';
import { replacement, textDraft } from '../drafts.ts';
import type { FindingDraft } from '../finding.ts';
import { type Interval, meet } from '../interval.ts';
import type { CheckedParagraph, ReportView } from '../view.ts';
import { growthOf } from './growth.ts';
import { twoYearsOf } from './two-years.ts';

export function percentagePoints(view: ReportView): FindingDraft[] {
  return view.written.flatMap((paragraph) =>
    paragraph.phrases.flatMap((phrase) => confusion(phrase, paragraph, view)),
  );
}

function confusion(phrase: ChangePhrase, paragraph: CheckedParagraph, view: ReportView): FindingDraft[] {
  const { amount } = phrase;
  if (amount === null || amount.binding !== null) return [];
  const { phrases, quantities, shown } = paragraph;
  const subject = subjectOf(phrase, phrases, quantities, shown.text);
  if (subject === null) return [];
  const isShare = subject.unit === '%';
  const parameters = { amount: amount.text, subject: subject.clause.before || subject.text };
  if (amount.unit === '个百分点' && !isShare) {
    return [draft('pointsForPerCent', '%', amount, parameters, paragraph)];
  }
  if (amount.unit !== '%' || !isShare || !toldAsRate(subject, paragraph)) return [];
  const years = twoYearsOf(phrase, paragraph, view);
  if (years === null) return [];
  // A relative change that is really meant, and right, is no mistake.
  const difference = differenceOf(years.now, years.before);
  const growth = growthOf(years.now, years.before);
  const inPoints = difference !== null && meet(difference, amount.range);
  const relative = growth !== null && meet(growth, amount.range);
  return inPoints && !relative ? [draft('perCentForPoints', '个百分点', amount, parameters, paragraph)] : [];
}

/** 增长率 itself may have grown by per cent, a share not. */
function toldAsRate(subject: CheckedQuantity, { shown }: CheckedParagraph): boolean {
  return (
    subject.binding !== null ||
    /(?:率|比例|比重|占比)[^，。；]{0,24}$/.test(shown.text.slice(0, subject.start))
  );
}

function differenceOf(now: Interval, before: Interval): Interval | null {
  if (now.low === null || now.high === null || before.low === null || before.high === null) return null;
  const bounds = [now.high.minus(before.low).abs(), now.low.minus(before.high).abs()];
  return { low: Decimal.min(...bounds), high: Decimal.max(...bounds) };
}

function draft(
  rule: FindingDraft['rule'],
  unit: string,
  amount: CheckedQuantity,
  parameters: FindingDraft['parameters'],
  paragraph: CheckedParagraph,
): FindingDraft {
  const better = amount.text.replace(/%|％|个?百分点/, unit);
  return textDraft(paragraph, amount, {
    rule,
    severity: 'likely',
    parameters: { ...parameters, better },
    fix: replacement(paragraph, amount, better),
  });
}
