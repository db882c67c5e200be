/** Persons in the places where reports name them. Recall matters there; elsewhere no name is looked for. */
import { type Span, spansOf } from './fact.ts';
import { isPersonName, namePattern, surnamePattern } from './surnames.ts';

const offices =
  '总书记|书记|镇长|乡长|县长|市长|区长|科长|主任|所长|站长|局长|院长|庭长|部长|主席|队长|组长|会长|校长|检察长|支书';
const roles =
  '律师|法律顾问|调解员|网格员|信访人|上访人|来访人|当事人|申请人|上诉人|原告|被告|户主|企业主|负责人|联系人|审核人|法官|检察官|民警|专干';
const crowd = '村民|居民|群众|党员|干部|委员|贫困户|住户|同志';

/** What may follow a name; it ends the name where two or three characters are both possible. */
const behind =
  '(?=$|[\\s，。、；：！？,.;:（）()”“]|同志|等|和|与|及|任|为|在|出庭|率|带|参加|主持|深入|到|对|担任|组织|亲自|牵头|负责|反映|信访|诉|案|一案|家|[两二三四]|户|因|就|向|同|说|表示|介绍|作|做|检查|调研|督导|走访|包|分管|的)';
const behindCrowd = '(?=[\\s，。、；：,.;:（()”]|等|和|与|反映|信访|诉|一案|[两二三四]户|因)';

/** Titles and the name behind them: 镇长张某, 信访人：李某、王某. */
const afterTitle = [
  new RegExp(
    `(?:${offices}|${roles})[：:]?\\s?(?<names>${namePattern}(?:[、和与]${namePattern})*)${behind}`,
    'g',
  ),
  new RegExp(`(?:${crowd})[：:]?\\s?(?<names>${namePattern}(?:[、和与]${namePattern})*)${behindCrowd}`, 'g'),
];
/** A list of names, or one, with what shows that they are parties: X、Y信访案件, X与Y纠纷, X一案. */
const parties = [
  new RegExp(
    `(?<names>${namePattern}(?:[、和与]${namePattern})+)(?=信访|[两二三四五六七八九\\d]\\s?[户家人名]|等|一?案|[\\u4e00-\\u9fff]{0,8}(?:纠纷|矛盾)|夫妇|之间|同志|律师)`,
    'g',
  ),
  new RegExp(
    `(?<names>${namePattern})(?=信访(?:案|事项|件|问题)|一案|夫妇|等[\\d一二三四五六七八九十]+[人户])`,
    'g',
  ),
];
const beforeTitle = new RegExp(`(?=同志|先生|女士|(?:副)?(?:${offices})|律师(?!事务所)|法官|检察官)`, 'g');
/** The firm that advises is chosen anew as its lawyers are. */
const firm = /[\u4e00-\u9fff]{2,14}(?:律师事务所|法律服务所)/g;
const beforeFirm = /^.*(?:指定|聘请|委托|选聘|邀请|签约|选派|依托|[由与和为的了])/;
const anonymised = new RegExp(`${surnamePattern}某[某甲乙丙丁]?`, 'g');

/** Persons and law firms of a text; places may overlap. */
export function findPersons(text: string): Span[] {
  const found: Span[] = [];
  for (const pattern of [...afterTitle, ...parties]) {
    for (const match of text.matchAll(pattern)) {
      const names = match.groups?.names ?? '';
      found.push(...namesIn(names, match.index + match[0].length - names.length));
    }
  }
  for (const match of text.matchAll(beforeTitle)) {
    const place = nameEndingAt(text, match.index);
    if (place !== null) found.push(place);
  }
  return [...found, ...firmsIn(text), ...spansOf(text, anonymised)];
}

function firmsIn(text: string): Span[] {
  return spansOf(text, firm).flatMap(({ start, end }) => {
    const name = text.slice(start, end).replace(beforeFirm, '');
    return /^(?:律师事务所|法律服务所)$/.test(name) ? [] : [{ start: end - name.length, end }];
  });
}

/** Each name of «X、Y和Z» that begins at `start`. */
function namesIn(names: string, start: number): Span[] {
  return [...names.matchAll(/[^、和与]+/g)].flatMap((match) => {
    const lead = leadOf(match[0]);
    const name = match[0].slice(lead);
    const at = start + match.index + lead;
    return isPersonName(name) ? [{ start: at, end: at + name.length }] : [];
  });
}

/** 于 and 向 are surnames, but before a whole name they are prepositions. */
function leadOf(name: string): number {
  return /^[于向]/.test(name) && name.length === 3 && isPersonName(name.slice(1)) ? 1 : 0;
}

function nameEndingAt(text: string, end: number): Span | null {
  for (const length of [3, 4, 2]) {
    const name = text.slice(Math.max(0, end - length), end);
    if (name.length === length && isPersonName(name)) {
      return { start: end - length + (length === 3 ? leadOf(name) : 0), end };
    }
  }
  return null;
}
