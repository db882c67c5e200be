/** 引用处: the places of the report's text that show an indicator, tables and charts included. */
import { type BindingAttributes, bindingsOf, type ParagraphNode } from '../../../shared/domain/document.ts';
import { figureCaption, figuresOf, numberFigures } from '../../../shared/domain/figure-print.ts';
import type { NumberedChapter } from '../../../shared/domain/outline.ts';

export interface ExcerptPart {
  text: string;
  /** Set where the part is a number of the tables; `own` for the indicator that was asked for. */
  binding: { attributes: BindingAttributes; own: boolean } | null;
}

export interface Reference {
  /** Of a table or chart: the figure's id. */
  bindingId: string;
  chapterId: string;
  marker: string;
  heading: string;
  /** The sentence around the number, with its chips; of a table or chart its caption. */
  sentence: ExcerptPart[];
}

/** How often the report's text shows each indicator, by indicator id. */
export function countReferences(chapters: readonly NumberedChapter[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { chapter } of chapters) {
    const bound = bindingsOf(chapter.body).map(({ indicatorId }) => indicatorId);
    const drawn = figuresOf(chapter.body).flatMap(({ indicatorIds }) => [...new Set(indicatorIds)]);
    for (const id of [...bound, ...drawn]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Every place that shows `indicatorId`, in reading order. `show` renders a binding's text. */
export function referencesOf(
  chapters: readonly NumberedChapter[],
  indicatorId: string,
  show: (binding: BindingAttributes) => string,
): Reference[] {
  const labels = numberFigures(chapters);
  return chapters.flatMap(({ chapter, marker }) =>
    chapter.body.content.flatMap((paragraph) => {
      const place = { chapterId: chapter.id, marker, heading: chapter.heading };
      const document = { type: 'doc' as const, content: [paragraph] };
      const bound = bindingsOf(document).filter((binding) => binding.indicatorId === indicatorId);
      const drawn = figuresOf(document).filter(({ indicatorIds }) => indicatorIds.includes(indicatorId));
      return [
        ...bound.map((binding) => ({
          ...place,
          bindingId: binding.id,
          sentence: sentenceAround(paragraph, binding, indicatorId, show),
        })),
        ...drawn.map(({ id, title }) => ({
          ...place,
          bindingId: id,
          sentence: [{ text: figureCaption(labels.get(id) ?? '', title), binding: null }],
        })),
      ];
    }),
  );
}

const afterClosingMark = /(?<=[。；！？])/;
const closingMark = /[。；！？]$/;

/** A sentence ends with its closing mark; what a chip shows ends none. */
function sentenceAround(
  paragraph: ParagraphNode,
  target: BindingAttributes,
  indicatorId: string,
  show: (binding: BindingAttributes) => string,
): ExcerptPart[] {
  let sentence: ExcerptPart[] = [];
  let found = false;
  for (const part of partsOf(paragraph, indicatorId, show)) {
    if (closes(sentence.at(-1))) {
      if (found) break;
      sentence = [];
    }
    sentence.push(part);
    found ||= part.binding?.attributes === target;
  }
  return sentence;
}

function partsOf(
  paragraph: ParagraphNode,
  indicatorId: string,
  show: (binding: BindingAttributes) => string,
): ExcerptPart[] {
  return (paragraph.content ?? []).flatMap((node): ExcerptPart[] =>
    node.type !== 'binding'
      ? (node.type === 'text' ? node.text.split(afterClosingMark) : []).map((text) => ({
          text,
          binding: null,
        }))
      : [
          {
            text: show(node.attrs),
            binding: { attributes: node.attrs, own: node.attrs.indicatorId === indicatorId },
          },
        ],
  );
}

function closes(part: ExcerptPart | undefined): boolean {
  return part?.binding === null && closingMark.test(part.text);
}
