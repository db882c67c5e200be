/** The words around a number that tell what is counted. */
import type { SingleQuantity } from './place.ts';

export interface Clause {
  /** Words before the number, back to the comma or the number before; without what says nothing of the thing. */
  before: string;
  /** Words behind the number, up to the comma or the next number. */
  after: string;
  /** The sentence up to the number. */
  sentence: string;
  /** Why the number is not this year's total of the thing: another year's, a plan's, a share of it. */
  otherwise: boolean;
  /** Per week, per head: only an indicator that is told so is meant. */
  average: boolean;
  /** It may be a part only (one village, one quarter): not to be accepted unread. */
  partial: boolean;
}

/** Words that stand around a name and say nothing about which thing is counted. */
const neutral =
  '今年以来|一年以来|一年来|年初以来|截至目前|本年度|全年|今年|年内|目前|现有|共计|累计|总计|合计|全镇|全乡|我镇|我乡|本镇|本乡|先后|积极|持续|认真|依法|及时|共|已|各类|各种|各项|开展|召开|举办|组织|举行|进行|发放|派发|公布|承办|受理|办理|收到|选聘|聘请|聘任|建成|建立|设立|设置|讲授|县级|上级|接受|接待|参加|发生|通过|制定|成功|现场|其中|利用|乡镇|镇党委政府|镇政府|镇|乡|有|了|的|并|和|及|与|、|等|名|达到|高达|达|为|至|到|是|均|仅|只|约|由|在';
const neutralStart = new RegExp(`^(?:${neutral})+`);
const neutralEnd =
  /(?:达到|高达|现有|共有|共计|累计|分别为|增加到|提高到|上升到|增至|增加至|提高至|下降到|下降至|减少到|降至|有|达|为|至|到|是|了|的|共|均|仅|只|约|已|各类|各)+$/;
const allNeutral = new RegExp(
  `${neutral}|会同.{0,24}?部门|联合.{0,24}?部门|对|向|把|将|人员|工作|活动|情况|数量|总数`,
  'g',
);

const clauseEnd = /[，,。；;！!？?：:\n\t]/;
const sentenceEnd = /[。！？!?\n\t]/;
const changedTo = /^[^，。；]{0,2}(?:增加|提高|上升|增长|增|减少|下降|降低|降|变|升)(?:到|至|为)/;
const otherYear =
  /上一?年|去年|前年|往年|同期|以前年度|上届|(?:增长|下降|增加|减少|提高|降低|上升|新增|净增|多|少)了?$/;
/** A clause of its own that moves what follows into another year. */
const otherYearBefore = /(?:^|[，。；])(?:上一?年度?|去年|前年)(?:全年)?，/;
const average = /每|平均|人均|户均|月均|日均/;
const limit =
  /(?:各(?![类种项级地])|原有|原来|剩余|至少|最多|超过|不低于|达标|标准为|满(?!意))[^，。；]{0,4}$/;
const plan = /力争|争取|计划|预计|拟|目标|明年|下一年|下年度|底前|将达|要求|不得|应当|应于/;
const narrower =
  /(?:^|[，、。；])(?!全镇|全乡|各|我|本|每个)[\u4e00-\u9fff]{2,4}(?<![入到驻进各镇政农乡每联全])(?:村|社区|片区)(?![（(、民委级居两])|上半年|下半年|季度|[\d月]月[至到—-]|宣传月|宣传周|期间|专项/;
const numberedYear = /(?:19|20)\d\d(?=\s?年)/g;
const sinceLongAgo = /近[两三四五几\d]年|[两三四五]年来|“[一十]?[一二三四五六七八九]五”/;

/** Characters around a number that are looked at, so that a text without any full stop takes no longer. */
const farthest = 200;

/** Text without quotes, brackets and blanks, for comparing words. */
export function comparable(text: string): string {
  return text.replace(/[\s“”"'‘’《》（）()【】〔〕\ufffc]/g, '');
}

/** Without the neutral words at its ends; the text itself where nothing else would be left. */
export function core(text: string): string {
  const inner = comparable(text)
    .replace(/^[、和及与并]+/, '')
    .replace(neutralEnd, '')
    .replace(neutralStart, '');
  return inner === '' ? '' : inner;
}

/** How many characters say something that no neutral word explains. */
export function unexplained(text: string): number {
  return text.replace(allNeutral, '').length;
}

function lastMatchEnd(text: string, pattern: RegExp): number {
  for (let index = text.length - 1; index >= 0; index -= 1) {
    if (pattern.test(text.charAt(index))) return index + 1;
  }
  return 0;
}

function firstMatch(text: string, pattern: RegExp): number {
  const at = text.search(pattern);
  return at === -1 ? text.length : at;
}

/** The clause of `quantities[index]` in `text`; the year of the report tells other years' numbers apart. */
export function clauseOf(
  text: string,
  quantities: readonly { start: number; end: number }[],
  index: number,
  found: SingleQuantity,
  year: number,
): Clause {
  const reach = Math.max(0, found.start - farthest);
  const sentenceStart = reach + lastMatchEnd(text.slice(reach, found.start), sentenceEnd);
  const sentence = text.slice(sentenceStart, found.start);
  const previousEnd = quantities[index - 1]?.end ?? 0;
  const clauseStart = Math.max(sentenceStart, sentenceStart + lastMatchEnd(sentence, clauseEnd));
  let before = text.slice(Math.max(clauseStart, previousEnd), found.start);
  // 由上年的21人增加到26人: what is counted stands before the first of the two.
  if (changedTo.test(before) && previousEnd > clauseStart) {
    const previous = quantities[index - 1];
    const earlier = text.slice(clauseStart, previous?.start ?? clauseStart);
    before = earlier.replace(/由?(?:上年|去年|上一年|原来|年初)?的?$/, '');
  }
  const restEnd = Math.min(found.end + farthest, quantities[index + 1]?.start ?? text.length);
  const rest = text.slice(found.end, restEnd);
  const after = rest.slice(0, firstMatch(rest, /[，,。；;！!？?：:、\n\t]/));
  const years = [...sentence.matchAll(numberedYear)].map(([digits]) => Number(digits));
  const clause = text.slice(clauseStart, found.end) + after;
  const direct = text.slice(Math.max(clauseStart, previousEnd), found.start);
  return {
    before: core(before),
    after: comparable(after).replace(/^的/, ''),
    sentence: comparable(sentence),
    otherwise:
      (years.at(-1) ?? year) !== year ||
      otherYear.test(direct) ||
      otherYearBefore.test(sentence) ||
      sinceLongAgo.test(sentence) ||
      plan.test(clause) ||
      limit.test(direct),
    average: average.test(direct),
    partial: narrower.test(sentence),
  };
}
