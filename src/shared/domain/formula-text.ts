/**
 * A formula as a person writes and reads it: names of indicators, Chinese functions, full-width or half-width signs.
 *
 *   化解率：  占比（化解件数，排查件数）        is stored as   rate(disputes.resolved, disputes.screened)
 *   合计（甲，乙）  甲 + 乙      专题合计（信访）      增减（甲）   增长率（甲）   百分点（甲率）   百分点（甲率，乙率）   上年（甲）
 *
 * - + − × ÷ and * / are signs; （） and (), ，、；and , are brackets and separators; a leading = is passed over.
 * - A name stands as it is. In 「」 it may hold any sign; 「专题·指标」 tells two of one name apart. Names with brackets
 *   or blanks are also known without quotes. 专题合计（） without a topic means the formula's own topic.
 * - 求和 is read as 合计, 去年 as 上年. Numbers are decimals: 0.5, ５.
 * - The grammar is that of formula.ts. A name that is unknown or ambiguous is told with its place.
 */
import { digitCount, maximumDigits } from './decimal.ts';
import {
  type Formula,
  type FormulaFunction,
  type FormulaOutcome,
  maximumTypedLength,
  parseFormula,
  type SyntaxProblem,
} from './formula.ts';
import { closeQuote, type FormulaNames, nameEnds, openQuote, wordOfFunction } from './formula-names.ts';
import { readTokens, type Token } from './formula-parser.ts';
import { type FormulaNotation, printFormula } from './formula-print.ts';
import { halfWidth } from './text/characters.ts';

const functions = new Map<string, FormulaFunction | 'topic'>([
  [wordOfFunction.sum, 'sum'],
  ['求和', 'sum'],
  [wordOfFunction.topic, 'topic'],
  [wordOfFunction.rate, 'rate'],
  [wordOfFunction.change, 'change'],
  [wordOfFunction.growth, 'growth'],
  [wordOfFunction.points, 'points'],
  [wordOfFunction.last, 'last'],
  ['去年', 'last'],
]);

/** Reads what a person wrote; `ownTopicId` is the topic meant by 专题合计（）. Never throws, bounded as parseFormula is. */
export function parseFormulaText(
  text: string,
  names: FormulaNames,
  ownTopicId: string | null,
): FormulaOutcome {
  if (text.length > maximumTypedLength) {
    return { ok: false, problem: { code: 'tooLong', position: maximumTypedLength } };
  }
  const tokens = tokenize(text, names);
  if ('code' in tokens) return { ok: false, problem: tokens };
  return readTokens(tokens, {
    functionOf: (word) => functions.get(word),
    reference: (token) => one(token, names.indicators(token.text), names.indicatorName, 'Name'),
    topic: (token) => {
      if (token !== null) return one(token, names.topics(token.text), names.topicName, 'Topic');
      return ownTopicId === null
        ? { ok: false, problem: { code: 'topicExpected', position: 0 } }
        : { ok: true, id: ownTopicId };
    },
  });
}

/** The formula in names. parseFormulaText reads the same formula from it, as long as every id in it is known. */
export function formulaText(formula: Formula, names: FormulaNames): string {
  const notation: FormulaNotation = {
    signs: { '+': '+', '-': '−', '*': '×', '/': '÷' },
    open: '（',
    close: '）',
    comma: '，',
    function: (name) => wordOfFunction[name],
    reference: names.indicatorName,
    topic: names.topicName,
  };
  return printFormula(formula, notation);
}

/** A stored formula in names; its own text where it cannot be read, so that nothing is lost. */
export function storedFormulaText(stored: string, names: FormulaNames): string {
  const read = parseFormula(stored);
  return read.ok ? formulaText(read.formula, names) : stored;
}

function one(
  { text, position }: Token,
  ids: readonly string[],
  nameOf: (id: string) => string,
  what: 'Name' | 'Topic',
): { ok: true; id: string } | { ok: false; problem: SyntaxProblem } {
  const [id] = ids;
  if (id !== undefined && ids.length === 1) return { ok: true, id };
  if (id === undefined) {
    return { ok: false, problem: { code: `unknown${what}`, position, parameters: { name: text } } };
  }
  const parameters = { name: text, choices: ids.map(nameOf).join('、') };
  return { ok: false, problem: { code: `ambiguous${what}`, position, parameters } };
}

const signs: Readonly<Record<string, string>> = {
  ...{ '+': '+', '-': '-', '−': '-', '–': '-', '*': '*', '×': '*', '/': '/', '÷': '/' },
  ...{ '(': '(', ')': ')', ',': ',', '、': ',', ';': ',' },
};

function tokenize(text: string, names: FormulaNames): Token[] | SyntaxProblem {
  // One character for one character, so that positions stay those of the text.
  const plain = halfWidth(text);
  const tokens: Token[] = [];
  let at = 0;
  while (at < plain.length) {
    const character = plain.charAt(at);
    const sign = signs[character];
    if (/\s/.test(character) || (character === '=' && tokens.length === 0)) at += 1;
    else if (sign !== undefined) {
      tokens.push({ kind: 'symbol', text: sign, position: at });
      at += 1;
    } else if (character === openQuote) {
      const end = plain.indexOf(closeQuote, at);
      if (end < 0) return { code: 'quoteExpected', position: at };
      tokens.push({ kind: 'quoted', text: text.slice(at + 1, end), position: at });
      at = end + 1;
    } else if (nameEnds.test(character)) return { code: 'unknownCharacter', position: at };
    else {
      const word = wordAt(plain, at, names);
      const isNumber = /^\d+(?:\.\d+)?$/.test(word.text);
      if (isNumber && digitCount(word.text) > maximumDigits) return { code: 'numberTooLong', position: at };
      const known = word.spaced ? 'quoted' : 'word';
      tokens.push({ kind: isNumber ? 'number' : known, text: word.text, position: at });
      at += word.text.length;
    }
  }
  return [...tokens, { kind: 'end', text: '', position: plain.length }];
}

/** The name that begins here: a known one with brackets or blanks, or all up to the next sign. */
function wordAt(plain: string, at: number, names: FormulaNames): { text: string; spaced: boolean } {
  const spaced = names.spacedNames.find(
    (name) => plain.startsWith(name, at) && nameEnds.test(plain.charAt(at + name.length) || ' '),
  );
  if (spaced !== undefined) return { text: spaced, spaced: true };
  const length = plain.slice(at).search(nameEnds);
  return { text: length < 0 ? plain.slice(at) : plain.slice(at, at + length), spaced: false };
}
