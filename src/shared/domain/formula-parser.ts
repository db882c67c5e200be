/** Tokens to formula: the grammar of formula.ts, for the stored text and for the one with names alike. */
import type { Formula, FormulaFunction, FormulaOperator, FormulaOutcome, SyntaxProblem } from './formula.ts';

export interface Token {
  /** `quoted`: a name in its quotes (without them), which is never a function. */
  kind: 'number' | 'word' | 'quoted' | 'symbol' | 'end';
  text: string;
  position: number;
}

type Named = { ok: true; id: string } | { ok: false; problem: SyntaxProblem };

/** What the words of a text stand for. */
export interface FormulaWords {
  functionOf(word: string): FormulaFunction | 'topic' | undefined;
  reference(token: Token): Named;
  /** Null: the brackets are empty. */
  topic(token: Token | null): Named;
}

/** Nesting of brackets, calls and signs. Bounds the stack of the parser and of everything that walks a formula. */
const maximumDepth = 32;

/** How many operands a function takes. */
const operandCounts: Readonly<Record<FormulaFunction, readonly [least: number, most: number]>> = {
  last: [1, 1],
  sum: [1, Number.POSITIVE_INFINITY],
  rate: [2, 2],
  change: [1, 1],
  growth: [1, 1],
  points: [1, 2],
};

type Read = { ok: true; formula: Formula } | { ok: false; problem: SyntaxProblem };

/** Reads a whole text. `tokens` end with one of kind `end`. */
export function readTokens(tokens: readonly Token[], words: FormulaWords): FormulaOutcome {
  const end: Token = { kind: 'end', text: '', position: 0 };
  const positions = new Map<Formula, number>();
  let next = 0;
  const current = (): Token => tokens[next] ?? tokens.at(-1) ?? end;
  const takes = (symbol: string): boolean => {
    if (current().kind !== 'symbol' || current().text !== symbol) return false;
    next += 1;
    return true;
  };
  const refused = (code: SyntaxProblem['code'], position = current().position): Read => ({
    ok: false,
    problem: { code, position },
  });
  const made = (formula: Formula, position: number): Read => {
    positions.set(formula, position);
    return { ok: true, formula };
  };

  const chain = (operators: readonly FormulaOperator[], operand: () => Read): Read => {
    let left = operand();
    while (left.ok) {
      const { position } = current();
      const operator = operators.find(takes);
      if (operator === undefined) break;
      const right = operand();
      if (!right.ok) return right;
      left = made({ kind: 'operation', operator, left: left.formula, right: right.formula }, position);
    }
    return left;
  };
  const sum = (depth: number): Read => chain(['+', '-'], () => product(depth));
  const product = (depth: number): Read => chain(['*', '/'], () => factor(depth));

  const factor = (depth: number): Read => {
    if (depth > maximumDepth) return refused('tooDeep');
    const token = current();
    if (takes('-')) {
      const operand = factor(depth + 1);
      return operand.ok ? made({ kind: 'negation', operand: operand.formula }, token.position) : operand;
    }
    if (takes('(')) {
      const inner = sum(depth + 1);
      if (!inner.ok) return inner;
      return takes(')') ? inner : refused('bracketExpected');
    }
    if (token.kind === 'symbol' || token.kind === 'end') return refused('operandExpected');
    next += 1;
    if (token.kind === 'number') return made({ kind: 'number', value: token.text }, token.position);
    if (token.kind === 'word' && takes('(')) return call(token, depth + 1);
    const named = words.reference(token);
    return named.ok ? made({ kind: 'reference', key: named.id }, token.position) : named;
  };

  const call = (token: Token, depth: number): Read => {
    const name = words.functionOf(token.text);
    if (name === undefined) {
      return {
        ok: false,
        problem: { code: 'unknownFunction', position: token.position, parameters: { name: token.text } },
      };
    }
    if (name === 'topic') return topic(token);
    const operands: Formula[] = [];
    do {
      const operand = sum(depth);
      if (!operand.ok) return operand;
      operands.push(operand.formula);
    } while (takes(','));
    if (!takes(')')) return refused('bracketExpected');
    const [least, most] = operandCounts[name];
    return operands.length >= least && operands.length <= most
      ? made({ kind: 'call', name, operands }, token.position)
      : {
          ok: false,
          problem: { code: 'wrongOperandCount', position: token.position, parameters: { name: token.text } },
        };
  };

  const topic = ({ position }: Token): Read => {
    const token = current();
    const given = token.kind === 'word' || token.kind === 'quoted' ? token : null;
    if (given === null && !(token.kind === 'symbol' && token.text === ')')) return refused('topicExpected');
    const named = words.topic(given);
    if (!named.ok) return given === null ? refused(named.problem.code) : named;
    if (given !== null) next += 1;
    return takes(')') ? made({ kind: 'topic', topicId: named.id }, position) : refused('bracketExpected');
  };

  if (current().kind === 'end')
    return { ok: false, problem: { code: 'empty', position: current().position } };
  const whole = sum(0);
  if (!whole.ok) return whole;
  return current().kind === 'end'
    ? { ...whole, positions }
    : { ok: false, problem: { code: 'operatorExpected', position: current().position } };
}
