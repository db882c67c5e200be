/** Last year's words that nobody has decided: paragraphs, one finding for each chapter, and headings. */
import { carriedParagraphs } from '../../document.ts';
import { headingItemsOf } from '../../roll/open-items.ts';
import type { FindingDraft } from '../finding.ts';
import type { ReportView } from '../view.ts';

export function carriedText({ chapters, lastYearHeadings }: ReportView): FindingDraft[] {
  return chapters.flatMap(({ chapter, marker }): FindingDraft[] => {
    const common = {
      severity: 'blocks',
      place: { kind: 'chapter', chapterId: chapter.id },
      excerpt: null,
    } as const;
    const count = carriedParagraphs(chapter.body);
    const paragraphs: FindingDraft[] =
      count === 0 ? [] : [{ ...common, rule: 'paragraphsCarried', parameters: { count }, about: chapter.id }];
    const headings = headingItemsOf(chapter, marker, lastYearHeadings).map(
      ({ text }): FindingDraft => ({
        ...common,
        rule: 'headingStale',
        parameters: { text },
        about: `${chapter.id}\n${text}`,
      }),
    );
    return [...paragraphs, ...headings];
  });
}
