/** A rate that does not follow from its parts: 调解86件，成功82件，成功率98.3%. */
import { Decimal, roundHalfUp } from '../../decimal.ts';
import { type CheckedQuantity, isPercent, sameUnit } from '../checked-quantity.ts';
import { replacement, textDraft, withNumber } from '../drafts.ts';
import type { FindingDraft } from '../finding.ts';
import { type Interval, meet, ratio } from '../interval.ts';
import type { CheckedParagraph, ReportView } from '../view.ts';

/** Numbers before the rate that are looked at, so that a text without any full stop takes no longer. */
const farthest = 8;
const rateName =
  /(?<stem>[\u4e00-\u9fff]{2,10})(?:率|比例|比重)(?:约|近|均|也|仅|只)?(?:有|为|是|达到|达|超过|高达)?[约近]?$/;
/** What a rate's name says beside its verb. */
const around = /^(?:全镇|全年|案件|矛盾|纠纷|问题|隐患|平均|总体|综合|的)+/;
const growthName = /增长率?$|增幅|降幅|增速/;
const maybeOver = /增长|增幅|增速|完成率|任务|目标|投资|预算|负债|周转|产能|载客|达产/;

export function rates(view: ReportView): FindingDraft[] {
  return view.written.flatMap((paragraph) =>
    paragraph.quantities.flatMap((rate, index) => {
      if (!isPercent(rate) || rate.former || rate.clause.otherwise) return [];
      return overHundred(rate, paragraph) ?? unlikeParts(rate, index, paragraph);
    }),
  );
}

function overHundred(rate: CheckedQuantity, paragraph: CheckedParagraph): FindingDraft[] | null {
  const named = rateName.test(rate.lead.trimEnd()) && !maybeOver.test(rate.lead);
  if (!named || rate.range.low === null || !rate.range.low.greaterThan(100)) return null;
  return [
    textDraft(paragraph, rate, {
      rule: 'rateOverHundred',
      severity: 'likely',
      parameters: { rate: rate.text },
    }),
  ];
}

interface Parts {
  part: CheckedQuantity;
  whole: CheckedQuantity;
}

function unlikeParts(rate: CheckedQuantity, index: number, paragraph: CheckedParagraph): FindingDraft[] {
  const stem = rateName.exec(rate.lead.trimEnd())?.groups?.stem?.replace(around, '') ?? '';
  if (stem.length < 2 || growthName.test(stem)) return [];
  const counts = countsBefore(index, paragraph);
  // Some two of the numbers may be meant that are told otherwise: then the rate is right.
  if (counts.some((part) => counts.some((whole) => fits(part, whole, rate.range)))) return [];
  const parts = partsOf(stem, counts);
  if (parts === null) return impossible(rate, counts.at(-1), paragraph);
  const expected = ratio(parts.part.range, parts.whole.range);
  if (expected === null || meet(expected, rate.range)) return [];
  const right = exactRate(expected, rate);
  const better = right === null ? null : withNumber(rate.text, right);
  return [
    textDraft(paragraph, rate, {
      rule: 'rateDiffers',
      severity: 'likely',
      parameters: {
        rate: rate.text,
        part: parts.part.text,
        whole: parts.whole.text,
        right: better ?? `${roundHalfUp((expected.low ?? new Decimal(0)).toFixed(), 1)}%`,
      },
      fix: better === null || rate.binding !== null ? null : replacement(paragraph, rate, better),
    }),
  ];
}

const directly = /^[^，。；,;]{0,8}[，,、]?$/;
/** Of a larger whole every rate can come. */
const largestWhole = 200;

/** 46件，调成率99%: no number of 46 gives 99 %. Only where the whole stands right before the rate's name. */
function impossible(
  rate: CheckedQuantity,
  whole: CheckedQuantity | undefined,
  paragraph: CheckedParagraph,
): FindingDraft[] {
  if (whole === undefined || whole.approx !== null || rate.approx !== null) return [];
  if (!whole.value.isInteger() || whole.value.greaterThan(largestWhole) || whole.clause.partial) return [];
  const between = paragraph.shown.text.slice(whole.end, rate.start - rate.lead.length);
  if (!directly.test(between) || whole.sentence !== rate.sentence || !whole.value.isPositive()) return [];
  const decimals = /\.(\d+)/.exec(rate.text)?.[1]?.length ?? 0;
  const counted = rate.value.times(whole.value).dividedBy(100);
  const possible = [counted.floor(), counted.ceil()].some((part) =>
    [Decimal.ROUND_HALF_UP, Decimal.ROUND_DOWN].some((rounding) =>
      part.times(100).dividedBy(whole.value).toDecimalPlaces(decimals, rounding).equals(rate.value),
    ),
  );
  if (possible) return [];
  return [
    textDraft(paragraph, rate, {
      rule: 'rateImpossible',
      severity: 'hint',
      parameters: { rate: rate.text, whole: whole.text },
    }),
  ];
}

function fits(part: CheckedQuantity, whole: CheckedQuantity, rate: Interval): boolean {
  if (part === whole || !sameUnit(part.unit, whole.unit)) return false;
  const share = ratio(part.range, whole.range);
  return share !== null && meet(share, rate);
}

/** This year's counts before the rate in its sentence, or in the sentence before where its own has none. */
function countsBefore(index: number, { quantities }: CheckedParagraph): CheckedQuantity[] {
  const rate = quantities[index];
  if (rate === undefined) return [];
  const near = quantities.slice(Math.max(0, index - farthest), index);
  const counts = near.filter(
    (one) =>
      !isPercent(one) && one.unit !== '个百分点' && one.unit !== '' && !one.former && !one.clause.otherwise,
  );
  const own = counts.filter(({ sentence }) => sentence === rate.sentence);
  return own.length > 0 ? own : counts.filter(({ sentence }) => sentence === rate.sentence - 1);
}

/**
 * The part is told with the rate's own words (化解82件，化解率); its whole is the nearest number before it that is not.
 * The words that end the rate's name tell more than those that begin it: 调解86件，成功82件，调解成功率.
 */
function partsOf(stem: string, counts: readonly CheckedQuantity[]): Parts | null {
  for (const tells of [tellsEnd, tellsBeginning]) {
    const at = counts.findLastIndex((count) => tells(count, stem));
    const part = counts[at];
    if (part === undefined) continue;
    const whole = counts
      .slice(0, at)
      .findLast((one) => sameUnit(one.unit, part.unit) && !one.clause.average && !tells(one, stem));
    if (whole !== undefined) return { part, whole };
  }
  return null;
}

function wordsOf({ lead, tail, clause }: CheckedQuantity): string {
  return `${clause.before} ${lead} ${tail}`;
}

function tellsBeginning(count: CheckedQuantity, stem: string): boolean {
  return stem.length > 3 && wordsOf(count).includes(stem.slice(0, 2));
}

function tellsEnd(count: CheckedQuantity, stem: string): boolean {
  const words = wordsOf(count);
  if (words.includes(stem.slice(-2))) return true;
  // 持证率: 持有行政执法证件的20人.
  let from = 0;
  return (
    stem.length <= 3 &&
    [...stem].every((character) => {
      const found = words.indexOf(character, from);
      from = found + 1;
      return found !== -1;
    })
  );
}

function exactRate({ low, high }: Interval, rate: CheckedQuantity): string | null {
  if (low === null || high === null || !low.equals(high) || rate.approx !== null) return null;
  return roundHalfUp(low.toFixed(), /\.(\d+)/.exec(rate.text)?.[1]?.length ?? 0);
}
