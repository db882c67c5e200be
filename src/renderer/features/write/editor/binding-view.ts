/** How a binding looks in the text: a quiet chip whose class tells the number's state. Plain page elements, no component. */
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { BindingAttributes } from '../../../../shared/domain/document.ts';
import type { RenderedBinding, ShowBinding } from '../numbers.ts';
import type { BindingRegistry, ShownBinding } from './binding-registry.ts';
import { bindingOf } from './schema.ts';

/** Finds the chip that a page event happened on. */
export const chipSelector = '.number-chip';

export interface BindingWords {
  /** The name of an indicator, for the hint on a missing number. */
  indicatorName: (indicatorId: string) => string;
  /** What stands in place of a missing number: «待填». */
  missing: () => string;
}

export function createBindingView(
  first: ProseMirrorNode,
  registry: BindingRegistry,
  words: BindingWords,
): NodeView {
  const chip = document.createElement('span');
  let binding = bindingOf(first);
  let painted: RenderedBinding | null = null;

  const paint = (attributes: BindingAttributes, show: ShowBinding) => {
    const rendered = show(attributes);
    if (painted && painted.text === rendered.text && painted.state === rendered.state) return;
    const isMissing = rendered.state === 'missing';
    const text = isMissing ? words.missing() : rendered.text;
    if (chip.textContent !== text) chip.textContent = text;
    if (painted?.state !== rendered.state) {
      chip.className = `number-chip number-${rendered.state}`;
      if (isMissing) chip.title = words.indicatorName(attributes.indicatorId);
      else chip.removeAttribute('title');
    }
    painted = rendered;
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
      if (next.indicatorId !== binding?.indicatorId) painted = null;
      binding = next;
      place.repaint(registry.show);
      return true;
    },
    // The chip's text is ours to change; the editor must not read it back as typing.
    ignoreMutation: () => true,
    destroy: () => registry.remove(place),
  };
}
