/** 版头 of the .docx: 紧急程度, the red mark, 发文字号 and 签发人, the red rule. Source: GB/T 9704-2012, 7.2.3 to 7.2.7. */
import { BorderStyle, LineRuleType, Paragraph, Tab, TabStopType, type TextRun } from 'docx';
import { characterPitch, type FormatProfile, textAreaWidth } from '../../../shared/domain/format-profile.ts';
import { run } from './document-run.ts';
import { type SignerLine, signerLabel, signerLines } from './layout-lines.ts';
import type { RedHead } from './layout-model.ts';
import { mastheadSize } from './masthead-size.ts';
import { styleIds } from './style-parts.ts';
import { textWidth } from './text-width.ts';

/**
 * Word and LibreOffice set the baseline four fifths down an exact line, and the ink of a Han character begins 0.85 of
 * its size above the baseline: a line this much higher than its type begins where its ink does.
 */
const lineOverType = 0.85 / 0.8;

export function redHeadParagraphs(redHead: RedHead, format: FormatProfile): Paragraph[] {
  const lines = signerLines(redHead);
  return [
    new Paragraph({
      style: styleIds.urgency,
      children: redHead.urgency === '' ? [] : [run(format, 'mark', redHead.urgency)],
    }),
    masthead(redHead.masthead, format),
    ...lines.map((line, index) => signerParagraph(line, lines, index, format)),
  ];
}

function masthead(text: string, format: FormatProfile): Paragraph {
  const { redHead, grid } = format;
  const size = mastheadSize(text, format);
  return new Paragraph({
    style: styleIds.masthead,
    spacing: {
      before: Math.max(0, redHead.mastheadTop - grid.linePitch),
      line: Math.round(size * 10 * lineOverType),
      lineRule: LineRuleType.EXACT,
    },
    children:
      text === ''
        ? []
        : [run(format, 'masthead', text, { size, sizeComplexScript: size, color: redHead.color })],
  });
}

function signerParagraph(
  line: SignerLine,
  lines: readonly SignerLine[],
  index: number,
  format: FormatProfile,
): Paragraph {
  const { redHead, grid, indents } = format;
  const isFirst = index === 0;
  const isLast = index === lines.length - 1;
  const rule = {
    style: BorderStyle.SINGLE,
    color: redHead.color,
    size: Math.round((redHead.ruleThickness / 20) * 8),
    space: Math.round(redHead.ruleGap / 20),
  };
  const parts: TextRun[] = [];
  if (line.documentNumber !== '') parts.push(run(format, 'body', line.documentNumber));
  if (line.names.length > 0) parts.push(tab(format));
  if (line.hasLabel) parts.push(run(format, 'body', signerLabel));
  for (const [place, name] of line.names.entries()) {
    if (place > 0) parts.push(tab(format));
    parts.push(run(format, 'signer', name));
  }
  return new Paragraph({
    style: styleIds.documentNumber,
    spacing: { before: isFirst ? redHead.blankLinesBelowMasthead * grid.linePitch : 0 },
    indent: { firstLine: indents.documentNumber * characterPitch(format) },
    tabStops: tabStops(line, lines, format),
    keepNext: true,
    ...(isLast ? { border: { bottom: rule } } : {}),
    children: parts,
  });
}

function tab(format: FormatProfile): TextRun {
  return run(format, 'body', '', { children: [new Tab()] });
}

/** One signer ends one character from the right; of several each has a place as wide as the longest name. */
function tabStops(line: SignerLine, lines: readonly SignerLine[], format: FormatProfile) {
  const pitch = characterPitch(format);
  const right = textAreaWidth(format) - format.indents.signer * pitch;
  const names = lines.flatMap((one) => one.names);
  if (names.length <= 1) return [{ type: TabStopType.RIGHT, position: right }];
  const width = Math.ceil(Math.max(...names.map(textWidth)) * pitch);
  const second = right - width;
  const first = second - width - pitch;
  const start = line.hasLabel ? first - Math.ceil(textWidth(signerLabel) * pitch) : first;
  return [start, second].map((position) => ({ type: TabStopType.LEFT, position: Math.max(0, position) }));
}
