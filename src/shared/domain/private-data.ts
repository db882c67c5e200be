/**
 * Private data in a text that is going to be published: found, and masked in place. Pure. The rules would rather leave a
 * doubtful row of digits alone than hide a number of the report: quantities, money, years and document numbers stay.
 */
export const privateDataKinds = [
  'identityNumber',
  'bankCard',
  'mobilePhone',
  'landline',
  'email',
  'numberPlate',
] as const;
export type PrivateDataKind = (typeof privateDataKinds)[number];

export interface PrivateDatum {
  kind: PrivateDataKind;
  /** Of the text, in UTF-16 units. */
  start: number;
  end: number;
}

interface Rule {
  kind: PrivateDataKind;
  pattern: RegExp;
  /** A further look at what the pattern found: the matched text and what stands before it. */
  holds?: (match: string, before: string) => boolean;
  /** Whether this is private for certain, so that «户» or «个» behind it counts nothing. */
  isCertain: (match: string, before: string) => boolean;
  /** Characters left readable at both ends, so that those concerned recognise it. Blanks and hyphens always stay. */
  keep: (match: string) => { start: number; end: number };
}

const mask = '*';

/**
 * Neither a piece of a longer number nor of a word of Latin letters. A comma belongs to a number only before three digits.
 */
const alone = {
  before: '(?<![0-9A-Za-z]|[0-9][.．])',
  after: '(?![0-9A-Za-z]|[.．][0-9]|[,，][0-9]{3}(?![0-9]))',
};
/** A row of digits that is followed by one of these counts or measures something. */
const counted =
  /^\s*(?:余|多|[十百千万亿]|元|角|件|人|次|场|项|个|户|亩|吨|份|册|条|起|名|家|所|台|辆|套|米|公|平|立|千|%|％)/u;
const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';

