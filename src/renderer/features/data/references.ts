/** 引用处: the places of the report's text that show an indicator. */
import { type BindingAttributes, bindingsOf, type ParagraphNode } from '../../../shared/domain/document.ts';
import type { NumberedChapter } from '../../../shared/domain/outline.ts';

export interface ExcerptPart {
  text: string;
  /** Set where the part is a number of the tables; `own` for the indicator that was asked for. */
  binding: { attributes: BindingAttributes; own: boolean } | null;
}

export interface Reference {
  bindingId: string;
  chapterId: string;
  marker: string;
  heading: string;
  /** The sentence around the number, with its chips. */
  sentence: ExcerptPart[];
}

/** How often the report's text shows each indicator, by indicator id. */
export function countReferences(chapters: readonly NumberedChapter[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { chapter } of chapters) {
    for (const { indicatorId } of bindingsOf(chapter.body)) {
      counts.set(indicatorId, (counts.get(indicatorId) ?? 0) + 1);
    }
  }
  return counts;
}

/** Every place that shows `indicatorId`, in reading order. `show` renders a binding's text. */
export function referencesOf(
  chapters: readonly NumberedChapter[],
  indicatorId: string,
  show: (binding: BindingAttributes) => string,
): Reference[] {
  return chapters.flatMap(({ chapter, marker }) =>
    chapter.body.content.flatMap((paragraph) =>
      bindingsOf({ type: 'doc', content: [paragraph] })
        .filter((binding) => binding.indicatorId === indicatorId)
        .map((binding) => ({
          bindingId: binding.id,
          chapterId: chapter.id,
          marker,
          heading: chapter.heading,
          sentence: sentenceAround(paragraph, binding, indicatorId, show),
        })),
    ),
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
