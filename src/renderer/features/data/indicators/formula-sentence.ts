/** What is wrong with a formula, in words, with the place where it stands in the text. */
import type { TFunction } from 'i18next';
import type { FormulaProblem } from '../../../../shared/domain/formula-check.ts';

const quotedLength = 8;
/** These concern the formula as a whole. */
const placeless: ReadonlySet<FormulaProblem['code']> = new Set([
  ...(['empty', 'tooLong', 'cycle', 'dateFormula', 'ratioNotPercent', 'resultUnit', 'resultScale'] as const),
]);

export function formulaSentence(problem: FormulaProblem, text: string, t: TFunction<'indicator'>): string {
  const parameters: Record<string, string | number> = { ...problem.parameters };
  for (const unit of ['left', 'right']) {
    if (parameters[unit] === '') parameters[unit] = t('problem.noUnit');
  }
  const key = `problem.${problem.code}` as const;
  const sentence = t(key, parameters);
  return placeless.has(problem.code) ? sentence : sentence + placeIn(text, problem.position, t);
}

function placeIn(text: string, position: number, t: TFunction<'indicator'>): string {
  const rest = Array.from(text.slice(position).trimStart());
  if (rest.length === 0) return t('formula.atEnd');
  const place = Array.from(text.slice(0, position)).length + 1;
  const shown = rest.slice(0, quotedLength).join('') + (rest.length > quotedLength ? '…' : '');
  return t('formula.near', { place, text: shown });
}
