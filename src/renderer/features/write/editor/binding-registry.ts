/**
 * All places of an editor that show a number. When a number changes, each place that shows it is rewritten in the page
 * directly: the document does not change, so there is no transaction, no undo step and no layout of unchanged places.
 */
import type { RenderedBinding, ShowBinding } from '../numbers.ts';

export interface ShownBinding {
  /** Writes text and state into the page where they differ from what stands there. */
  repaint(show: ShowBinding): void;
}

export interface BindingRegistry {
  /** What a binding shows now. */
  show: ShowBinding;
  add(place: ShownBinding): void;
  remove(place: ShownBinding): void;
  /** From now on numbers come from `show`; every place is repainted. */
  replace(show: ShowBinding): void;
}

const nothingKnown: RenderedBinding = { text: '', state: 'missing' };

export function createBindingRegistry(show: ShowBinding = () => nothingKnown): BindingRegistry {
  const places = new Set<ShownBinding>();
  let current = show;
  return {
    show: (binding) => current(binding),
    add: (place) => places.add(place),
    remove: (place) => places.delete(place),
    replace(next) {
      if (next === current) return;
      current = next;
      for (const place of places) place.repaint(next);
    },
  };
}
