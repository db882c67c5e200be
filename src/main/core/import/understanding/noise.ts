/** Lines that are not the report: page numbers, and what a web page puts around a document. */
import type { DropReason } from '../../../../shared/domain/parsed-report.ts';
import { halfWidth, withoutBlanks } from '../../../../shared/domain/text/characters.ts';

const pageNumber =
  /^(?:[-—–――─_~·•]{1,3}\d{1,4}[-—–―─_~·•]{1,3}|第?\d{1,4}页[,/]?共\d{1,4}页|第\d{1,4}页|共\d{1,4}页|\d{1,4}\/\d{1,4}|Page\d{1,4}(?:of\d{1,4})?)$/i;

/** A line drawn with characters, as the red rule of a document's head arrives. */
const drawnRule = /^[-—–―─━_＿=＝]{6,}$/;

/** Keys that only a catalogue of published documents uses. */
const metadataKeys = [
  '索引号|信息索引号|索引|文号|发文字号|发文日期|发文机关|发文机构|发文单位|成文日期|生成日期|发布日期|发布时间|发布机构|发布机关|发布单位|发布人',
  '公开日期|公开时间|公开方式|公开范围|公开目录|公开形式|公开主体|信息分类|信息类别|信息名称|信息来源|主题分类|体裁分类|服务对象分类|组配分类|所属分类',
  '主题词|关键词|有效性|是否有效|时效|效力状态|浏览次数|浏览量|阅读次数|阅读量|点击次数|点击数|点击量|点击率|访问量|访问次数|更新时间|更新日期|责任编辑|信息员|录入人?',
].join('|');
/** Keys that may also open a line of the report: believed only around it. */
const ambiguousKeys =
  '标题|名称|签发人|来源|文章来源|稿件来源|作者|编辑|审核|审核人|时间|日期|分类|次数|撰稿|签发|文件名称|内容概述';

const metadata = new RegExp(`^[【\\[]?(?:${metadataKeys})[】\\]]?:`);
const ambiguousMetadata = new RegExp(`^[【\\[]?(?:${ambiguousKeys})[】\\]]?:`);

/** Words of a page's navigation; a line made of nothing else, separators aside, is left out. */
const navigationWords =
  /打印(?:本页|此页|页面|本稿)?|关闭(?:窗口|本页|页面)?|字[号体]|特?大|中|小|默认|分享[到至]?|微[信博]|QQ(?:空间|好友)?|(?:网站)?首页|[上下]一[篇条页]|返回(?:顶部|首页|列表|上一页)?|(?:加入)?收藏(?:本页)?|(?:我要)?纠错|(?:附件)?下载|保存|朗读|语音播报|视力保护色|相关(?:链接|文件|解读)|政策解读|扫一扫(?:在手机打开当前页)?|用手机扫描二维码|无障碍(?:阅读)?|长者模式|繁体|简体|English|TOP|没有了|A[+-]?/gi;
const separators = /[|/:>»·•【】[\]()<、,+-]/g;
const breadcrumb =
  /^(?:您?(?:现在|当前)?(?:所在)?的?位置(?:是)?|当前位置|[上下]一[篇条]|扫一扫.{0,20}|用手机.{0,20}二维码.{0,10}):/;
const siteName = /^.{2,20}(?:门户网站?|政府网站?|信息公开网|信息网)$/;
const datedSource = /^(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}.*(?:来源|浏览|字号|发布|阅读)/;

/** `around`: the line stands before the first or after the last line of the report's own text. */
export function noiseReason(line: string, around: boolean): DropReason | null {
  const compact = halfWidth(withoutBlanks(line));
  if (compact.length > 200) return null;
  if (drawnRule.test(compact)) return 'markup';
  if (pageNumber.test(compact)) return 'pageNumber';
  if (metadata.test(compact)) return 'metadata';
  const words = compact.replace(separators, '');
  if (words === '' ? around : words.length > 1 && words.replace(navigationWords, '') === '')
    return 'navigation';
  if (!around) return null;
  if (breadcrumb.test(compact) || compact.split(/[>»]/).length > 2 || siteName.test(compact))
    return 'navigation';
  return ambiguousMetadata.test(compact) || datedSource.test(compact) ? 'metadata' : null;
}

/**
 * Which of the lines that hold a bare number are page numbers: those that count up by one, at least two of them.
 * A single bare number may be anything and stays.
 */
export function barePageNumbers(lines: readonly string[]): Set<number> {
  const bare = lines.flatMap((line, index) => {
    const compact = halfWidth(line.trim());
    return /^\d{1,3}$/.test(compact) ? [{ index, value: Number(compact) }] : [];
  });
  const found = new Set<number>();
  bare.forEach((each, position) => {
    const next = bare[position + 1];
    if (next !== undefined && next.value === each.value + 1 && next.index > each.index + 1) {
      found.add(each.index).add(next.index);
    }
  });
  return found;
}

/** Value that a metadata line gives under one of `keys`, as in «发文日期: 2022-04-06 发布机构: …». */
export function metadataValue(line: string, keys: string): string | null {
  // «文　　号：»: keys are spread to one width.
  const spread = keys.replace(/(?<=[^|])(?=[^|])/g, '\\s*');
  const match = new RegExp(`(?:${spread})\\s*(?:[】\\]]\\s*)?[:：]\\s*([^\\s:：]{2,60})`).exec(line);
  return match?.[1] ?? null;
}
