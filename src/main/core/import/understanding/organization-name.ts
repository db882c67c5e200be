/** Names of organs, told by how they end. */
import { withoutBlanks } from './characters.ts';

const organEnding =
  '人民政府|街道办事处|办事处|管理委员会|管委会|委员会|党工委|党委|党政综合办公室|党政办公室|党政办|办公室|司法所|综治办|综治中心|领导小组';
const organLine = new RegExp(`^[\\u4e00-\\u9fff（）()·、]{0,34}(?:${organEnding})$`);
const issuingOrgan = /(?:人民政府|街道办事处|办事处|委员会|党工委|党委)$/;
const leadingOrgan =
  /^(?:关于)?([\u4e00-\u9fff]{2,24}?(?:人民政府|街道办事处|管理委员会|管委会|委员会|党工委|党委|司法所))/;

/** A line that is nothing but an organ's name, letters spaced or not. */
export function isOrganizationLine(line: string): boolean {
  return organLine.test(withoutBlanks(line));
}

/** The organ that signs a report: government, committee, sub-district office; not one of its offices. */
export function isIssuingOrganization(line: string): boolean {
  return isOrganizationLine(line) && issuingOrgan.test(withoutBlanks(line));
}

/** The organ with whose name a title begins, or null. */
export function leadingOrganization(title: string): string | null {
  return leadingOrgan.exec(withoutYear(title))?.[1] ?? null;
}

/** The township with whose name a title begins, its year aside, or null. */
export function leadingTownship(title: string): string | null {
  return /^([\u4e00-\u9fff]{1,12}?(?:镇|乡|街道))/.exec(withoutYear(title))?.[1] ?? null;
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
