/**
 * The language of an indicator's formula, as it is stored: indicators by id, decimals, + − × ÷, brackets, functions.
 * What a person writes and reads is the same language with names and Chinese words: formula-text.ts.
 *
 *   sum := product (('+' | '-') product)*        product := factor (('*' | '/') factor)*
 *   factor := '-' factor | number | id | function '(' sum (',' sum)* ')' | 'topic' '(' id ')' | '(' sum ')'
 *   id := word ('.' word)* | '[' any characters but brackets, quotes and blanks ']'
 *
 * × ÷ − and full-width forms are read as their ASCII twins. A function's name is only taken as such before a bracket.
 * What the functions mean is told in formula-value.ts, of which unit their results are in formula-unit.ts.
 */
import { digitCount, maximumDigits } from './decimal.ts';
import { readTokens, type Token } from './formula-parser.ts';

/**
 * `last` one year earlier; `rate` part ÷ whole in per cent; `change`, `growth` (per cent) and `points` (of a rate)
 * against last year; `points` of two rates is their difference.
 */
export const formulaFunctions = ['last', 'sum', 'rate', 'change', 'growth', 'points'] as const;
export type FormulaFunction = (typeof formulaFunctions)[number];
export type FormulaOperator = '+' | '-' | '*' | '/';

export type Formula =
  | { kind: 'number'; value: string }
  | { kind: 'reference'; key: string }
  /** The sum over a topic; over which of its indicators is told in topic-members.ts. */
  | { kind: 'topic'; topicId: string }
  | { kind: 'negation'; operand: Formula }
  | { kind: 'operation'; operator: FormulaOperator; left: Formula; right: Formula }
  | { kind: 'call'; name: FormulaFunction; operands: Formula[] };

/** Why a formula cannot be read. */
export const syntaxProblemCodes = [
  'empty',
  'tooLong',
  'tooDeep',
  'unknownCharacter',
  'numberTooLong',
  'operandExpected',
  'bracketExpected',
  'operatorExpected',
  'unknownFunction',
  'wrongOperandCount',
  'quoteExpected',
  'topicExpected',
  'unknownName',
  'ambiguousName',
  'unknownTopic',
  'ambiguousTopic',
] as const;

/** `position`: index into the text (UTF-16) at which reading stopped. `parameters` are words of the sentence. */
export interface SyntaxProblem {
  code: (typeof syntaxProblemCodes)[number];
  position: number;
  parameters?: Readonly<Record<string, string>>;
}

/** `positions`: where each part stands in the text: a name, a function's name, the sign of an operation. */
export type FormulaOutcome =
  | { ok: true; formula: Formula; positions: ReadonlyMap<Formula, number> }
  | { ok: false; problem: SyntaxProblem };

/** Characters a person may type. */
export const maximumTypedLength = 400;
/** Of a stored formula: ids are longer than names, so whatever may be typed fits (indicatorSchema). */
export const maximumStoredLength = 20_000;
/** Names, numbers and signs of a formula; more than can be typed. Bounds the depth of «a + a + a …». */
const maximumTokens = 500;
/** The stored text of a reference to an id that is no plain word, as new indicators' ids are. */
export const quotedId = /\[[^[\]"\s]{1,80}\]/;
export const plainId = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/;

/** Reads a stored formula. Never throws, whatever the text; bounded in time and depth. */
export function parseFormula(text: string): FormulaOutcome {
  if (text.length > maximumStoredLength) return refused('tooLong', maximumStoredLength);
  const tokens = tokenize(text);
  if ('code' in tokens) return { ok: false, problem: tokens };
  const tooMany = tokens[maximumTokens];
  if (tooMany !== undefined) return refused('tooLong', tooMany.position);
  return readTokens(tokens, {
    functionOf: (word) => (word === 'topic' ? word : formulaFunctions.find((known) => known === word)),
    reference: ({ text: key }) => ({ ok: true, id: key }),
    topic: (token) =>
      token === null
        ? { ok: false, problem: { code: 'topicExpected', position: 0 } }
        : { ok: true, id: token.text },
  });
}

const twins: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '−': '-', '\u3000': ' ' };

const storedToken = new RegExp(
  `\\s+|(?<number>\\d+(?:\\.\\d+)?)|(?<word>${plainId.source})|(?<quoted>${quotedId.source})|(?<symbol>[-+*/(),])`,
  'y',
);

function tokenize(text: string): Token[] | SyntaxProblem {
  // Each replacement is one character for one character, so that positions stay those of the text.
  const plain = text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[×÷−\u3000]/g, (character) => twins[character] ?? character);
  const pattern = new RegExp(storedToken);
  const tokens: Token[] = [];
  while (pattern.lastIndex < plain.length) {
    const position = pattern.lastIndex;
    const groups = pattern.exec(plain)?.groups;
    if (groups === undefined) return { code: 'unknownCharacter', position };
    const { number, word, quoted, symbol } = groups;
    if (number !== undefined && digitCount(number) > maximumDigits) {
      return { code: 'numberTooLong', position };
    }
    if (number !== undefined) tokens.push({ kind: 'number', text: number, position });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, position });
    else if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted.slice(1, -1), position });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol, position });
  }
  return [...tokens, { kind: 'end', text: '', position: plain.length }];
}

function refused(code: SyntaxProblem['code'], position: number): { ok: false; problem: SyntaxProblem } {
  return { ok: false, problem: { code, position } };
}
