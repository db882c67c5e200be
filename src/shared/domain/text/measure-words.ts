/** Measure words (量词) and units that make a number a quantity. */

/**
 * Behind Arabic digits, as pieces of a pattern: a word that also begins other words (3支部, 5部委, 2年级) says what
 * must not follow.
 */
const units = [
  '个百分点 百分点 % ‰ 个工作日 工作日 个小时 小时 分钟 秒 个月 个季度 日(?=以?内) 天(?!然) 周年 周岁 周(?![边围期])',
  '年(?![月度初底末级代报]|行动|规划|计划|攻坚|滚动) 倍 岁 成(?![立果效员功为绩本品分交长熟都就型不]|不变)',
  '分(?![之钟别类局管级批配散开发享为成步析解工]) 人次 人天 人/次 人(?![大社武才均]) 名(?![义称单录]|副其) 位(?!于) 口(?![岸头]) 户次 户 家次 家 个次 个',
  '件次 件 起(?![到来诉草步]) 例(?!如) 宗 桩 项次 项 条次 条(?![例件款文]) 车次 班次 频次 次(?![要生序数日年]) 场次 场(?![所地]) 期(?![间限末]) 批次 批(?![准复示])',
  '轮次 轮(?![流车]) 班(?!子) 节(?![点约]) 堂 课时 学时 份(?!额) 册 本(?![级地镇乡]) 篇次 篇 页 字(?!号) 幅 张 封 则 部(?![门分署级委]) 套 块 面(?![向对积临]) 处(?![理置罚于长])',
  '所(?![有属在谓]) 座(?!谈) 栋 幢 间(?!接) 台次 台 辆次 辆 艘 架次 架(?!构) 支(?![部持出行]) 只(?![有要]) 头 匹 羽 棵 株 颗 把 盏 根(?!据) 组(?![织长成]) 队(?![伍员])',
  '片(?!区) 段(?!落) 类(?![型别]) 种(?!植) 笔 单(?!位) 票 枚 瓶 箱 袋 盒 桶 剂次 剂 点位 股(?!份) 美元 元(?![旦宵月]) 平方米 平方公里 平方 立方米 立方 公里 千米 厘米 毫米 米',
  '路(?![段口线公面灯]) 道(?![路德口理]) 门(?![户口前类诊店卫牌]) 公顷 亩 公斤 千克 斤 吨 克(?!服) 升(?!级) 千瓦时 千瓦 兆瓦 千伏 ㎡ ℃',
]
  .join(' ')
  .split(' ');

/** Behind Chinese numerals, where many words only look like a count (一条龙, 三级, 两手). */
const unitsOfNumerals = [
  '个百分点 个工作日 个小时 个月 个季度 人次 名 位 块 轮次 轮(?![流车]) 盏 根(?![据本]) 艘 栋 棵 株 例(?!如) 宗 笔 学时 课时 堂 米 公顷 公斤',
  '次 场次 场 件 起 份 期 家 所 处 台 辆 套 户次 户 部 间 座 本 册 篇 张 幅 支 亩 吨 元 公里 平方米 小时 分钟 倍 岁',
  '年(?![级度代月底初末来期制前间]|行动|规划|计划|攻坚|滚动|任期|禁) 天 个 项 类 条 种 批次 批 人',
]
  .join(' ')
  .split(' ');

/** 一 with these is an article (一个, 一项, 一批) more often than a count. */
const articlesOfOne = '个 项 类 条 种 批 套 人 天 年 亩 元 支 张 本 小时 公里 米'.split(' ');

/** What follows a numeral and measure word within the name of a thing: 三项制度, 四个意识, 一次性, 一户一策. */
const namesBehind =
  /^(?:[性级一不]|全会|事(?!件|故)|分(?!之)|办(?:[好结成]|[，。、；,;]|$)|跑|告知|制度|机制|工程|行动|清单|改革|建设|意识|自信|维护|确立|确保|全面|坚持|代表|必须|务必|责任|覆盖|融合|统一|作用|环节|方面|层面|领域|着力|强化|到位|严禁|以来|来|班子|规定|形态|原则|公约|纪律|要求|硬措施|文明|结合|区分|最严)/;
/** «一起» is «together» but before a case. */
const caseBehind = /^[\u4e00-\u9fff]{0,12}?(?:案|事故|事件|纠纷|诉讼|矛盾|投诉|信访|火灾)/;
/** «一个» behind a noun at its clause's end counts: 设立审查专岗一个，. */
const nounBefore = /[\u4e00-\u9fff]{4}$/;
const clauseEnd = /^(?:[，。、；,;.]|$)/;
/** 无一起, 未发生一例: there was none; 最多跑一次 is a name. */
const denied = /(?:无|未|未发生|没有|没有发生|未出现|跑)$/;

/** The longest word first, as it must be tried first. */
function alternatives(words: readonly string[]): string {
  return words.toSorted((a, b) => plainLength(b) - plainLength(a)).join('|');
}

function plainLength(word: string): number {
  return word.replace(/\(.*\)/, '').length;
}

/**
 * «个半小时», «个多月»: the half or the hedge stands within the unit; «人(次)» means 人次. Whoever reads a number
 * with such a unit asks `plainUnit` what it means.
 */
const splitUnits = '个[半多](?:小时|月|工作日)|[人户家场](?:\\(次\\))';
/** «2天半», «一年多»: units behind which a half or a hedge may stand. */
const halvedUnits = '(?<=年|天|小时|个月|倍|成)半(?![年天月径数边路])';

export const unitPattern = `(?:${splitUnits}|${alternatives(units)})(?:${halvedUnits})?`;
export const numeralUnitPattern = `(?:${splitUnits}|${alternatives(unitsOfNumerals)})(?:${halvedUnits})?`;

export interface PlainUnit {
  unit: string;
  /** One half is to be added: 2天半. */
  half: boolean;
  /** Hedge within the unit: 个多月. */
  hedge: string | undefined;
}

/** What a unit as matched by one of the patterns means. */
export function plainUnit(matched: string): PlainUnit {
  const half = matched.includes('半');
  const hedge = /^个多/.test(matched) ? '多' : undefined;
  return { unit: matched.replace(/半|[()]/g, '').replace(/^个多/, '个'), half, hedge };
}

/** Whether a Chinese numeral of this value with this unit, between these texts, counts something. */
export function countsByNumeral(value: number, unit: string, before: string, behind: string): boolean {
  if (value === 1) {
    if (denied.test(before)) return false;
    if (/^多/.test(behind)) return true;
    if (unit === '起') return caseBehind.test(behind);
    if (articlesOfOne.includes(unit) && !(clauseEnd.test(behind) && nounBefore.test(before))) return false;
  }
  // 一期工程, （二期）: the place in a sequence.
  if (unit === '期' && /^(?:工程|项目|[）)])/.test(behind)) return false;
  // 近三年 names a period.
  if (unit === '年' && /近$/.test(before)) return false;
  return !namesBehind.test(behind);
}
