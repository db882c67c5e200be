/** Numbers that stand as text and follow no table: what each probably is, and how many more there are. */
import type { CheckedQuantity } from '../checked-quantity.ts';
import { textDraft } from '../drafts.ts';
import type { FindingDraft, FindingFix } from '../finding.ts';
import { meet } from '../interval.ts';
import type { LikelyIndicator } from '../likely-indicator.ts';
import { countedPlace, isLiteral } from '../shown-text.ts';
import type { CheckedParagraph, ReportView } from '../view.ts';

export function unboundNumbers({ written }: ReportView): FindingDraft[] {
  const literals = written.flatMap((paragraph) => {
    const changes = changeAmounts(paragraph);
    return paragraph.quantities
      .filter((quantity) => quantity.binding === null && !changes.has(quantity))
      .map((quantity) => ({ paragraph, quantity, likely: claimable(paragraph.likely(quantity)) }));
  });
  const holders = bestHolders(literals);
  return [...Map.groupBy(literals, ({ paragraph }) => paragraph.chapterId)].flatMap(([chapterId, here]) => {
    const loose: string[] = [];
    const named = here.flatMap(({ paragraph, quantity, likely }): FindingDraft[] => {
      const holder = likely === null ? undefined : holders.get(likely.indicator.id);
      if (likely !== null && holder !== undefined && meet(holder.range, quantity.range)) {
        return [probably(quantity, likely, paragraph)];
      }
      if (isFigure(quantity)) loose.push(quantity.text);
      return [];
    });
    return loose.length === 0 ? named : [...named, together(chapterId, loose)];
  });
}

const digit = /[0-9０-９]/;

/** A number of this year in digits: 每季度一次 and 两轮 belong to the wording. */
function isFigure({ text, clause, former }: CheckedQuantity): boolean {
  return digit.test(text) && !clause.otherwise && !clause.average && !former;
}

/** Where the table holds another number, that is another finding, or the words were misread. */
function claimable(likely: LikelyIndicator | null): LikelyIndicator | null {
  return likely === null || (likely.value !== null && !likely.agrees) ? null : likely;
}

/** An indicator has one number a year: of several that could be it the best named one is. */
function bestHolders(
  literals: readonly { quantity: CheckedQuantity; likely: LikelyIndicator | null }[],
): ReadonlyMap<string, CheckedQuantity> {
  const best = new Map<string, { quantity: CheckedQuantity; score: number }>();
  for (const { quantity, likely } of literals) {
    if (likely === null) continue;
    const { indicator, score } = likely;
    if (score > (best.get(indicator.id)?.score ?? 0)) best.set(indicator.id, { quantity, score });
  }
  return new Map([...best].map(([id, { quantity }]) => [id, quantity]));
}

/** Numbers that tell a growth or a change. */
export function changeAmounts({ phrases }: CheckedParagraph): ReadonlySet<CheckedQuantity | null> {
  return new Set(phrases.map(({ amount }) => amount));
}

function probably(
  quantity: CheckedQuantity,
  likely: LikelyIndicator,
  paragraph: CheckedParagraph,
): FindingDraft {
  const { indicator } = likely;
  const bindable = likely.bindable();
  return textDraft(paragraph, quantity, {
    rule: 'numberUnbound',
    severity: 'hint',
    parameters: { text: quantity.text, name: indicator.name },
    fix: bindable === null ? null : bindingFix(paragraph, likely, bindable),
    about: quantity.clause.sentence + quantity.text,
  });
}

function bindingFix(
  { shown }: CheckedParagraph,
  { indicator }: LikelyIndicator,
  { start, end, text, format }: NonNullable<ReturnType<LikelyIndicator['bindable']>>,
): FindingFix | null {
  if (!isLiteral(shown, start, end)) return null;
  const { from, to } = countedPlace(shown, start, end);
  return { kind: 'bind', from, to, old: text, indicatorId: indicator.id, format };
}

const mostExamples = 4;

/** One for a chapter: nobody reads a list of all its numbers. */
function together(chapterId: string, loose: readonly string[]): FindingDraft {
  return {
    rule: 'numbersLoose',
    severity: 'hint',
    place: { kind: 'chapter', chapterId },
    excerpt: null,
    parameters: {
      count: loose.length,
      examples: loose.slice(0, mostExamples).join('、') + (loose.length > mostExamples ? '…' : ''),
    },
    about: `${chapterId}\n${loose.join('\n')}`,
  };
}
