/** The styles round tables and charts. */
import { AlignmentType, type XmlComponent } from 'docx';
import type { FontRole, FormatProfile } from '../../../shared/domain/format-profile.ts';
import { paragraphStyle, runOf, singleLine, styleIds, tableBorder } from './style-parts.ts';

/**
 * Styles round tables and charts. A table's lines are half as high as the grid's, so that a row of one or two lines is
 * one line of it.
 */
export function figureStyles(format: FormatProfile): XmlComponent[] {
  const { grid, sizes } = format;
  const half = Math.floor((grid.linePitch - tableBorder) / 2);
  const unsqueezed = (role: FontRole, size: number) => ({
    ...runOf(format, role, size),
    characterSpacing: 0,
  });
  const center = AlignmentType.CENTER;
  return [
    paragraphStyle({
      id: styleIds.caption,
      name: '公文图表题',
      next: styleIds.body,
      alignment: center,
      linePitch: grid.linePitch,
      run: unsqueezed('heading1', sizes.caption),
    }),
    paragraphStyle({
      id: styleIds.tableCell,
      name: '公文表格',
      alignment: center,
      linePitch: half,
      snapToGrid: false,
      run: unsqueezed('body', sizes.caption),
    }),
    paragraphStyle({
      id: styleIds.chart,
      name: '公文图',
      next: styleIds.body,
      alignment: center,
      linePitch: singleLine,
      growing: true,
      snapToGrid: false,
      // The line under a drawing is as deep as its type: next to nothing, or the drawing would leave the grid.
      run: unsqueezed('body', 2),
    }),
    paragraphStyle({
      id: styleIds.figureNote,
      name: '公文图表注',
      next: styleIds.body,
      alignment: AlignmentType.LEFT,
      linePitch: grid.linePitch,
      run: unsqueezed('body', sizes.note),
    }),
  ];
}
