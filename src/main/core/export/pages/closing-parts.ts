/** 附件说明, 署名, 成文日期, 附注 and 版记 on their pages. Source: GB/T 9704-2012, 7.3.4 to 7.3.6 and 7.4. */
import { characterPitch } from '../../../../shared/domain/format-profile.ts';
import type { PageBlock, PageRule } from '../../../../shared/domain/paged-document.ts';
import { attachmentMarker, attachmentsLabel, colophonRows, copyToLabel } from '../layout-lines.ts';
import type { AttachmentsNote, Colophon } from '../layout-model.ts';
import { textWidth } from '../text-width.ts';
import { type Composition, uprightFrame } from './composition.ts';
import { type FlowPart, flowing } from './flow.ts';
import { halfPoint, lookOf, styled, unsqueezed } from './looks.ts';
import { points } from './set-line.ts';
import { noIndents, setParagraph, textPart } from './text-part.ts';

/** Further lines of a long title stand below its first character, the second number below the first. */
export function attachmentsNoteParts(
  { titles }: AttachmentsNote,
  keepNext: boolean,
  composition: Composition,
): FlowPart[] {
  const { format } = composition;
  const { left, width } = uprightFrame(composition);
  const pitch = characterPitch(format);
  const look = lookOf(format, 'body');
  const lineHeight = format.grid.linePitch;
  const label = format.indents.attachmentsNote + textWidth(attachmentsLabel);
  const number = titles.length > 1 ? textWidth(`${titles.length}.`) : 0;
  const name = Math.round((label + number) * pitch);
  const shape = { alignment: 'left', indents: noIndents } as const;
  return titles.map((title, index) => {
    const begins = (index === 0 ? format.indents.attachmentsNote : label) * pitch;
    const marker = attachmentMarker(index, titles.length).replace('\t', '');
    const [markerLine = []] = setParagraph([styled(marker, look)], shape, { left: left + begins, width });
    const [first = [], ...others] = setParagraph([styled(title, look)], shape, {
      left: left + name,
      width: width - name,
    });
    return textPart(
      [[...markerLine, ...first], ...others],
      { role: 'paragraph', source: null, lineHeight },
      { before: index === 0 ? lineHeight : 0, keepNext: keepNext || index < titles.length - 1 },
    );
  });
}

/** Organ or date, `start` characters from the left. */
export function signaturePart(
  text: string,
  start: number,
  options: { before: number; keepNext: boolean },
  composition: Composition,
): FlowPart {
  const { format } = composition;
  const indent = Math.round(start * characterPitch(format));
  const lines = setParagraph(
    [styled(text, lookOf(format, 'body'))],
    { alignment: 'left', indents: { first: indent, others: indent, right: 0 } },
    uprightFrame(composition),
  );
  return textPart(lines, { role: 'paragraph', source: null, lineHeight: format.grid.linePitch }, options);
}

export function annotationPart(text: string, composition: Composition): FlowPart {
  const { format } = composition;
  const first = format.indents.annotation * characterPitch(format);
  const lines = setParagraph(
    [styled(text, lookOf(format, 'body'))],
    { alignment: 'justify', indents: { ...noIndents, first } },
    uprightFrame(composition),
  );
  return textPart(lines, { role: 'paragraph', source: null, lineHeight: format.grid.linePitch });
}

/** 7.4: rows between rules of the text area's width; the last rule stands on the area's bottom edge. */
export function colophonPart(colophon: Colophon, composition: Composition): FlowPart {
  const { format } = composition;
  const { outerRule, innerRule, indent, size } = format.colophon;
  const { left, width } = uprightFrame(composition);
  const lineHeight = format.grid.linePitch;
  const margin = indent * size * halfPoint;
  const label = Math.round(textWidth(copyToLabel) * size * halfPoint);
  const look = unsqueezed(format, 'body', size);
  const half = Math.floor(width / 2);
  const rows = colophonRows(colophon).map(([first = '', second]) => {
    if (second === undefined) {
      const indents = { first: margin, others: margin + label, right: margin };
      return setParagraph([styled(first, look)], { alignment: 'left', indents }, { left, width });
    }
    const organ = setParagraph(
      [styled(first, look)],
      { alignment: 'left', indents: { first: margin, others: margin, right: 0 } },
      { left, width: half },
    );
    const date = setParagraph(
      [styled(second, look)],
      { alignment: 'right', indents: { first: 0, others: 0, right: margin } },
      { left: left + half, width: width - half },
    );
    const count = Math.max(organ.length, date.length);
    return Array.from({ length: count }, (_, index) => [...(organ[index] ?? []), ...(date[index] ?? [])]);
  });
  const lineCount = rows.reduce((count, lines) => count + lines.length, 0);
  const rules = 2 * outerRule + Math.max(0, rows.length - 1) * innerRule;
  return {
    ...flowing,
    rows: [{ height: lineCount * lineHeight + rules, lines: lineCount }],
    whole: true,
    atBottom: true,
    draw: ({ top }, area) => {
      const rule = (at: number, thickness: number): PageBlock => ({
        kind: 'rule',
        rule: ruleAcross(area.left, at, area.width, thickness, format.color),
      });
      const blocks: PageBlock[] = [rule(top, outerRule)];
      let at = top + outerRule;
      for (const [index, lines] of rows.entries()) {
        blocks.push({
          kind: 'text',
          role: 'paragraph',
          continued: false,
          source: null,
          lines: lines.map((segments, line) => ({
            top: points(at + line * lineHeight),
            height: points(lineHeight),
            segments,
          })),
        });
        at += lines.length * lineHeight;
        const thickness = index === rows.length - 1 ? outerRule : innerRule;
        blocks.push(rule(at, thickness));
        at += thickness;
      }
      return blocks;
    },
  };
}

function ruleAcross(left: number, top: number, width: number, height: number, color: string): PageRule {
  return { left: points(left), top: points(top), width: points(width), height: points(height), color };
}
