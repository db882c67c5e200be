/** Which chapters speak of the coming year. Pure. */

import type { NumberedChapter } from '../../../../shared/domain/outline.ts';
import type { TemplateChapter } from '../../../../shared/domain/template.ts';

/** The required content (template.ts) that next-steps chapters answer. */
const nextYearContent = 'nextYear';

/**
 * Ids of the chapters that hold next steps, with all below them. A chapter that answers no template chapter is none:
 * mentions of the next year in it stay as they are.
 */
export function nextStepsChapters(
  numbered: readonly NumberedChapter[],
  template: readonly Pick<TemplateChapter, 'key' | 'requiredContent'>[],
): ReadonlySet<string> {
  const keys = new Set(
    template.filter(({ requiredContent }) => requiredContent === nextYearContent).map(({ key }) => key),
  );
  const found = new Set<string>();
  // Parents stand in front of their children.
  for (const { chapter } of numbered) {
    const { id, parentId, templateChapterKey } = chapter;
    if (parentId !== null && found.has(parentId)) found.add(id);
    else if (templateChapterKey !== null && keys.has(templateChapterKey)) found.add(id);
  }
  return found;
}
