/** Which chapter of last year's report stands beside this year's. Pure. */
import type { Chapter } from '../../../../shared/domain/model.ts';
import { hasHeading } from '../../../../shared/domain/outline.ts';

function comparable(heading: string): string {
  return heading.replace(/[\s，、。：；“”《》（）]/gu, '');
}

/**
 * Last year's chapter for this one: the one of the same heading, else the one that answers the same chapter of the
 * template, else (for opening and closing texts) the one of the same kind; null where the person must choose.
 */
export function lastYearMatch(
  chapter: Pick<Chapter, 'heading' | 'templateChapterKey' | 'kind'>,
  lastYear: readonly Chapter[],
): string | null {
  const heading = comparable(chapter.heading);
  const { templateChapterKey, kind } = chapter;
  const ofKey =
    templateChapterKey === null
      ? []
      : lastYear.filter((candidate) => candidate.templateChapterKey === templateChapterKey);
  const ofHeading = (candidates: readonly Chapter[]) =>
    heading === '' ? undefined : candidates.find((candidate) => comparable(candidate.heading) === heading);
  const found =
    ofHeading(ofKey) ??
    ofKey[0] ??
    ofHeading(lastYear) ??
    (hasHeading(kind) ? undefined : lastYear.find((candidate) => candidate.kind === kind));
  return found?.id ?? null;
}
