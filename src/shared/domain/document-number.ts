/**
 * 发文字号 as it is to be printed: «云政字〔2025〕3号». Source: GB/T 9704-2012, 7.2.5: the year in full within 〔〕, the
 * number without 第 and without leading zeros, 号 behind it. Pure.
 */

/** What is against the rule in a number as typed. */
const documentNumberFaults = ['brackets', 'year', 'ordinal', 'zero', 'closing', 'digits', 'blanks'] as const;
type DocumentNumberFault = (typeof documentNumberFaults)[number];

/** Issuer, year within any pair of brackets that people type for 〔〕, and the number where it is typed already. */
const written =
  /^(?<issuer>[^([{〔【［（「《]*)(?<open>[([{〔【［（「《])(?<year>\d{4}|\d{2})(?<yearUnit>年?)(?<close>[)\]}〕】］）」》])(?:(?<ordinal>第?)(?<serial>\d+)(?<closing>号?))?$/u;

export interface DocumentNumberAdvice {
  /** The number as the standard wants it. */
  proper: string;
  /** In the order of `documentNumberFaults`; never empty. */
  faults: DocumentNumberFault[];
}

/**
 * What is to be put right in `text`; null where nothing is, and where it is not of this kind at all: what cannot be
 * understood is a person's own affair. A year of two digits is one of this century. Taking the advice leaves none.
 */
export function documentNumberAdvice(text: string): DocumentNumberAdvice | null {
  const typed = text.trim();
  const withoutBlanks = typed.replace(/\s+/gu, '');
  const plain = halfWidthDigits(withoutBlanks);
  const parts = written.exec(plain)?.groups;
  if (!parts) return null;
  const { issuer = '', open, close, year = '', yearUnit, ordinal, serial, closing } = parts;
  const number = serial?.replace(/^0+(?=\d)/u, '');
  const wrong: Record<DocumentNumberFault, boolean> = {
    brackets: open !== '〔' || close !== '〕',
    year: year.length === 2 || yearUnit !== '',
    ordinal: ordinal === '第',
    zero: number !== serial,
    closing: closing === '',
    digits: plain !== withoutBlanks,
    blanks: withoutBlanks !== typed,
  };
  const faults = documentNumberFaults.filter((fault) => wrong[fault]);
  if (faults.length === 0) return null;
  const fullYear = year.length === 2 ? `20${year}` : year;
  return { proper: `${issuer}〔${fullYear}〕${number === undefined ? '' : `${number}号`}`, faults };
}

/** Input methods type full-width digits; 7.2.5 shows half-width ones. */
function halfWidthDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'));
}
