/** Headings and paragraphs of the text on their pages. */

import { characterPitch } from '../../../../shared/domain/format-profile.ts';
import type { LaidOutElement } from '../layout-model.ts';
import { elementText } from '../layout-model.ts';
import { textWidth } from '../text-width.ts';
import { type Composition, uprightFrame } from './composition.ts';
import type { FlowPart } from './flow.ts';
import { lookOf, marked, styled } from './looks.ts';
import { type ParagraphShape, setParagraph, textPart } from './text-part.ts';

type Heading = Extract<LaidOutElement, { kind: 'heading' }>;
type Body = Extract<LaidOutElement, { kind: 'body' }>;

/** Lines of a last paragraph that move to the next page with the signature as a whole: half a page. */
export const mostLinesCarriedOver = 11;

function bodyShape({ format }: Composition): Pick<ParagraphShape, 'alignment' | 'indents'> {
  const first = format.indents.firstLine * characterPitch(format);
  return { alignment: 'justify', indents: { first, others: 0, right: 0 } };
}

export function headingPart(heading: Heading, composition: Composition): FlowPart {
  const { format } = composition;
  const look = lookOf(format, `heading${heading.level}`);
  const lines = setParagraph(
    [styled(heading.marker + heading.text, look)],
    bodyShape(composition),
    uprightFrame(composition),
  );
  const source = { chapterId: heading.chapterId, paragraph: null };
  const shape = { role: `heading${heading.level}`, source, lineHeight: format.grid.linePitch } as const;
  return textPart(lines, shape, { keepNext: format.keepHeadingWithText });
}

/**
 * `holds`: signature, date or 附件说明 come next, which never stand on a page without text (7.3.5.5). A paragraph of up to
 * half a page goes with them as a whole, as the .docx has it; of a longer one only its last line does.
 */
export function bodyPart(body: Body, holds: boolean, composition: Composition): FlowPart {
  const { format, draft } = composition;
  const { lead, runs, carried } = body;
  const carriedMark = draft && carried ? 'carried' : null;
  const plain = marked(lookOf(format, 'body'), carriedMark);
  const texts = runs.map((run) => {
    if (run.kind === 'plain') return styled(run.text, plain);
    const mark = draft && run.unresolved !== null ? run.unresolved : carriedMark;
    return styled(run.text, { ...plain, mark, bindingId: run.bindingId });
  });
  const leadTexts =
    lead === null ? [] : [styled(lead.marker + lead.text, lookOf(format, `heading${lead.level}`))];
  const lines = setParagraph([...leadTexts, ...texts], bodyShape(composition), uprightFrame(composition));
  const source = { chapterId: body.chapterId, paragraph: body.paragraph };
  const isShort = textWidth(elementText(body)) <= mostLinesCarriedOver * format.grid.characters;
  return textPart(
    lines,
    { role: 'paragraph', source, lineHeight: format.grid.linePitch },
    { keepNext: holds, moves: isShort ? 'all' : 'last' },
  );
}
