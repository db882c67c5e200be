/** A list of shares that is more than a whole, or says that it is the whole and is not. */
import { Decimal, roundHalfUp } from '../../decimal.ts';
import { type CheckedQuantity, isPercent } from '../checked-quantity.ts';
import { textDraft } from '../drafts.ts';
import type { FindingDraft } from '../finding.ts';
import { meet, sum } from '../interval.ts';
import type { CheckedParagraph, ReportView } from '../view.ts';

const share = /占(?:比|总数|全部|全镇|总量|总额)?[^，。；、]{0,6}$/;
const rest = /其他|其它|其余|余下|剩余/;
/** Two lists in one sentence: 男性占60%、女性占40%，党员占30%. */
const crossing = /女|党员|岁|学历|本科|大专|以上|以下|少数民族|同比|较上年/;

export function shares(view: ReportView): FindingDraft[] {
  return view.written.flatMap((paragraph) =>
    paragraph.sentences.flatMap((_, index) => {
      const listed = paragraph.quantities.filter(
        (one) => one.sentence === index && isPercent(one) && share.test(one.lead) && !one.clause.otherwise,
      );
      return listed.length < 3 ? [] : unlikeWhole(listed, paragraph);
    }),
  );
}

function unlikeWhole(listed: readonly CheckedQuantity[], paragraph: CheckedParagraph): FindingDraft[] {
  const [first] = listed;
  const last = listed.at(-1);
  if (first === undefined || last === undefined) return [];
  if (crossing.test(paragraph.shown.text.slice(first.start - first.lead.length, last.end))) return [];
  const total = sum(listed.map(({ range }) => range));
  const hundred = { low: new Decimal(100), high: new Decimal(100) };
  if (meet(total, hundred)) return [];
  const over = total.low?.greaterThan(100) ?? false;
  if (!over && !rest.test(last.lead)) return [];
  const added = listed.reduce((so, { value }) => so.plus(value), new Decimal(0));
  return [
    textDraft(
      paragraph,
      { start: first.start, end: last.end },
      {
        rule: 'sharesDiffer',
        severity: 'likely',
        parameters: {
          count: listed.length,
          total: `${roundHalfUp(added.toFixed(), added.decimalPlaces())}%`,
        },
      },
    ),
  ];
}
