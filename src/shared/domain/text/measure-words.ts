/** Measure words (量词) and units that make a number a quantity. */

/**
 * Behind Arabic digits, as pieces of a pattern: a word that also begins other words (3支部, 5部委, 2年级) says what
 * must not follow.
 */
const units = [
  '个百分点 百分点 % ‰ 个工作日 工作日 个小时 小时 分钟 个月 个季度 日(?=以?内) 天(?!然) 周岁 周(?![边围期]) 年(?![月度初底末级代报]) 倍 岁',
  '分(?![之钟别类局管级批配散开发享为成步析解工]) 人次 人天 人/次 人(?![大社武才均]) 名(?![义称单录副]) 位(?!于) 口(?![岸头]) 户次 户 家次 家 个次 个',
  '件次 件 起(?![到来诉草步]) 例(?!如) 宗 桩 项次 项 条次 条(?![例件款文]) 车次 班次 频次 次(?![要生序数日年]) 场次 场(?![所地]) 期(?![间限末]) 批次 批(?![准复示])',
  '轮(?!流) 班(?!子) 节(?![点约]) 堂 课时 份(?!额) 册 本(?![级地镇乡]) 篇 幅 张 封 则 部(?![门分署级委]) 套 块 面(?![向对积临]) 处(?![理置罚于长])',
  '所(?![有属在谓]) 座(?!谈) 栋 幢 间(?!接) 台次 台 辆次 辆 艘 架次 架(?!构) 支(?![部持出行]) 只(?![有要]) 头 匹 羽 棵 株 颗 把 盏 根(?!据) 组(?![织长成]) 队(?![伍员])',
  '片(?!区) 段(?!落) 类(?![型别]) 种(?!植) 笔 单(?!位) 票 枚 瓶 箱 袋 盒 桶 点位 股(?!份) 美元 元(?![旦宵月]) 平方米 平方公里 立方米 公里 千米 厘米 毫米 米',
  '公顷 亩 公斤 千克 斤 吨 克(?!服) 升(?!级) 千瓦时 千瓦 兆瓦 ㎡',
]
  .join(' ')
  .split(' ');

/** Behind Chinese numerals, where many words only look like a count (一条龙, 三级, 两手). */
const unitsOfNumerals =
  '个百分点 个工作日 个小时 个月 个季度 人次 名 位 块 次 场次 场 件 起 份 期 家 所 处 台 辆 套 户次 户 部 间 座 本 册 篇 张 幅 支 亩 吨 元 公里 平方米 小时 分钟 倍 岁 天 个 项 类 条 种 批次 批 人'.split(
    ' ',
  );

/** 一 with these is an article (一个, 一项, 一批) more often than a count. */
const articlesOfOne = '个 项 类 条 种 批 人 天 亩 元 倍 支 张 本 小时 公里'.split(' ');

/** What follows a numeral and measure word within the name of a thing: 三项制度, 四个意识, 一次性, 一户一策. */
const namesBehind =
  /^(?:[性级一]|事(?!件)|分(?!之)|制度|机制|工程|行动|清单|改革|建设|意识|自信|维护|确立|确保|全面|坚持|代表|必须|务必|责任|覆盖|融合|统一|作用|环节|方面|层面|领域|着力|强化|到位|严禁|以来|来)/;

/** The longest word first, as it must be tried first. */
function alternatives(words: readonly string[]): string {
  return words.toSorted((a, b) => plainLength(b) - plainLength(a)).join('|');
}

function plainLength(word: string): number {
  return word.replace(/\(.*\)/, '').length;
}

export const unitPattern = alternatives(units);
export const numeralUnitPattern = alternatives(unitsOfNumerals);

/** Whether a Chinese numeral of this value with this unit, and this text behind it, counts something. */
export function countsByNumeral(value: number, unit: string, behind: string): boolean {
  if (value === 1 && articlesOfOne.includes(unit)) return false;
  return !namesBehind.test(behind);
}
