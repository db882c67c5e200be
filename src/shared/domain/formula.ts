/**
 * The language of an indicator's formula: indicator keys, decimals, + − × ÷, brackets and a few functions.
 *
 *   sum := product (('+' | '-') product)*        product := factor (('*' | '/') factor)*
 *   factor := '-' factor | number | key | function '(' sum (',' sum)* ')' | '(' sum ')'
 *
 * × ÷ − and full-width forms are read as their ASCII twins. A function's name is only taken as such before a bracket.
 * What the functions mean is told in formula-value.ts.
 */
import { digitCount, maximumDigits } from './decimal.ts';

/** `last` one year earlier; `rate` part ÷ whole in per cent; `change` and `growth` (per cent) against last year. */
const formulaFunctions = ['last', 'sum', 'rate', 'change', 'growth'] as const;
export type FormulaFunction = (typeof formulaFunctions)[number];
export type FormulaOperator = '+' | '-' | '*' | '/';

export type Formula =
  | { kind: 'number'; value: string }
  | { kind: 'reference'; key: string }
  | { kind: 'negation'; operand: Formula }
  | { kind: 'operation'; operator: FormulaOperator; left: Formula; right: Formula }
  | { kind: 'call'; name: FormulaFunction; operands: Formula[] };

const formulaProblemCodes = [
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
] as const;
/** `position`: index into the text (UTF-16) at which reading stopped. */
export interface FormulaProblem {
  code: (typeof formulaProblemCodes)[number];
  position: number;
}
export type FormulaOutcome = { ok: true; formula: Formula } | { ok: false; problem: FormulaProblem };

/** As many characters as an indicator's formula may have (indicatorSchema). */
const maximumLength = 400;
/** Nesting of brackets, calls and signs. Bounds the stack of the parser and of everything that walks a formula. */
const maximumDepth = 32;

/** Reads a formula. Never throws, whatever the text; bounded in time and depth. */
export function parseFormula(text: string): FormulaOutcome {
  if (text.length > maximumLength) return refused('tooLong', maximumLength);
  const tokens = tokenize(text);
  return 'code' in tokens ? { ok: false, problem: tokens } : parseTokens(tokens);
}

interface Token {
  kind: 'number' | 'word' | 'symbol' | 'end';
  text: string;
  position: number;
}

const twins: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '−': '-', '\u3000': ' ' };

function tokenize(text: string): Token[] | FormulaProblem {
  // Each replacement is one character for one character, so that positions stay those of the text.
  const plain = text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[×÷−\u3000]/g, (character) => twins[character] ?? character);
  const pattern =
    /\s+|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(?<symbol>[-+*/(),])/y;
  const tokens: Token[] = [];
  while (pattern.lastIndex < plain.length) {
    const position = pattern.lastIndex;
    const groups = pattern.exec(plain)?.groups;
    if (groups === undefined) return { code: 'unknownCharacter', position };
    const { number, word, symbol } = groups;
    if (number !== undefined && digitCount(number) > maximumDigits)
      return { code: 'numberTooLong', position };
    if (number !== undefined) tokens.push({ kind: 'number', text: number, position });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, position });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol, position });
  }
  return [...tokens, { kind: 'end', text: '', position: plain.length }];
}

function refused(code: FormulaProblem['code'], position: number): { ok: false; problem: FormulaProblem } {
  return { ok: false, problem: { code, position } };
}

function parseTokens(tokens: readonly Token[]): FormulaOutcome {
  const end: Token = { kind: 'end', text: '', position: 0 };
  let next = 0;
  const current = (): Token => tokens[next] ?? tokens.at(-1) ?? end;
  const takes = (symbol: string): boolean => {
    if (current().kind !== 'symbol' || current().text !== symbol) return false;
    next += 1;
    return true;
  };
  const stopped = (code: FormulaProblem['code']): FormulaOutcome => refused(code, current().position);

  const chain = (operators: readonly FormulaOperator[], operand: () => FormulaOutcome): FormulaOutcome => {
    let left = operand();
    while (left.ok) {
      const operator = operators.find(takes);
      if (operator === undefined) break;
      const right = operand();
      if (!right.ok) return right;
      left = {
        ok: true,
        formula: { kind: 'operation', operator, left: left.formula, right: right.formula },
      };
    }
    return left;
  };
  const sum = (depth: number): FormulaOutcome => chain(['+', '-'], () => product(depth));
  const product = (depth: number): FormulaOutcome => chain(['*', '/'], () => factor(depth));

  const factor = (depth: number): FormulaOutcome => {
    if (depth > maximumDepth) return stopped('tooDeep');
    if (takes('-')) {
      const operand = factor(depth + 1);
      return operand.ok ? { ok: true, formula: { kind: 'negation', operand: operand.formula } } : operand;
    }
    if (takes('(')) {
      const inner = sum(depth + 1);
      if (!inner.ok) return inner;
      return takes(')') ? inner : stopped('bracketExpected');
    }
    const token = current();
    if (token.kind !== 'number' && token.kind !== 'word') return stopped('operandExpected');
    next += 1;
    if (token.kind === 'number') return { ok: true, formula: { kind: 'number', value: token.text } };
    return takes('(')
      ? call(token, depth + 1)
      : { ok: true, formula: { kind: 'reference', key: token.text } };
  };

  const call = (token: Token, depth: number): FormulaOutcome => {
    const name = formulaFunctions.find((known) => known === token.text);
    if (name === undefined) return refused('unknownFunction', token.position);
    const operands: Formula[] = [];
    do {
      const operand = sum(depth);
      if (!operand.ok) return operand;
      operands.push(operand.formula);
    } while (takes(','));
    if (!takes(')')) return stopped('bracketExpected');
    const fits = name === 'sum' || operands.length === (name === 'rate' ? 2 : 1);
    return fits
      ? { ok: true, formula: { kind: 'call', name, operands } }
      : refused('wrongOperandCount', token.position);
  };

  if (current().kind === 'end') return stopped('empty');
  const whole = sum(0);
  if (!whole.ok) return whole;
  return current().kind === 'end' ? whole : stopped('operatorExpected');
}
