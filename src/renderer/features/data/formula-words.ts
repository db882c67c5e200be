/** A formula as the clerk reads it: names of indicators instead of keys, «化解率 = 化解矛盾纠纷 ÷ 排查矛盾纠纷». */
import { type Formula, type FormulaFunction, parseFormula } from '../../../shared/domain/formula.ts';

export interface FormulaVocabulary {
  /** The indicator's name; undefined when the key is not known. */
  name: (key: string) => string | undefined;
  /** «上年{{operand}}», «{{operand}}较上年增减», «{{operand}}增长率». */
  ofYear: (form: Exclude<FormulaFunction, 'rate' | 'sum'>, operand: string) => string;
}

interface Phrase {
  text: string;
  /** 1 sum, 2 product, 3 a word of its own: what binds less tightly than its surroundings needs brackets. */
  strength: 1 | 2 | 3;
}

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

/** The formula in words; the formula's own text where it cannot be read. */
export function formulaInWords(formula: string, vocabulary: FormulaVocabulary): string {
  const read = parseFormula(formula);
  return read.ok ? phraseOf(read.formula, vocabulary).text : formula;
}

function phraseOf(formula: Formula, vocabulary: FormulaVocabulary): Phrase {
  const operand = (inner: Formula, strength: number): string => {
    const phrase = phraseOf(inner, vocabulary);
    return phrase.strength < strength ? `（${phrase.text}）` : phrase.text;
  };
  switch (formula.kind) {
    case 'number':
      return { text: formula.value, strength: 3 };
    case 'reference':
      return { text: vocabulary.name(formula.key) ?? formula.key, strength: 3 };
    case 'negation':
      return { text: `−${operand(formula.operand, 3)}`, strength: 1 };
    case 'operation': {
      const strength = formula.operator === '+' || formula.operator === '-' ? 1 : 2;
      // a − (b − c) and a ÷ (b ÷ c) need their brackets, a + (b + c) does not.
      const right = formula.operator === '-' || formula.operator === '/' ? strength + 1 : strength;
      return {
        text: `${operand(formula.left, strength)} ${signs[formula.operator]} ${operand(formula.right, right)}`,
        strength,
      };
    }
    case 'call':
      return callPhrase(formula.name, formula.operands, operand, vocabulary);
  }
}

function callPhrase(
  name: FormulaFunction,
  operands: readonly Formula[],
  operand: (inner: Formula, strength: number) => string,
  vocabulary: FormulaVocabulary,
): Phrase {
  if (name === 'sum') {
    return {
      text: operands.map((one) => operand(one, 1)).join(' + '),
      strength: operands.length > 1 ? 1 : 3,
    };
  }
  const [first, second] = operands;
  const part = first === undefined ? '' : operand(first, name === 'rate' ? 2 : 3);
  if (name === 'rate') {
    return { text: `${part} ÷ ${second === undefined ? '' : operand(second, 3)}`, strength: 2 };
  }
  return { text: vocabulary.ofYear(name, part), strength: 3 };
}
