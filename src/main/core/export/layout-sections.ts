/** Which elements of a laid-out report stand on upright pages, and which on turned ones. */
import type { LaidOutElement } from './layout-model.ts';

/** Elements that stand on pages of one kind. */
interface LaidOutSection {
  landscape: boolean;
  elements: LaidOutElement[];
}

/** The document in sections: a wide table has one of its own. At least one, which may be empty. */
export function sectionsOf(elements: readonly LaidOutElement[]): LaidOutSection[] {
  const sections: LaidOutSection[] = [];
  for (const element of elements) {
    const landscape = element.kind === 'figure' && element.landscape;
    const last = sections.at(-1);
    if (last === undefined || landscape || last.landscape) sections.push({ landscape, elements: [element] });
    else last.elements.push(element);
  }
  return sections.length === 0 ? [{ landscape: false, elements: [] }] : sections;
}
