/** Every place that keeps a formal document back, one by one, as the person has to find it. */
import type { ReportContent } from '../../../shared/contract.ts';
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import { isBlankParagraph, type ParagraphNode, paragraphText } from '../../../shared/domain/document.ts';
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';
import type { Refusal } from '../../../shared/domain/submission/refusal.ts';
import { type ExportPlace, readiness } from '../export/readiness.ts';

/** Characters of a paragraph that tell which one it is. */
const shownCharacters = 40;

/** Chapter by chapter: numbers, paragraphs, heading. Empty exactly when a formal document can be made. */
export function refusalsOf({
  content,
  book,
  lastYearHeadings,
  format,
}: {
  content: ReportContent;
  book: NumberBook;
  lastYearHeadings: ReadonlySet<string>;
  format: FormatProfile;
}): Refusal[] {
  const { unresolved, staleHeadings } = readiness(content, book, lastYearHeadings);
  return numberChapters(content.chapters, format.numbering).flatMap(({ chapter, marker }) => {
    const place = { chapterId: chapter.id, heading: `${marker}${chapter.heading}` };
    const isHere = ({ chapterId }: { chapterId: string }) => chapterId === chapter.id;
    return [
      ...unresolved.filter(isHere).map(
        (open): Refusal => ({
          ...place,
          reason: open.state,
          words: numberWords(open),
          bindingId: open.bindingId,
        }),
      ),
      ...chapter.body.content
        .filter((paragraph) => paragraph.attrs.carriedFrom !== null && !isBlankParagraph(paragraph))
        .map(
          (paragraph): Refusal => ({
            ...place,
            reason: 'carriedParagraph',
            words: firstWords(paragraph, content.report.year, book),
            bindingId: null,
          }),
        ),
      ...staleHeadings
        .filter(isHere)
        .map(({ text }): Refusal => ({ ...place, reason: 'staleHeading', words: text, bindingId: null })),
    ];
  });
}

function numberWords({ indicatorName, figure }: ExportPlace): string {
  return figure === undefined ? indicatorName : `${figure.label}：${indicatorName}（${figure.year}年）`;
}

function firstWords(paragraph: ParagraphNode, year: number, book: NumberBook): string {
  const text = paragraphText(
    paragraph,
    (binding) => renderBinding(binding, year, book).text,
    '〔图表〕',
  ).trim();
  const characters = [...text];
  return characters.length <= shownCharacters ? text : `${characters.slice(0, shownCharacters).join('')}…`;
}
