/** Numbers of the prose that nobody has vouched for: missing, carried over, changed behind a rewritten place. */
import { textDraft } from '../drafts.ts';
import type { FindingDraft, FindingRule } from '../finding.ts';
import type { ShownSpan } from '../shown-text.ts';
import type { CheckedParagraph, ReportView } from '../view.ts';

const rules: Partial<Record<ShownSpan['state'], FindingRule>> = {
  missing: 'numberMissing',
  carried: 'numberCarried',
  sourceChanged: 'numberSourceChanged',
};

export function numberStates({ paragraphs, book }: ReportView): FindingDraft[] {
  const stateOf = (paragraph: CheckedParagraph, span: ShownSpan): FindingDraft[] => {
    const rule = rules[span.state];
    if (span.binding === null || rule === undefined) return [];
    const { id, indicatorId } = span.binding;
    const name = book.indicator(indicatorId)?.name ?? indicatorId;
    const parameters = { name, text: paragraph.shown.text.slice(span.start, span.end) };
    return [textDraft(paragraph, span, { rule, severity: 'blocks', parameters, about: id, bindingId: id })];
  };
  return paragraphs.flatMap((paragraph) => paragraph.shown.spans.flatMap((span) => stateOf(paragraph, span)));
}
