/** Open items of the whole report, looked for again only in chapters whose text changed. Pure but for its memory. */
import type { ReportContent } from '../../../../shared/contract.ts';
import type { ChapterDocument, ParagraphNode } from '../../../../shared/domain/document.ts';
import type { Chapter } from '../../../../shared/domain/model.ts';
import type { OpenItem } from '../../../../shared/domain/open-item.ts';
import type { NumberedChapter } from '../../../../shared/domain/outline.ts';
import { headingItemsOf, openItemsOf } from '../../../../shared/domain/roll/open-items.ts';
import { paragraphPlain } from '../../../../shared/domain/roll/sentences.ts';

export interface ChapterOpenItems {
  chapterId: string;
  /** Heading with its marker; empty where the chapter has none. */
  title: string;
  kind: Chapter['kind'];
  items: readonly OpenItem[];
}

export interface OpenItemFinder {
  /** The open items of one paragraph. */
  ofParagraph(paragraph: ParagraphNode): readonly OpenItem[];
  /** Chapters with open items, in reading order; `bodies` are the texts as they stand now. */
  ofReport(
    numbered: readonly NumberedChapter[],
    bodies: ReadonlyMap<string, ChapterDocument>,
  ): ChapterOpenItems[];
}

const anyChapter: Omit<Chapter, 'body'> = {
  id: 'paragraph',
  parentId: null,
  position: 0,
  kind: 'section',
  heading: '',
  runIn: false,
  templateChapterKey: null,
  done: false,
  revision: 0,
};

/** For a report of `year` that was begun from `predecessor`. */
export function createOpenItemFinder(year: number, predecessor: ReportContent | null): OpenItemFinder {
  // As one text: it is looked through with every call.
  const lastYearTexts = [
    (predecessor?.chapters ?? []).flatMap(({ body }) => body.content.map(paragraphPlain)).join('\n'),
  ];
  const lastYearHeadings = new Set((predecessor?.chapters ?? []).map(({ heading }) => heading));
  // Bodies are never changed in place.
  const known = new WeakMap<ChapterDocument, readonly OpenItem[]>();
  const ofBody = (chapter: Omit<Chapter, 'body'>, body: ChapterDocument): readonly OpenItem[] => {
    if (body.content.every(({ attrs }) => attrs.carriedFrom === null)) return [];
    const items =
      known.get(body) ??
      openItemsOf({
        report: { year },
        chapters: [{ ...chapter, parentId: null, position: 0, body }],
        lastYearTexts,
        // Headings are looked at by themselves: they change without their text.
        lastYearHeadings: new Set(),
      });
    known.set(body, items);
    return items;
  };
  return {
    ofParagraph: (paragraph) => ofBody(anyChapter, { type: 'doc', content: [paragraph] }),
    ofReport: (numbered, bodies) =>
      numbered.flatMap(({ chapter, marker }) => {
        const items = [
          ...headingItemsOf(chapter, marker, lastYearHeadings),
          ...ofBody(chapter, bodies.get(chapter.id) ?? chapter.body),
        ];
        const title = `${marker}${chapter.heading}`;
        return items.length === 0 ? [] : [{ chapterId: chapter.id, title, kind: chapter.kind, items }];
      }),
  };
}

/** The finder for a report and the one it came from: the same one for as long as those are the same. */
export const openItemFinderOf = (() => {
  let made: { year: number; predecessor: ReportContent | null; finder: OpenItemFinder } | null = null;
  return (year: number, predecessor: ReportContent | null): OpenItemFinder => {
    if (made?.year !== year || made.predecessor !== predecessor) {
      made = { year, predecessor, finder: createOpenItemFinder(year, predecessor) };
    }
    return made.finder;
  };
})();
