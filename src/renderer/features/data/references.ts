/**
 * 引用处: the places of the report's text that show an indicator, tables and charts included, or are printed only while
 * something holds of it.
 */
import type { Condition } from '../../../shared/domain/condition.ts';
import {
  type BindingAttributes,
  bindingsOf,
  type InlineNode,
  type ParagraphNode,
} from '../../../shared/domain/document.ts';
import { figureCaption, figuresOf, numberFigures } from '../../../shared/domain/figure-print.ts';
import type { NumberedChapter } from '../../../shared/domain/outline.ts';
import { conditionOf, conditionsOf } from '../../../shared/domain/printed.ts';

export interface ExcerptPart {
  text: string;
  /** Set where the part is a number of the tables; `own` for the indicator that was asked for. */
  binding: { attributes: BindingAttributes; own: boolean } | null;
}

export interface Reference {
  /** Id of the binding, of the conditional passage, or of the table or chart. */
  placeId: string;
  /** The condition by which the indicator decides about the passage; null where the text shows its number. */
  condition: Condition | null;
  chapterId: string;
  marker: string;
  heading: string;
  /** The sentence around the number, or the beginning of the passage, with its chips; of a table or chart its caption. */
  sentence: ExcerptPart[];
}

/** In how many places the report's text needs each indicator, by indicator id. */
export function countReferences(chapters: readonly NumberedChapter[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { chapter } of chapters) {
    const bound = [...bindingsOf(chapter.body), ...conditionsOf(chapter.body)].map(
      ({ indicatorId }) => indicatorId,
    );
    const drawn = figuresOf(chapter.body).flatMap(({ indicatorIds }) => [...new Set(indicatorIds)]);
    for (const id of [...bound, ...drawn]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Every place that needs `indicatorId`, by chapter: its numbers, then its conditions. `show` renders a binding's text. */
export function referencesOf(
  chapters: readonly NumberedChapter[],
  indicatorId: string,
  show: (binding: BindingAttributes) => string,
): Reference[] {
  const labels = numberFigures(chapters);
  return chapters.flatMap(({ chapter, marker }) => {
    const { id: chapterId, heading, body } = chapter;
    const place = { chapterId, marker, heading };
    const numbers = body.content.flatMap((paragraph) => {
      const document = { type: 'doc' as const, content: [paragraph] };
      const bound = bindingsOf(document).filter((binding) => binding.indicatorId === indicatorId);
      const drawn = figuresOf(document).filter(({ indicatorIds }) => indicatorIds.includes(indicatorId));
      return [
        ...bound.map((binding) => ({
          ...place,
          placeId: binding.id,
          condition: null,
          sentence: sentenceAround(paragraph, binding, indicatorId, show),
        })),
        ...drawn.map(({ id, title }) => ({
          ...place,
          placeId: id,
          condition: null,
          sentence: [{ text: figureCaption(labels.get(id) ?? '', title), binding: null }],
        })),
      ];
    });
    const passages = conditionsOf(body)
      .filter((condition) => condition.indicatorId === indicatorId)
      .map((condition) => {
        const paragraphs = body.content.map(({ content }) =>
          (content ?? []).filter((node) => conditionOf(node)?.id === condition.id),
        );
        const words = paragraphs.find((content) => content.length > 0) ?? [];
        return { ...place, placeId: condition.id, condition, sentence: partsOf(words, indicatorId, show) };
      });
    return [...numbers, ...passages];
  });
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
  for (const part of partsOf(paragraph.content ?? [], indicatorId, show)) {
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
  content: readonly InlineNode[],
  indicatorId: string,
  show: (binding: BindingAttributes) => string,
): ExcerptPart[] {
  return content.flatMap((node): ExcerptPart[] =>
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
