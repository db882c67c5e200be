/** Words against numbers: 增长 where it fell, 持平 where it moved, 翻一番 that is none. */
import type { Decimal } from '../../decimal.ts';
import type { ChangePhrase } from '../change-phrases.ts';
import { replacement, textDraft } from '../drafts.ts';
import type { FindingDraft, FindingFix } from '../finding.ts';
import type { Interval } from '../interval.ts';
import type { CheckedParagraph, ReportView } from '../view.ts';
import { type TwoYears, twoYearsOf } from './two-years.ts';

const opposites: Readonly<Record<string, string>> = {
  增长: '下降',
  增加: '减少',
  上升: '下降',
  提高: '降低',
  提升: '降低',
  升高: '降低',
  下降: '增长',
  减少: '增加',
  降低: '提高',
  下滑: '上升',
  回落: '上升',
};

export function changeWords(view: ReportView): FindingDraft[] {
  return view.written.flatMap((paragraph) =>
    paragraph.phrases.flatMap((phrase) => {
      const years = twoYearsOf(phrase, paragraph, view);
      return years === null ? [] : contradiction(phrase, years, paragraph);
    }),
  );
}

function contradiction(phrase: ChangePhrase, years: TwoYears, paragraph: CheckedParagraph): FindingDraft[] {
  const { now, before, shown } = years;
  const parameters = { word: phrase.word, now: shown.now, before: shown.before };
  const draft = (rule: FindingDraft['rule'], fix: FindingFix | null): FindingDraft[] => [
    textDraft(
      paragraph,
      { start: phrase.wordStart, end: phrase.end },
      { rule, severity: 'likely', parameters, fix, about: aboutOf(phrase, paragraph, shown) },
    ),
  ];
  switch (phrase.direction) {
    case 'same':
      return moved(now, before, phrase.nearly) ? draft('notUnchanged', null) : [];
    case 'doubled':
      return isMultiple(now, before, phrase.factor) ? [] : draft('notDoubled', null);
    default: {
      const rose = phrase.direction === 'up';
      if (!(rose ? surelyNotAbove(now, before) : surelyNotAbove(before, now))) return [];
      const equal = surelyNotAbove(now, before) && surelyNotAbove(before, now);
      const opposite = equal ? undefined : opposites[phrase.word];
      const place = { start: phrase.wordStart, end: phrase.end };
      return draft('wrongDirection', opposite === undefined ? null : replacement(paragraph, place, opposite));
    }
  }
}

/** The sentence with the table's numbers: a dismissal ends when either changes. */
export function aboutOf(
  { sentence }: ChangePhrase,
  { sentences }: CheckedParagraph,
  shown: TwoYears['shown'],
): string {
  return `${sentences[sentence]?.text ?? ''}\n${shown.now}\n${shown.before}`;
}

function surelyNotAbove(a: Interval, b: Interval): boolean {
  return a.high !== null && b.low !== null && a.high.lessThanOrEqualTo(b.low);
}

/** 基本持平 allows a twentieth. */
const nearness = '0.05';

function moved(now: Interval, before: Interval, nearly: boolean): boolean {
  if (now.low === null || now.high === null || before.low === null || before.high === null) return false;
  const slack = nearly ? before.high.abs().times(nearness) : before.high.times(0);
  return now.low.greaterThan(before.high.plus(slack)) || now.high.lessThan(before.low.minus(slack));
}

/** A good tenth either way is still said so. */
const least = '0.88';
const most = '1.25';

function isMultiple(now: Interval, before: Interval, factor: number): boolean {
  const times = (bound: Decimal | null, by: string) => bound?.times(factor).times(by) ?? null;
  const low = times(before.low, least);
  const high = times(before.high, most);
  const tooSmall = low && now.high?.lessThan(low);
  const tooLarge = high && now.low?.greaterThan(high);
  return !tooSmall && !tooLarge;
}
