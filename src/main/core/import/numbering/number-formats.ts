/** Displayed numbers of automatic numbering. Source: ECMA-376 part 1, 17.18.59 (ST_NumberFormat). */
import { chineseNumeral } from '../../../../shared/domain/text/chinese-numerals.ts';

const chineseDigits = '〇一二三四五六七八九';
const legalUnits = ['', '拾', '佰', '仟'] as const;
const legalSigns = { digits: '零壹贰叁肆伍陆柒捌玖', units: legalUnits, shortTen: false };
const traditionalLegalSigns = { digits: '零壹貳參肆伍陸柒捌玖', units: legalUnits, shortTen: false };

/** `value` (whole, not negative) in a format; formats that are not known appear as digits, «bullet» and «none» as nothing. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'bullet':
    case 'none':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return fromRange(value, '①', 20);
    case 'decimalEnclosedFullstop':
      return fromRange(value, '⒈', 20);
    case 'decimalEnclosedParen':
      return fromRange(value, '⑴', 20);
    case 'ideographEnclosedCircle':
      return fromRange(value, '㊀', 10);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return chineseNumeral(value);
    case 'chineseLegalSimplified':
      return chineseNumeral(value, legalSigns);
    case 'ideographLegalTraditional':
      return chineseNumeral(value, traditionalLegalSigns);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(value).replace(/\d/g, (digit) => chineseDigits.charAt(Number(digit)));
    case 'ideographTraditional':
      return cyclic(value, '甲乙丙丁戊己庚辛壬癸');
    case 'ideographZodiac':
      return cyclic(value, '子丑寅卯辰巳午未申酉戌亥');
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    default:
      return String(value);
  }
}

/** Characters that follow each other in Unicode; beyond the last, digits. */
function fromRange(value: number, first: string, count: number): string {
  return value >= 1 && value <= count ? String.fromCharCode(first.charCodeAt(0) + value - 1) : String(value);
}

function cyclic(value: number, characters: string): string {
  return value >= 1 && value <= characters.length ? characters.charAt(value - 1) : String(value);
}

/** A … Z, AA, BB … (not AB: the letter is repeated). */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [step, sign] of steps) {
    while (rest >= step) {
      text += sign;
      rest -= step;
    }
  }
  return text;
}
