/** Between the page's elements and the paragraphs and pieces that they show. */

function numberOf(element: Element | null, name: string): number | null {
  const written = element?.getAttribute(name) ?? null;
  return written === null ? null : Number(written);
}

export function paragraphAt(target: EventTarget | null): { id: number; element: Element } | null {
  const element = target instanceof Element ? target.closest('[data-paragraph]') : null;
  const id = numberOf(element, 'data-paragraph');
  return element === null || id === null ? null : { id, element };
}

export function sourceAt(target: EventTarget | null): number | null {
  return numberOf(target instanceof Element ? target.closest('[data-source]') : null, 'data-source');
}

/** Gives a paragraph the keyboard, once the page shows what an edit has made of it. */
export function focusParagraph(pane: HTMLElement | null, id: number): void {
  requestAnimationFrame(() => {
    const row = pane?.querySelector<HTMLElement>(`[data-paragraph="${id}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  });
}

/** Opens a menu of the paragraph's tools, once they are there. */
export function openMenu(pane: HTMLElement | null, id: number, name: 'kind' | 'reason'): void {
  requestAnimationFrame(() => {
    pane?.querySelector<HTMLElement>(`[data-paragraph="${id}"] [data-opens="${name}"]`)?.click();
  });
}

/** Brings the counterpart into sight of its pane, if it is not. */
export function reveal(pane: HTMLElement | null, selector: string): void {
  const element = pane?.querySelector(selector);
  if (!pane || !element) return;
  const inside = element.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (inside.top < frame.top || inside.bottom > frame.bottom) element.scrollIntoView({ block: 'center' });
}

/** Where the selection begins, counted in the paragraph's own text; null if it is elsewhere. */
export function caretOfSelection(row: Element): { offset: number; collapsed: boolean } | null {
  const text = row.querySelector('[data-text]');
  const selection = document.getSelection();
  if (text === null || selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer)) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return { offset: before.toString().length, collapsed: range.collapsed };
}
