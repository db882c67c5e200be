/** What a binding shows: the text in the prose and the state of the number behind it. */
import type { BindingFormat } from '../../../shared/domain/binding-format.ts';
import { type BindingText, bindingStylesFor, renderBinding } from '../../../shared/domain/binding-text.ts';
import type { BindingAttributes } from '../../../shared/domain/document.ts';
import type { Indicator } from '../../../shared/domain/model.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';

export type RenderedBinding = BindingText;
export type ShowBinding = (binding: BindingAttributes) => RenderedBinding;

/** Attributes never change in place, and a thousand chips ask for theirs at each change of a number. */
const knownKeys = new WeakMap<BindingAttributes, string>();

/** The same text for bindings that show the same, wherever they stand. */
function keyOf(binding: BindingAttributes): string {
  const known = knownKeys.get(binding);
  if (known !== undefined) return known;
  const { indicatorId, yearOffset, format, override } = binding;
  const key = JSON.stringify([indicatorId, yearOffset, format, override]);
  knownKeys.set(binding, key);
  return key;
}

/** Renders bindings of a report of `reportYear` with the numbers of one book; equal bindings are rendered once. */
export function createShowBinding(reportYear: number, book: NumberBook): ShowBinding {
  const known = new Map<string, RenderedBinding>();
  return (binding) => {
    const key = keyOf(binding);
    const rendered = known.get(key) ?? renderBinding(binding, reportYear, book);
    known.set(key, rendered);
    return rendered;
  };
}

/** The format a number is first shown in: the first that suits its indicator. */
export function firstFormat(indicator: Indicator): BindingFormat {
  return bindingStylesFor(indicator)[0] ?? { style: 'plain', unit: true };
}
