/** 版头, 标题, 主送机关 and the head of an 附件 on their pages. Source: GB/T 9704-2012, 7.2, 7.3.1, 7.3.2 and 7.3.7. */
import { characterPitch, type FormatProfile } from '../../../../shared/domain/format-profile.ts';
import type { PageSegment, PageSource } from '../../../../shared/domain/paged-document.ts';
import { type SignerLine, signerLabel, signerLines } from '../layout-lines.ts';
import type { LaidOutElement, RedHead } from '../layout-model.ts';
import { mastheadSize } from '../masthead-size.ts';
import { type Composition, uprightFrame } from './composition.ts';
import { type FlowPart, flowing } from './flow.ts';
import { glyphsOf, type StyledText, widthOf } from './glyphs.ts';
import { halfPoint, lookOf, styled, unsqueezed } from './looks.ts';
import { type Alignment, type LineFrame, points } from './set-line.ts';
import { noIndents, setParagraph, type TextRole, textPart } from './text-part.ts';

/** Each line is broken further only where it does not fit. */
function centredLines(lines: readonly string[], composition: Composition): PageSegment[][] {
  const { format } = composition;
  const look = lookOf(format, 'title', format.sizes.title);
  const shape = { alignment: 'center', indents: noIndents } as const;
  return lines.flatMap((line) => setParagraph([styled(line, look)], shape, uprightFrame(composition)));
}

export function titlePart(lines: readonly string[], isFirst: boolean, composition: Composition): FlowPart {
  const { grid, blankLinesBefore } = composition.format;
  const shape = { role: 'title', source: null, lineHeight: grid.linePitch } as const;
  const before = isFirst ? 0 : blankLinesBefore.title * grid.linePitch;
  return textPart(centredLines(lines, composition), shape, { before, keepNext: true });
}

/** A line of its own in the text's type: 主送机关, 发文字号 without red head. */
export function linePart(
  text: string,
  composition: Composition,
  options: { before?: number; first?: number; source?: PageSource } = {},
): FlowPart {
  const { format } = composition;
  const indents = { ...noIndents, first: options.first ?? 0 };
  const lines = setParagraph(
    [styled(text, lookOf(format, 'body'))],
    { alignment: 'left', indents },
    uprightFrame(composition),
  );
  const shape = {
    role: 'paragraph',
    source: options.source ?? null,
    lineHeight: format.grid.linePitch,
  } as const;
  return textPart(lines, shape, { before: options.before ?? 0 });
}

/** 7.3.7: the label in the first line of a new page, the title in the third. */
export function attachmentParts(
  { label, lines, chapterId }: Extract<LaidOutElement, { kind: 'attachment' }>,
  composition: Composition,
): FlowPart[] {
  const { format } = composition;
  const lineHeight = format.grid.linePitch;
  const source = { chapterId, paragraph: null };
  const labelLines = setParagraph(
    [styled(label, lookOf(format, 'heading1'))],
    { alignment: 'left', indents: noIndents },
    uprightFrame(composition),
  );
  return [
    textPart(labelLines, { role: 'paragraph', source, lineHeight }, { newPage: true, keepNext: true }),
    textPart(
      centredLines(lines, composition),
      { role: 'heading1', source, lineHeight },
      { before: lineHeight, keepNext: true },
    ),
  ];
}

/** What a line of the 版头 is: its texts stand apart, each with a frame of its own. */
interface Placed {
  texts: StyledText[];
  frame: LineFrame;
  alignment: Alignment;
}

function setApart(pieces: readonly Placed[]): PageSegment[] {
  return pieces.flatMap(({ texts, frame, alignment }) =>
    setParagraph(texts, { alignment, indents: noIndents }, frame).flat(),
  );
}

/**
 * The line of a mark as high as in the .docx, where a program sets the baseline four fifths down an exact line and the
 * ink of a Han character begins 0.85 of its size above it.
 */
const lineOverType = 0.85 / 0.8;

export function redHeadParts(redHead: RedHead, composition: Composition): FlowPart[] {
  const { format } = composition;
  const { linePitch } = format.grid;
  const frame = uprightFrame(composition);
  const role: TextRole = 'paragraph';
  const flow = { role, source: null, lineHeight: linePitch };
  const urgency = setParagraph(
    [styled(redHead.urgency, lookOf(format, 'mark'))],
    { alignment: 'left', indents: noIndents },
    frame,
  );
  const size = mastheadSize(redHead.masthead, format);
  const mark = { ...unsqueezed(format, 'masthead', size), color: format.redHead.color };
  const masthead = setApart([{ texts: [styled(redHead.masthead, mark)], frame, alignment: 'center' }]);
  const lines = signerLines(redHead);
  return [
    textPart(urgency, flow),
    textPart(
      [masthead],
      { ...flow, lineHeight: Math.round(size * halfPoint * lineOverType) },
      { before: Math.max(0, format.redHead.mastheadTop - linePitch), keepNext: true },
    ),
    ...lines.map((line, index) =>
      textPart([signerSegments(line, lines, composition)], flow, {
        before: index === 0 ? format.redHead.blankLinesBelowMasthead * linePitch : 0,
        keepNext: true,
      }),
    ),
    redRule(format),
  ];
}

/** One signer ends one character from the right; of several each has a place as wide as the longest name. */
function signerSegments(
  line: SignerLine,
  lines: readonly SignerLine[],
  composition: Composition,
): PageSegment[] {
  const { format } = composition;
  const { left, width } = uprightFrame(composition);
  const { indents } = format;
  const pitch = characterPitch(format);
  const body = lookOf(format, 'body');
  const signer = lookOf(format, 'signer');
  const right = left + width - indents.signer * pitch;
  const start = left + indents.documentNumber * pitch;
  const number: Placed = {
    texts: [styled(line.documentNumber, body)],
    frame: { left: start, width: right - start },
    alignment: 'left',
  };
  const label = line.hasLabel ? [styled(signerLabel, body)] : [];
  const names = lines.flatMap((one) => one.names);
  if (names.length <= 1) {
    const texts = [...label, ...line.names.map((name) => styled(name, signer))];
    return setApart([number, { texts, frame: { left: start, width: right - start }, alignment: 'right' }]);
  }
  const longest = Math.max(...names.map((name) => widthOf(glyphsOf([styled(name, signer)]))));
  const second = right - longest;
  const first = second - longest - pitch;
  const places = line.names.map((name, index): Placed => {
    const at = index === 0 ? first : second;
    return { texts: [styled(name, signer)], frame: { left: at, width: longest }, alignment: 'left' };
  });
  const labelWidth = widthOf(glyphsOf(label));
  const labelPlace: Placed = {
    texts: label,
    frame: { left: first - labelWidth, width: labelWidth },
    alignment: 'left',
  };
  return setApart([number, labelPlace, ...places]);
}

/** 7.2.7: below the line of the 发文字号, as wide as the text area. */
function redRule(format: FormatProfile): FlowPart {
  const { ruleGap, ruleThickness, color } = format.redHead;
  // The gap is counted from the ink: the white below the characters in their line is part of it.
  const whiteInLine = (format.grid.linePitch - format.sizes.body * halfPoint) / 2;
  return {
    ...flowing,
    rows: [{ height: ruleGap + ruleThickness, lines: 0 }],
    keepNext: true,
    draw: ({ top }, area) => [
      {
        kind: 'rule',
        rule: {
          left: points(area.left),
          top: points(top + ruleGap - whiteInLine),
          width: points(area.width),
          height: points(ruleThickness),
          color,
        },
      },
    ],
  };
}
