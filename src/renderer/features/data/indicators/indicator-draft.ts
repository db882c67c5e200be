/** What the form about an indicator holds, and what follows from it at once: the stored formula, its problem, its result. */
import type { NumberTables } from '../../../../shared/contract.ts';
import type { FootingProblem } from '../../../../shared/domain/footing.ts';
import { footingProblemOf } from '../../../../shared/domain/footing-check.ts';
import { checkFormula, type FormulaProblem } from '../../../../shared/domain/formula-check.ts';
import type { FormulaNames } from '../../../../shared/domain/formula-names.ts';
import { storedFormula } from '../../../../shared/domain/formula-print.ts';
import { parseFormulaText, storedFormulaText } from '../../../../shared/domain/formula-text.ts';
import type { Indicator } from '../../../../shared/domain/model.ts';
import { type Cell, createNumberBook } from '../../../../shared/domain/number-book.ts';

export interface IndicatorFields extends Omit<Indicator, 'id' | 'retiredAfter' | 'formula'> {
  /** As it is typed, whether it can be read or not. */
  formulaText: string;
}

export interface DraftResult {
  indicator: Indicator;
  problem: FormulaProblem | null;
  footingProblem: FootingProblem | null;
  /** What the formula comes to in the reporting year and the year before; null without a readable formula. */
  cells: { thisYear: Cell; lastYear: Cell } | null;
}

/** The id that a new indicator has until it is saved. */
const newId = 'indicator.new';

export function fieldsOf(indicator: Indicator | null, topicId: string, names: FormulaNames): IndicatorFields {
  if (indicator === null) {
    return {
      name: '',
      unit: '件',
      kind: 'count',
      precision: 0,
      topicId,
      officeId: null,
      formulaText: '',
      footing: false,
    };
  }
  const { id: _id, retiredAfter: _after, formula, ...fields } = indicator;
  return { ...fields, formulaText: formula === null ? '' : storedFormulaText(formula, names) };
}

export function draftResult(
  before: Indicator | null,
  fields: IndicatorFields,
  tables: NumberTables,
  names: FormulaNames,
  year: number,
): DraftResult {
  const { formulaText, ...rest } = fields;
  // What was typed stays in the field should the kind be changed back.
  const calculates = formulaText.trim() !== '' && fields.kind !== 'date';
  const read = !calculates ? null : parseFormulaText(formulaText, names, fields.topicId || null);
  const stored = read?.ok === true ? storedFormula(read.formula) : null;
  const indicator: Indicator = {
    ...rest,
    name: rest.name.trim(),
    unit: rest.unit.trim(),
    id: before?.id ?? newId,
    retiredAfter: before?.retiredAfter ?? null,
    formula: stored,
    footing: rest.footing && stored !== null,
  };
  const { indicators, observations } = tables;
  if (read === null || !read.ok) {
    return { indicator, problem: read?.problem ?? null, footingProblem: null, cells: null };
  }
  const others = indicators.filter(({ id }) => id !== indicator.id);
  const book = createNumberBook({ indicators: [...others, indicator], observations });
  return {
    indicator,
    problem: checkFormula({ ...read, owner: indicator, indicators, year }),
    footingProblem: indicator.footing ? footingProblemOf(indicator, indicators, year) : null,
    cells: { thisYear: book.cell(indicator.id, year), lastYear: book.cell(indicator.id, year - 1) },
  };
}
