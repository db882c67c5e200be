/** Numbers of a paragraph of the file that were changed inside their content controls. Pure. */
import type { ComparisonView } from './comparison-view.ts';
import { offerForPlace } from './number-offer.ts';
import type { ReturnedNumber } from './returned-change.ts';
import type { ReturnedText } from './returned-document.ts';

/** The longest text that a person may write over a number. */
const longestOverride = 60;

/** What the place shows already, because it was taken in before, is no decision any more. */
export function numbersOfParagraph(
  view: ComparisonView,
  { runs }: ReturnedText,
): Omit<ReturnedNumber, 'key' | 'changeKey'>[] {
  return view.controls.settle(runs).flatMap(({ bindingId, copy, text }) => {
    const binding = bindingId === null || copy ? null : view.place(bindingId);
    const file = text.trim();
    if (binding === null || file === view.printed(binding.id) || file === view.printedNow(binding.id))
      return [];
    return [
      {
        place: { kind: 'text' as const, bindingId: binding.id },
        indicatorId: binding.indicatorId,
        indicatorName: view.indicatorName(binding.indicatorId),
        year: view.report.year + binding.yearOffset,
        table: view.table(binding),
        file,
        ...offerForPlace(file, binding, view.report.year, view.book),
        overridable: file.length <= longestOverride,
      },
    ];
  });
}
