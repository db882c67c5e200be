/** A formula as text. Printing and reading again gives the same formula, in the stored notation and in the one of names. */
import { type Formula, type FormulaFunction, type FormulaOperator, plainId } from './formula.ts';

/** The signs and words of a notation. */
export interface FormulaNotation {
  signs: Readonly<Record<FormulaOperator, string>>;
  open: string;
  close: string;
  comma: string;
  function(name: FormulaFunction | 'topic'): string;
  reference(key: string): string;
  topic(topicId: string): string;
}

const wholePlainId = new RegExp(`^(?:${plainId.source})$`);
const storedId = (id: string): string => (wholePlainId.test(id) ? id : `[${id}]`);

const storedNotation: FormulaNotation = {
  signs: { '+': '+', '-': '-', '*': '*', '/': '/' },
  open: '(',
  close: ')',
  comma: ', ',
  function: (name) => name,
  reference: storedId,
  topic: storedId,
};

/** The text that is stored, see formula.ts. */
export function storedFormula(formula: Formula): string {
  return printFormula(formula, storedNotation);
}

/** Prints only the brackets that are needed to read the same formula again. */
export function printFormula(formula: Formula, notation: FormulaNotation): string {
  const { signs, open, close, comma } = notation;
  /** How tightly a formula holds together: 1 sum, 2 product, 3 all else. */
  const strengthOf = (node: Formula): number =>
    node.kind === 'operation' ? (node.operator === '+' || node.operator === '-' ? 1 : 2) : 3;
  const operand = (node: Formula, least: number): string =>
    strengthOf(node) < least ? `${open}${print(node)}${close}` : print(node);
  const print = (node: Formula): string => {
    switch (node.kind) {
      case 'number':
        return node.value;
      case 'reference':
        return notation.reference(node.key);
      case 'topic':
        return `${notation.function('topic')}${open}${notation.topic(node.topicId)}${close}`;
      case 'negation':
        return `${signs['-']}${operand(node.operand, 3)}`;
      case 'operation': {
        const strength = strengthOf(node);
        // Operations of one kind are read from the left: a formula to the right of a sign keeps its brackets.
        return `${operand(node.left, strength)} ${signs[node.operator]} ${operand(node.right, strength + 1)}`;
      }
      case 'call':
        return `${notation.function(node.name)}${open}${node.operands.map(print).join(comma)}${close}`;
    }
  };
  return print(formula);
}
