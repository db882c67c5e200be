/** A literal number that very probably is an indicator, and reads otherwise than its cell or an inserted table. */
import { plainText } from '../../decimal.ts';
import { textDraft } from '../drafts.ts';
import type { FindingDraft } from '../finding.ts';
import type { ReportView } from '../view.ts';
import { changeAmounts } from './unbound-numbers.ts';

export function tableAgainstText({ written, figures }: ReportView): FindingDraft[] {
  return written.flatMap((paragraph) => {
    const changes = changeAmounts(paragraph);
    return paragraph.quantities.flatMap((quantity): FindingDraft[] => {
      if (quantity.former || changes.has(quantity)) return [];
      const likely = paragraph.likely(quantity);
      if (likely === null || !likely.sure || likely.value === null || likely.agrees) return [];
      const { indicator, value } = likely;
      const figure = figures.get(indicator.id);
      const cell = plainText(value.toDecimalPlaces(indicator.precision)) + indicator.unit;
      return [
        textDraft(paragraph, quantity, {
          rule: figure === undefined ? 'cellDiffers' : 'figureDiffers',
          severity: 'likely',
          parameters: { text: quantity.text, name: indicator.name, cell, figure: figure?.title ?? '' },
          about: `${quantity.clause.sentence}${quantity.text}\n${cell}`,
        }),
      ];
    });
  });
}
