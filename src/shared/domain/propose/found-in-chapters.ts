/** Every single literal quantity of a report, with its clause and the template chapter it stands in. */
import type { ParagraphNode } from '../document.ts';
import type { Chapter } from '../model.ts';
import { numberChapters } from '../outline.ts';
import type { Template } from '../template.ts';
import { findQuantities } from '../text/quantities.ts';
import { type Clause, clauseOf } from './clause.ts';
import { isSingle, type SingleQuantity } from './place.ts';

export interface LiteralQuantity {
  chapterId: string;
  paragraph: number;
  found: SingleQuantity;
  clause: Clause;
  /** Of the chapter or of the nearest one above it. */
  templateChapterKey: string | null;
  /** The whole paragraph, bindings as `bindingMark`. */
  paragraphText: string;
}

/** Stands for a binding in a paragraph's text, as one character: places are counted in this text. */
export const bindingMark = '\ufffc';

/** Headings of next steps: what stands below them is meant for another year. */
export const planHeading = /下一?(?:年|步|阶段)|工作计划|工作打算|努力方向|工作思路/;

/** The paragraph's text in which places are counted: each binding is one character. */
export function markedText(paragraph: ParagraphNode): string {
  return (paragraph.content ?? []).map((node) => (node.type === 'text' ? node.text : bindingMark)).join('');
}

/** In reading order. Ranges are left out: they are no value of an indicator. */
export function literalQuantities(
  chapters: readonly Chapter[],
  template: Template,
  year: number,
): LiteralQuantity[] {
  const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]));
  const keys = new Map(template.chapters.map(({ key, heading }) => [key, heading]));
  const line = (chapter: Chapter): Chapter[] => {
    const parent = chapter.parentId === null ? undefined : byId.get(chapter.parentId);
    return parent === undefined ? [chapter] : [chapter, ...line(parent)];
  };
  return numberChapters(chapters).flatMap(({ chapter }) => {
    const above = line(chapter);
    const templateChapterKey =
      above.find((one) => one.templateChapterKey !== null)?.templateChapterKey ?? null;
    const planned = above.some((one) =>
      planHeading.test(`${one.heading} ${keys.get(one.templateChapterKey ?? '') ?? ''}`),
    );
    return chapter.body.content.flatMap((node, paragraph) => {
      const paragraphText = markedText(node);
      const all = findQuantities(paragraphText);
      return all.flatMap((found, index) => {
        if (!isSingle(found)) return [];
        const clause = clauseOf(paragraphText, all, index, found, year);
        const otherwise = clause.otherwise || planned;
        return [
          {
            chapterId: chapter.id,
            paragraph,
            found,
            clause: { ...clause, otherwise },
            templateChapterKey,
            paragraphText,
          },
        ];
      });
    });
  });
}
