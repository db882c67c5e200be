/** How a binding looks in the text: a quiet chip whose class tells the number's state. Plain page elements, no component. */
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { BindingAttributes } from '../../../../shared/domain/document.ts';
import type { PlaceState } from '../../../../shared/domain/model.ts';
import type { RenderedBinding, ShowBinding } from '../numbers.ts';
import type { BindingRegistry, ShownBinding } from './binding-registry.ts';
import { bindingOf } from './schema.ts';

/** Finds the chip that a page event happened on. */
export const chipSelector = '.number-chip';

export interface BindingWords {
  /** What the pointer is told of a number that is not simply the table's; null for all others. */
  hint: (binding: BindingAttributes, state: PlaceState) => string | null;
  /** What stands in place of a missing number: «待填». */
  missing: () => string;
}

export function createBindingView(
  first: ProseMirrorNode,
  registry: BindingRegistry,
  words: BindingWords,
): NodeView {
  const chip = document.createElement('span');
  const shownText = document.createTextNode('');
  chip.append(shownText);
  let binding = bindingOf(first);
  let painted: (RenderedBinding & { hint: string | null }) | null = null;

  const paint = (attributes: BindingAttributes, show: ShowBinding) => {
    const { text: shown, state } = show(attributes);
    const hint = words.hint(attributes, state);
    if (painted && painted.text === shown && painted.state === state && painted.hint === hint) return;
    const text = state === 'missing' ? words.missing() : shown;
    // The same piece of text, changed: the page has less to do than with a new one, a thousand times.
    if (shownText.data !== text) shownText.data = text;
    if (painted?.state !== state) chip.className = `number-chip number-${state}`;
    if (hint === null) chip.removeAttribute('title');
    else if (chip.title !== hint) chip.title = hint;
    painted = { text: shown, state, hint };
  };

  const place: ShownBinding = {
    repaint: (show) => {
      if (binding) paint(binding, show);
    },
  };
  chip.contentEditable = 'false';
  place.repaint(registry.show);
  registry.add(place);

  return {
    dom: chip,
    update(node) {
      const next = bindingOf(node);
      if (!next) return false;
      binding = next;
      place.repaint(registry.show);
      return true;
    },
    // The chip's text is ours to change; the editor must not read it back as typing.
    ignoreMutation: () => true,
    destroy: () => registry.remove(place),
  };
}
