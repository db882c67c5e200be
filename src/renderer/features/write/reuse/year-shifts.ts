/** 顺延年份: mentions of last year that may move by a year, and the step that moves those a person chose. */
import type { Command } from '@tiptap/pm/state';
import type { ChapterDocument } from '../../../../shared/domain/document.ts';
import { bindingCharacter, paragraphPlain } from '../../../../shared/domain/roll/sentences.ts';
import { applyShifts, proposeShifts, type Shift } from '../../../../shared/domain/roll/shifts.ts';
import { decisionMeta } from '../editor/carried-paragraph.ts';
import { nodeToParagraph } from '../editor/schema.ts';

/** A shift with its surroundings, for the person to judge. */
export interface ShiftPlace extends Shift {
  /** Index of the paragraph in its chapter. */
  paragraph: number;
  /** A few words in front of and behind it, with … for each number of the tables. */
  lead: string;
  rest: string;
}

const surroundings = 16;

/** The shifts offered for a chapter's carried paragraphs; a mention that was accepted as it stands is not offered. */
export function shiftPlaces(body: ChapterDocument, toYear: number, nextSteps: boolean): ShiftPlace[] {
  return body.content.flatMap((node, paragraph) => {
    const { carriedFrom, accepted } = node.attrs;
    if (carriedFrom === null) return [];
    const text = paragraphPlain(node);
    const readable = (from: number, to: number) =>
      text.slice(Math.max(0, from), to).replaceAll(bindingCharacter, '…');
    return proposeShifts(text, carriedFrom, toYear, { nextSteps })
      .filter(({ before }) => !accepted?.includes(before))
      .map((shift) => ({
        ...shift,
        paragraph,
        lead: readable(shift.start - surroundings, shift.start),
        rest: readable(shift.end, shift.end + surroundings),
      }));
  });
}

/** The mark of a shift among all of its chapter. */
export function shiftKey({ paragraph, start }: Pick<ShiftPlace, 'paragraph' | 'start'>): string {
  return `${paragraph} ${start}`;
}

/**
 * One step that makes these shifts; places where the text reads otherwise by now are left as they are. The new year
 * counts as decided where applyShifts says so.
 */
export function makeShifts(shifts: readonly ShiftPlace[]): Command {
  return (state, dispatch) => {
    const transaction = state.tr.setMeta(decisionMeta, true);
    state.doc.forEach((node, offset, index) => {
      const paragraph = nodeToParagraph(node);
      const text = paragraphPlain(paragraph);
      const here = shifts.filter(
        (shift) => shift.paragraph === index && text.slice(shift.start, shift.end) === shift.before,
      );
      if (here.length === 0) return;
      const { accepted } = applyShifts(paragraph, here).attrs;
      transaction.setNodeAttribute(transaction.mapping.map(offset), 'accepted', accepted ?? null);
      for (const { start, end, after } of here) {
        const from = transaction.mapping.map(offset + 1 + start);
        transaction.insertText(after, from, from + end - start);
      }
    });
    if (!transaction.docChanged) return false;
    dispatch?.(transaction);
    return true;
  };
}
