/** Whether a paragraph of last year stands in this year's chapter: word for word, changed, or not at all. Pure. */
import type { ParagraphNode } from '../../../../shared/domain/document.ts';
import { characterPairs, likeness } from '../../../../shared/domain/roll/likeness.ts';

export type ParagraphFate = 'verbatim' | 'changed' | 'absent';

export interface ParagraphComparison {
  fate: ParagraphFate;
  /** Index of this year's paragraph it was found in. */
  index: number | null;
}

/** Shared pairs of characters needed for two paragraphs to be the same one, rewritten. */
const alike = 0.45;
const placeOfBinding = '\uFFFC';

/** A paragraph's words with each binding as one sign that stands for its indicator, whatever number it shows. */
function signature(paragraph: ParagraphNode): string {
  return (paragraph.content ?? [])
    .map((node) =>
      node.type === 'text'
        ? node.text
        : `${placeOfBinding}${JSON.stringify({ ...node.attrs, id: undefined })}${placeOfBinding}`,
    )
    .join('')
    .replace(/\s/gu, '');
}

/** The words of a paragraph, with a number for each binding. */
function wordsOf(paragraph: ParagraphNode): string {
  return (paragraph.content ?? []).map((node) => (node.type === 'text' ? node.text : '0')).join('');
}

/** The fate of each of last year's paragraphs. A paragraph of this year answers at most one of them, the most alike. */
export function compareParagraphs(
  lastYear: readonly ParagraphNode[],
  thisYear: readonly ParagraphNode[],
): ParagraphComparison[] {
  const taken = new Set<number>();
  const result: ParagraphComparison[] = lastYear.map(() => ({ fate: 'absent', index: null }));
  const signatures = thisYear.map(signature);
  lastYear.forEach((paragraph, old) => {
    const own = signature(paragraph);
    const index = signatures.findIndex((candidate, at) => !taken.has(at) && candidate === own);
    if (own === '' || index === -1) return;
    taken.add(index);
    result[old] = { fate: 'verbatim', index };
  });
  const bags = thisYear.map((paragraph) => characterPairs(wordsOf(paragraph)));
  const candidates = lastYear.flatMap((paragraph, old) => {
    if (result[old]?.fate === 'verbatim') return [];
    const bag = characterPairs(wordsOf(paragraph));
    return bags.flatMap((other, index) => {
      const score = taken.has(index) ? 0 : likeness(bag, other);
      return score >= alike ? [{ old, index, score }] : [];
    });
  });
  for (const { old, index } of candidates.sort((a, b) => b.score - a.score)) {
    if (result[old]?.fate !== 'absent' || taken.has(index)) continue;
    taken.add(index);
    result[old] = { fate: 'changed', index };
  }
  return result;
}
