/** What the rules share in telling a finding: its place, its sentence, and honest fixes. */
import type { CheckedSentence } from './checked-quantity.ts';
import type { FindingDraft, FindingFix, TextFindingPlace } from './finding.ts';
import { countedPlace, isLiteral } from './shown-text.ts';
import type { CheckedParagraph } from './view.ts';

export interface Stretch {
  start: number;
  end: number;
}

const longestExcerpt = 160;

export function textPlace(
  { chapterId, index, shown }: CheckedParagraph,
  { start, end }: Stretch,
  bindingId: string | null = null,
): TextFindingPlace {
  return {
    kind: 'text',
    chapterId,
    paragraph: index,
    start,
    end,
    ...countedPlace(shown, start, end),
    bindingId,
  };
}

/** A finding about words of a paragraph. It stands as long as their whole sentence does, unless `about` says less. */
export function textDraft(
  paragraph: CheckedParagraph,
  stretch: Stretch,
  draft: Pick<FindingDraft, 'rule' | 'severity' | 'parameters'> & {
    fix?: FindingFix | null;
    about?: string;
    bindingId?: string | null;
  },
): FindingDraft {
  const { about, bindingId, ...rest } = draft;
  const sentence = sentenceAround(paragraph, stretch);
  const words = paragraph.shown.text.slice(stretch.start, stretch.end);
  return {
    ...rest,
    place: textPlace(paragraph, stretch, bindingId ?? null),
    excerpt: excerptOf(sentence, stretch),
    about: `${paragraph.chapterId}\n${about ?? sentence.text}\n${words}`,
  };
}

/** The sentence that a stretch begins in; the stretch alone where it is in none. */
export function sentenceAround({ sentences, shown }: CheckedParagraph, stretch: Stretch): CheckedSentence {
  const found = sentences.find(({ start, end }) => stretch.start >= start && stretch.start < end);
  return found ?? { ...stretch, text: shown.text.slice(stretch.start, stretch.end) };
}

/** Of a very long sentence only what is around the words. */
function excerptOf(sentence: CheckedSentence, { start, end }: Stretch): FindingDraft['excerpt'] {
  const from = start - sentence.start;
  const to = Math.min(end, sentence.end) - sentence.start;
  if (sentence.text.length <= longestExcerpt) return { text: sentence.text, start: from, end: to };
  const cut = Math.max(0, from - longestExcerpt / 2);
  const text = sentence.text.slice(cut, Math.max(to, cut + longestExcerpt));
  const lead = cut > 0 ? '…' : '';
  return { text: lead + text, start: from - cut + lead.length, end: to - cut + lead.length };
}

/** Other literal words in place of these; null where they are not literal text of one piece. */
export function replacement(
  { shown }: CheckedParagraph,
  { start, end }: Stretch,
  text: string,
): FindingFix | null {
  const old = shown.text.slice(start, end);
  if (old === '' || old === text || !isLiteral(shown, start, end)) return null;
  return { kind: 'replace', ...countedPlace(shown, start, end), old, text };
}

const plainNumber = /^\d+(?:\.\d+)?(?=%|个|[\u4e00-\u9fff]|$)/;

/** The same words with another number; null where the number is not written in plain digits. */
export function withNumber(text: string, number: string): string | null {
  return plainNumber.test(text) && !/[万亿余多]/.test(text) ? text.replace(plainNumber, number) : null;
}
