/** The same quantity stated twice with different values: same words, same unit, same year, same scope. */

import { findDates } from '../../text/dates.ts';
import { type CheckedQuantity, sameUnit } from '../checked-quantity.ts';
import { sentenceAround, textDraft } from '../drafts.ts';
import type { FindingDraft } from '../finding.ts';
import { meet } from '../interval.ts';
import type { CheckedParagraph, ReportView } from '../view.ts';
import { changeAmounts } from './unbound-numbers.ts';

interface Statement {
  quantity: CheckedQuantity;
  paragraph: CheckedParagraph;
}

/** Statements of one thing that are compared with each other. */
const mostCompared = 20;

export function statedTwice({ written }: ReportView): FindingDraft[] {
  const byWords = new Map<string, Statement[]>();
  for (const paragraph of written) {
    const changes = changeAmounts(paragraph);
    for (const quantity of paragraph.quantities) {
      const words = changes.has(quantity) ? null : wordsOf(quantity, paragraph);
      if (words === null) continue;
      const others = byWords.get(words) ?? [];
      byWords.set(words, others);
      if (others.length < mostCompared) others.push({ quantity, paragraph });
    }
  }
  return [...byWords].flatMap(([words, statements]) =>
    statements.flatMap((statement, index) => {
      const other = statements.slice(0, index).find((one) => contradict(one, statement));
      return other === undefined ? [] : [contradiction(words, statement, other)];
    }),
  );
}

function contradict(a: Statement, b: Statement): boolean {
  if (a.quantity.binding !== null && b.quantity.binding !== null) return false;
  return sameUnit(a.quantity.unit, b.quantity.unit) && !meet(a.quantity.range, b.quantity.range);
}

function contradiction(words: string, { quantity, paragraph }: Statement, other: Statement): FindingDraft {
  const first = sentenceAround(other.paragraph, other.quantity).text;
  return textDraft(paragraph, quantity, {
    rule: 'statedTwice',
    severity: 'likely',
    parameters: {
      words: words.split('\n')[0] ?? '',
      text: quantity.text,
      other: other.quantity.text,
      sentence: first,
    },
    about: `${sentenceAround(paragraph, quantity).text}\n${first}`,
  });
}

const filler =
  /各类|各种|各项|各级|全镇|全乡|我镇|我乡|累计|总共|全年|今年|本年度?|^共计?|^[但而且其]|(?:只有|仅有|仅为|仅)$/g;
const narrowed = /其中|每|上半年|下半年|季度|分别|首|又|再|另|新增|剩余|尚|未|平均|不足|[甲乙丙]|某/;
/** Whose number it is, where the sentence begins with that. */
const actor =
  /^(?:一是|二是|三是|四是|五是|六是|同时|此外|另外|其中)?[，,]?(?<actor>[\u4e00-\u9fff]{1,12}(?:所|办|站|中心|大队|中队|队|局|科|村|社区|院|学校|小学|中学|委员会|协会|公司|企业))/;

/** What the number is said of, with its scope; null where that is too little or only a part to compare. */
function wordsOf(quantity: CheckedQuantity, paragraph: CheckedParagraph): string | null {
  const { clause, former, lead, unit } = quantity;
  if (former || clause.otherwise || clause.average || clause.partial) return null;
  const sentence = sentenceAround(paragraph, quantity);
  const before = paragraph.shown.text.slice(sentence.start, quantity.start);
  if (narrowed.test(lead) || findDates(before).some(({ iso }) => !/^\d{4}$/.test(iso))) return null;
  const core = clause.before.replace(filler, '');
  const named = unit === '%' ? /[\u4e00-\u9fff]{2}率$/.test(core) : core.length >= 5;
  if (!named) return null;
  return `${core}\n${actor.exec(before)?.groups?.actor ?? ''}`;
}
