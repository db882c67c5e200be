/** Which parts of 文件要素 are folded, and the way to one of its fields from elsewhere on the screen. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ElementName } from './report-elements.ts';

export const elementGroups = ['head', 'main', 'colophon'] as const;
export type ElementGroupName = (typeof elementGroups)[number];

/** Its least used part is folded, so that the others stand on a small screen. */
const store = createStore<Record<ElementGroupName, boolean>>()(() => ({
  head: true,
  main: true,
  colophon: false,
}));

export function useGroupOpen(group: ElementGroupName): boolean {
  return useStore(store, (state) => state[group]);
}

export function setGroupOpen(group: ElementGroupName, open: boolean): void {
  store.setState({ [group]: open });
}

/** The name of the field on the page. */
export function fieldName(element: ElementName): string {
  return `element-${element}`;
}

/** Unfolds the part that the element stands in, and puts the keyboard into its field. */
export function goToElement(element: ElementName, group: ElementGroupName): void {
  setGroupOpen(group, true);
  requestAnimationFrame(() => {
    const field = document.getElementsByName(fieldName(element))[0];
    field?.scrollIntoView({ block: 'nearest' });
    field?.focus();
  });
}
