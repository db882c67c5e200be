/** Whether the words that a document prints for its numbers mean the numbers of the tables. */
import type { ReportContent } from '../../../shared/contract.ts';
import { readShown } from '../../../shared/domain/binding/read-back.ts';
import { Decimal, withoutNoise } from '../../../shared/domain/decimal.ts';
import { type BindingAttributes, bindingsOf } from '../../../shared/domain/document.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import type { LaidOutReport } from './layout-model.ts';

/**
 * The places (by id) whose printed words, read back, exclude the number that the table has: there should be none, and a
 * document with one is not to be trusted. Not judged are what a person wrote by hand, phrases, and words without a
 * number (see readShown).
 */
export function misreadNumbers(
  { report, chapters }: ReportContent,
  layout: LaidOutReport,
  book: NumberBook,
): string[] {
  const bindings = chapters.flatMap(({ body }) => bindingsOf(body));
  const byId = new Map(bindings.map((binding) => [binding.id, binding]));
  return layout.elements
    .flatMap((element) => (element.kind === 'body' ? element.runs : []))
    .flatMap((run) => {
      const binding = run.kind === 'number' ? byId.get(run.bindingId) : undefined;
      return binding !== undefined && saysAnother(run.text, binding, report.year, book) ? [binding.id] : [];
    });
}

function saysAnother(
  text: string,
  binding: BindingAttributes,
  reportYear: number,
  book: NumberBook,
): boolean {
  const { indicatorId, yearOffset, format, override } = binding;
  const indicator = book.indicator(indicatorId);
  const { entry } = book.cell(indicatorId, reportYear + yearOffset);
  if (override !== undefined || indicator === undefined || entry.kind !== 'number') return false;
  // A word for zero may be any word.
  if ('zero' in format && format.zero === text) return false;
  const read = readShown(text, format, indicator);
  if (read?.kind !== 'number') return false;
  const value = withoutNoise(new Decimal(entry.value));
  const { least, most } = read;
  return (least !== null && value.lessThan(least)) || (most !== null && value.greaterThan(most));
}
