/** 附件说明 below the text, and the head of each 附件. Source: GB/T 9704-2012, 7.3.4 and 7.3.7. */
import { Paragraph, Tab, TabStopType } from 'docx';
import { characterPitch, type FormatProfile } from '../../../shared/domain/format-profile.ts';
import { lineRuns, run } from './document-run.ts';
import { attachmentMarker, attachmentsLabel } from './layout-lines.ts';
import type { AttachmentsNote, LaidOutElement } from './layout-model.ts';
import { styleIds } from './style-parts.ts';
import { textWidth } from './text-width.ts';

/** Further lines of a long title stand below its first character, the second number below the first. */
export function attachmentsNoteParagraphs(
  { titles }: AttachmentsNote,
  format: FormatProfile,
  keepNext: boolean,
): Paragraph[] {
  const pitch = characterPitch(format);
  const label = format.indents.attachmentsNote + textWidth(attachmentsLabel);
  const number = titles.length > 1 ? textWidth(`${titles.length}.`) : 0;
  const name = Math.round((label + number) * pitch);
  return titles.map((title, index) => {
    const isFirst = index === 0;
    const begins = (isFirst ? format.indents.attachmentsNote : label) * pitch;
    const marker = attachmentMarker(index, titles.length).replace('\t', '');
    return new Paragraph({
      style: styleIds.attachmentsNote,
      spacing: { before: isFirst ? format.grid.linePitch : 0 },
      indent: { left: name, hanging: name - begins },
      tabStops: [{ type: TabStopType.LEFT, position: name }],
      keepNext: keepNext || index < titles.length - 1,
      children: [
        run(format, 'body', marker),
        ...(titles.length > 1 ? [run(format, 'body', '', { children: [new Tab()] })] : []),
        run(format, 'body', title),
      ],
    });
  });
}

export function attachmentHead(
  { label, lines }: Extract<LaidOutElement, { kind: 'attachment' }>,
  format: FormatProfile,
): Paragraph[] {
  return [
    new Paragraph({
      style: styleIds.attachmentLabel,
      pageBreakBefore: true,
      children: [run(format, 'heading1', label)],
    }),
    new Paragraph({ style: styleIds.attachmentTitle, children: lineRuns(format, 'title', lines) }),
  ];
}
