/** Where the chapters of a template stand, over all its outlines. */
import type { OutlineNode, Template } from '../template.ts';

export interface TemplatePlaces {
  /** The chapter stands on the first level of some outline, or in none below another. */
  atTop(key: string): boolean;
  /** Some outline has chapters below this one. */
  holdsOthers(key: string): boolean;
  /** What is told below `above` may be `key`: some outline has it there, or both answer the same required content. */
  mayStandBelow(key: string, above: string): boolean;
  /**
   * Some outline has `earlier` before `later` on its first level. True as well where fewer than two have both: a single
   * outline is one way to order them, not a custom.
   */
  mayPrecede(earlier: string, later: string): boolean;
}

function keysOf(nodes: readonly OutlineNode[]): string[] {
  return nodes.flatMap(({ chapter, children }) => [chapter, ...keysOf(children ?? [])]);
}

export function templatePlaces({
  chapters,
  outlines,
}: Pick<Template, 'chapters' | 'outlines'>): TemplatePlaces {
  const contents = new Map(chapters.map(({ key, requiredContent }) => [key, requiredContent]));
  const tops = outlines.map(({ nodes }) => nodes.map(({ chapter }) => chapter));
  const below = new Map<string, Set<string>>();
  const collect = (nodes: readonly OutlineNode[]) => {
    for (const { chapter, children = [] } of nodes) {
      below.set(chapter, new Set([...(below.get(chapter) ?? []), ...keysOf(children)]));
      collect(children);
    }
  };
  for (const { nodes } of outlines) collect(nodes);
  const nested = new Set([...below.values()].flatMap((keys) => [...keys]));
  return {
    atTop: (key) => tops.some((keys) => keys.includes(key)) || !nested.has(key),
    holdsOthers: (key) => (below.get(key)?.size ?? 0) > 0,
    mayStandBelow: (key, above) => {
      const keys = below.get(above);
      if (keys === undefined || keys.size === 0) return false;
      const content = contents.get(key) ?? null;
      return keys.has(key) || (content !== null && content === contents.get(above));
    },
    mayPrecede: (earlier, later) => {
      const both = tops.filter((keys) => keys.includes(earlier) && keys.includes(later));
      return both.length < 2 || both.some((keys) => keys.indexOf(earlier) < keys.indexOf(later));
    },
  };
}
