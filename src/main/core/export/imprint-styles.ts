/** The styles of 版头, 附件说明, 附注, 附件 and 版记. */
import { AlignmentType, type XmlComponent } from 'docx';
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import { firstLine, paragraphStyle, runOf, styleIds } from './style-parts.ts';

/** The anchor's line is next to nothing: what it holds in place stands elsewhere on the page. */
const anchorLine = 20;

export function imprintStyles(format: FormatProfile): XmlComponent[] {
  const { grid, sizes, indents, redHead, colophon } = format;
  const { linePitch } = grid;
  const left = AlignmentType.LEFT;
  return [
    paragraphStyle({
      id: styleIds.urgency,
      name: '公文紧急程度',
      alignment: left,
      linePitch,
      run: runOf(format, 'mark', sizes.body),
    }),
    paragraphStyle({
      id: styleIds.masthead,
      name: '公文发文机关标志',
      alignment: AlignmentType.CENTER,
      linePitch: redHead.mastheadSize * 10,
      keepNext: true,
      snapToGrid: false,
      // Its red belongs to the mark's own run: no style of the document has another colour than black.
      run: { ...runOf(format, 'masthead', redHead.mastheadSize), characterSpacing: 0 },
    }),
    paragraphStyle({ id: styleIds.attachmentsNote, name: '公文附件说明', alignment: left, linePitch }),
    paragraphStyle({
      id: styleIds.annotation,
      name: '公文附注',
      indent: firstLine(format, indents.annotation),
      linePitch,
    }),
    paragraphStyle({
      id: styleIds.attachmentLabel,
      name: '公文附件序号',
      next: styleIds.attachmentTitle,
      alignment: left,
      linePitch,
      keepNext: true,
      run: runOf(format, 'heading1', sizes.body),
    }),
    paragraphStyle({
      id: styleIds.attachmentTitle,
      name: '公文附件标题',
      next: styleIds.body,
      alignment: AlignmentType.CENTER,
      linePitch,
      // 7.3.7: the title stands in the third line.
      before: linePitch,
      keepNext: true,
      snapToGrid: false,
      outlineLevel: 0,
      run: runOf(format, 'title', sizes.title),
    }),
    paragraphStyle({
      id: styleIds.colophon,
      name: '公文版记',
      alignment: left,
      linePitch,
      snapToGrid: false,
      run: { ...runOf(format, 'body', colophon.size), characterSpacing: 0 },
    }),
    paragraphStyle({
      id: styleIds.anchor,
      name: '公文末行',
      linePitch: anchorLine,
      snapToGrid: false,
      run: runOf(format, 'body', 2),
    }),
  ];
}
