/** 其中: a part that exceeds its whole, or parts that say they are all of it and are not. */
import { Decimal, plainText } from '../../decimal.ts';
import { type CheckedQuantity, isPercent, sameUnit } from '../checked-quantity.ts';
import { textDraft } from '../drafts.ts';
import type { FindingDraft } from '../finding.ts';
import { meet, sum } from '../interval.ts';
import type { CheckedParagraph, ReportView } from '../view.ts';

const rest = /其他|其它|其余/;
/** The whole's own list ends here. */
const listEnd = /[；;]|同时|此外|另外?[，有]|共(?:有|计)?[^，]{0,6}\d/;
const within = /其中[：:，]?/;
/** People and things can be counted twice in such lists. */
const crossing = /女|党员|岁|学历|本科|大专|以上|少数民族|兼/;
/** Another measure of the same thing, no part of it: 涉及, 惠及, 参与 …. */
const otherThing = /涉及|惠及|参与|覆盖|服务|带动|发放|整改|办结|完成|较|比|增|减/;

export function parts(view: ReportView): FindingDraft[] {
  return view.written.flatMap((paragraph) =>
    paragraph.quantities.flatMap((whole, index) => {
      if (isPercent(whole) || whole.former || whole.unit === '') return [];
      const listed = partsBehind(whole, index, paragraph);
      return listed.length === 0 ? [] : unlikeWhole(whole, listed, paragraph);
    }),
  );
}

function partsBehind(
  whole: CheckedQuantity,
  index: number,
  { quantities, shown }: CheckedParagraph,
): CheckedQuantity[] {
  const next = quantities[index + 1];
  if (next === undefined || next.sentence !== whole.sentence) return [];
  const between = shown.text.slice(whole.end, next.start);
  if (!within.test(between) || listEnd.test(between.split(within)[0] ?? '')) return [];
  const listed: CheckedQuantity[] = [];
  let from = whole.end;
  for (const one of quantities.slice(index + 1, index + 31)) {
    const words = shown.text.slice(from, one.start);
    if (one.sentence !== whole.sentence || (listed.length > 0 && listEnd.test(words))) break;
    if (listed.length > 0 && within.test(words)) break;
    from = one.end;
    if (!sameUnit(one.unit, whole.unit) || otherThing.test(one.lead) || one.clause.average) break;
    listed.push(one);
  }
  return listed;
}

function unlikeWhole(
  whole: CheckedQuantity,
  listed: readonly CheckedQuantity[],
  paragraph: CheckedParagraph,
): FindingDraft[] {
  const high = whole.range.high;
  const large = listed.find(({ range }) => high !== null && range.low?.greaterThan(high) === true);
  if (large !== undefined) {
    const parameters = { part: large.text, whole: whole.text };
    return [textDraft(paragraph, large, { rule: 'partExceeds', severity: 'likely', parameters })];
  }
  const last = listed.at(-1);
  const [first] = listed;
  if (first === undefined || last === undefined || listed.length < 2) return [];
  const words = paragraph.shown.text.slice(whole.end, last.end + last.tail.length);
  const total = sum(listed.map(({ range }) => range));
  if (meet(total, whole.range) || crossing.test(words)) return [];
  const over = high && total.low?.greaterThan(high);
  if (!over && !rest.test(last.lead)) return [];
  const added = listed.reduce((so, { value }) => so.plus(value), new Decimal(0));
  return [
    textDraft(
      paragraph,
      { start: whole.start, end: last.end },
      {
        rule: 'partsDiffer',
        severity: 'likely',
        parameters: { whole: whole.text, count: listed.length, total: plainText(added) + last.unit },
      },
    ),
  ];
}