/** «联系电话：», also where it stands before the first of several numbers. */
const phoneLabel = /(?:电话|座机|手机|传真|联系方式)(?:号码|号)?\s*[（(]?\s*[:：是为]?[\d\s、，,/；;—-]*$/u;
/** «拨打电话3500000次» counts calls: only a colon or «号码» makes the next digits a telephone's without doubt. */
const certainPhoneLabel = /(?:电话|座机|手机|传真|联系方式)(?:(?:号码|号)\s*[:：是为]?|\s*[:：])\s*$/u;
const identityLabel = /(?:身份证|证件)(?:号码|号)?\s*[:：是为]?\s*$/u;
const accountLabel = /(?:卡号|账号|帐号|账户|帐户)\s*[:：是为]?\s*$/u;

const digitsOf = (text: string) => text.replace(/\D/gu, '');

/** The check digit of a payment card (ISO/IEC 7812-1, annex B). */
function isCardNumber(digits: string): boolean {
  let sum = 0;
  for (const [index, character] of [...digits].reverse().entries()) {
    const digit = Number(character) * (index % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** The check character of a citizen's number (GB 11643-1999, ISO 7064 MOD 11-2). */
function hasIdentityCheck(match: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(match[index]), 0);
  return '10X98765432'[sum % 11] === match[17]?.toUpperCase();
}

/** In the order in which they are tried: what an earlier one has taken, a later one leaves. */
const rules: readonly Rule[] = [
  {
    kind: 'email',
    pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
    isCertain: () => true,
    keep: (match) => ({ start: 1, end: match.length - match.indexOf('@') }),
  },
  {
    // GB 11643: six digits of the place, the birthday, three in order, a check character.
    kind: 'identityNumber',
    pattern: new RegExp(
      `${alone.before}[1-9]\\d{5}(?:18|19|20)\\d{2}${month}${day}\\d{3}[\\dXx]${alone.after}`,
      'gu',
    ),
    isCertain: (match, before) => hasIdentityCheck(match) || identityLabel.test(before),
    keep: () => ({ start: 3, end: 2 }),
  },
  {
    kind: 'identityNumber',
    pattern: new RegExp(`${alone.before}[1-9]\\d{5}\\d{2}${month}${day}\\d{3}${alone.after}`, 'gu'),
    isCertain: (_match, before) => identityLabel.test(before),
    keep: () => ({ start: 3, end: 2 }),
  },
  {
    kind: 'bankCard',
    pattern: new RegExp(
      `${alone.before}(?:\\d{16,19}|\\d{4}(?: \\d{4}){3}(?: \\d{1,3})?)${alone.after}`,
      'gu',
    ),
    holds: (match, before) =>
      accountLabel.test(before) || (/^[3-6]/u.test(match) && isCardNumber(digitsOf(match))),
    isCertain: (_match, before) => accountLabel.test(before),
    keep: () => ({ start: 0, end: 4 }),
  },
  {
    kind: 'mobilePhone',
    pattern: new RegExp(
      `${alone.before}(?:\\+?86[ -]?)?1[3-9]\\d(?:\\d{8}|([ -])\\d{4}\\1\\d{4})${alone.after}`,
      'gu',
    ),
    isCertain: (_match, before) => phoneLabel.test(before),
    keep: (match) => ({ start: digitsOf(match).length > 11 ? match.length - 8 : 3, end: 4 }),
  },
  {
    kind: 'landline',
    pattern: new RegExp(
      `${alone.before}(?:0\\d{2,3}[ \\-－—]?|[（(]0\\d{2,3}[）)]\\s?)[2-9]\\d{6,7}(?:-\\d{1,6})?${alone.after}`,
      'gu',
    ),
    isCertain: (_match, before) => phoneLabel.test(before),
    keep: (match) => ({ start: /^[（(]?0(?:10|2\d|\d{3})[）)]?/u.exec(match)?.[0].length ?? 0, end: 0 }),
  },
  {
    // Without an area code only a word before it tells a telephone from a quantity.
    kind: 'landline',
    pattern: new RegExp(`${alone.before}[2-9]\\d{6,7}${alone.after}`, 'gu'),
    holds: (_match, before) => phoneLabel.test(before),
    isCertain: (_match, before) => certainPhoneLabel.test(before),
    keep: () => ({ start: 0, end: 0 }),
  },
  {
    // GA 36: the province, a letter, five characters or six of a new-energy car.
    kind: 'numberPlate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•\s]?(?=[A-HJ-NP-Z]*\d)[A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳](?![0-9A-Za-z])/gu,
    isCertain: () => true,
    keep: () => ({ start: 2, end: 0 }),
  },
];

/** What of the text is private, in order; no two overlap. Time grows with the length of the text. */
export function findPrivateData(text: string): PrivateDatum[] {
  return withRules(text).map(({ kind, start, end }) => ({ kind, start, end }));
}

/** Digits and letters typed full width are digits and letters; every character stays where it is. */
const halfWidth = (text: string) =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

function withRules(original: string): (PrivateDatum & { rule: Rule })[] {
  const text = halfWidth(original);
  const found: (PrivateDatum & { rule: Rule })[] = [];
  for (const rule of rules) {
    for (const { 0: match, index: start } of text.matchAll(rule.pattern)) {
      const end = start + match.length;
      const isTaken = found.some((other) => start < other.end && other.start < end);
      const before = text.slice(Math.max(0, start - 60), start);
      const isQuantity = counted.test(text.slice(end, end + 20)) && !rule.isCertain(match, before);
      if (!isTaken && !isQuantity && rule.holds?.(match, before) !== false)
        found.push({ kind: rule.kind, start, end, rule });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with its private data masked, exactly as long as before. */
export function maskPrivateData(text: string): string {
  let masked = '';
  let from = 0;
  for (const { start, end, rule } of withRules(text)) {
    const match = text.slice(start, end);
    const keep = rule.keep(match);
    const last = match.length - keep.end;
    masked += text.slice(from, start) + match.slice(0, keep.start);
    masked += match.slice(keep.start, last).replace(/[^\s（）()·•—－-]/gu, mask) + match.slice(last);
    from = end;
  }
  return masked + text.slice(from);
}
