/** Names of organs, told by how they end. */
import { withoutBlanks } from '../../../../shared/domain/text/characters.ts';

const organEnding =
  '人民政府|街道办事处|办事处|管理委员会|管委会|委员会|党工委|党委|党政综合办公室|党政办公室|党政办|办公室|司法所|综治办|综治中心|领导小组';
const organLine = new RegExp(`^[\\u4e00-\\u9fff（）()·、]{0,34}(?:${organEnding})$`);
const issuingOrgan = /(?:人民政府|街道办事处|办事处|委员会|党工委|党委)$/;
const leadingOrgan =
  /^(?:关于)?((?:(?!关于|的)[\u4e00-\u9fff]{2,24}?(?:人民政府|街道办事处|管理委员会|管委会|委员会|党工委|党委|司法所)){1,3})/;

/** A line that is nothing but an organ's name, letters spaced or not. */
export function isOrganizationLine(line: string): boolean {
  return organLine.test(withoutBlanks(line));
}

/** The organ that signs a report: government, committee, sub-district office; not one of its offices. */
export function isIssuingOrganization(line: string): boolean {
  return isOrganizationLine(line) && issuingOrgan.test(withoutBlanks(line));
}

/** The organ with whose name a title begins, or null; of a joint report all of them. */
export function leadingOrganization(title: string): string | null {
  return leadingOrgan.exec(withoutYear(title))?.[1] ?? null;
}

/** The township with whose name a title begins, its year aside, or null. */
export function leadingTownship(title: string): string | null {
  return /^([\u4e00-\u9fff]{1,12}?(?:镇|乡|街道))/.exec(withoutYear(title))?.[1] ?? null;
}

/** The township that a report's first sentence names as its subject, or null. */
export function townshipInOpening(text: string): string | null {
  const found =
    /(?:^|[，,])(?![全我本各])([\u4e00-\u9fff]{1,4}?(?:镇|乡|街道))(?=党[委工]|人民政府|政府|坚持|深入|认真|紧紧|紧扣|全面|始终|在)/;
  return found.exec(withoutYear(text.slice(0, 80)).replace(/^[，,]/, ''))?.[1] ?? null;
}

function withoutYear(title: string): string {
  return withoutBlanks(title).replace(/^(?:19|20)\d\d年度?/, '');
}

/** The township within an organ's name: 沂水县东岭镇人民政府 → 东岭镇; null if it names none. */
export function townshipIn(organization: string): string | null {
  return (
    /([^省市县区旗州]{1,6}(?:镇|乡|街道))(?:[^镇乡]{2,12})$/.exec(withoutBlanks(organization))?.[1] ?? null
  );
}
