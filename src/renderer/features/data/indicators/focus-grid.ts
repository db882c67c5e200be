/** Gives the keyboard back to the grid's current cell; where there is no row yet, to the button that makes one. */
export function focusGrid(): void {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const place = find('.data-field') ?? find('.indicator-menu-button');
  place?.focus({ preventScroll: true });
}
