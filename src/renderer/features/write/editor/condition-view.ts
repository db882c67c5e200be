/**
 * How a conditional passage looks: a quiet frame; grey with a tag when it is not printed. As with the chips, a changed
 * number repaints it in the page directly, without a transaction. Plain page elements, no component.
 */
import type { Mark } from '@tiptap/pm/model';
import type { MarkView } from '@tiptap/pm/view';
import type { Condition } from '../../../../shared/domain/condition.ts';
import type { Shown } from '../../../../shared/domain/condition-holds.ts';
import { conditionOfMark, passageAttributes } from './condition-mark.ts';

export type TellShown = (condition: Condition) => Shown;

/** Finds the passage that a page event happened on. */
export const passageSelector = '.passage';

/** All passages that an editor shows. */
export interface PassageRegistry {
  tell: TellShown;
  add(repaint: () => void): void;
  remove(repaint: () => void): void;
  /** From now on `tell` says which are printed; every passage is repainted. */
  replace(tell: TellShown): void;
}

export function createPassageRegistry(tell: TellShown = () => 'missing'): PassageRegistry {
  const passages = new Set<() => void>();
  let current = tell;
  return {
    tell: (condition) => current(condition),
    add: (repaint) => passages.add(repaint),
    remove: (repaint) => passages.delete(repaint),
    replace(next) {
      current = next;
      for (const repaint of passages) repaint();
    },
  };
}

export interface PassageWords {
  /** The tag of a passage, by whether it is printed; empty for none. */
  tag: (shown: Shown) => string;
  /** The condition in words, for whoever rests the pointer on the passage. */
  told: (condition: Condition) => string;
}

export function createPassageView(mark: Mark, registry: PassageRegistry, words: PassageWords): MarkView {
  const condition = conditionOfMark(mark);
  const dom = document.createElement('span');
  dom.className = 'passage';
  // After a composition the editor reads the page anew.
  for (const [name, value] of Object.entries(passageAttributes(condition))) dom.setAttribute(name, value);
  const repaint = () => {
    const shown = condition ? registry.tell(condition) : 'missing';
    if (dom.dataset.shown === shown) return;
    dom.dataset.shown = shown;
    dom.dataset.tag = words.tag(shown);
    if (condition) dom.title = words.told(condition);
  };
  repaint();
  registry.add(repaint);
  return {
    dom,
    contentDOM: dom,
    // Its attributes are ours to change; the editor must not take them for typing.
    ignoreMutation: (mutation) => mutation.type === 'attributes' && mutation.target === dom,
    destroy: () => registry.remove(repaint),
  };
}
