/**
 * The paragraph and character styles of the .docx, made from a format profile. They are the only ones in the file:
 * the docx package's own (blue headings, theme colours, tables of contents) are left out.
 */
import { AlignmentType, DocumentDefaults, type IStylesOptions } from 'docx';
import { type FormatProfile, pageNumberLineHeight } from '../../../shared/domain/format-profile.ts';
import { figureStyles } from './figure-styles.ts';
import { imprintStyles } from './imprint-styles.ts';
import { characterStyle, firstLine, paragraphStyle, runOf, styleIds } from './style-parts.ts';

/** The paragraph and character styles of the document, by which Word and WPS show, outline and restyle it. */
export function documentStyles(format: FormatProfile): IStylesOptions {
  const { grid, sizes, indents, blankLinesBefore } = format;
  const { linePitch } = grid;
  const left = AlignmentType.LEFT;
  const bodyRun = runOf(format, 'body', sizes.body);
  const headings = ([1, 2, 3, 4] as const).map((level) =>
    paragraphStyle({
      id: `Heading${level}`,
      name: `heading ${level}`,
      next: styleIds.body,
      indent: firstLine(format, indents.firstLine),
      linePitch,
      keepNext: format.keepHeadingWithText,
      outlineLevel: level - 1,
      run: runOf(format, `heading${level}`, sizes.body),
    }),
  );
  return {
    importedStyles: [
      new DocumentDefaults({ run: bodyRun }),
      paragraphStyle({ id: styleIds.normal, name: 'Normal', linePitch, run: bodyRun }),
      characterStyle(styleIds.defaultCharacter, 'Default Paragraph Font', null),
      paragraphStyle({
        id: styleIds.title,
        name: 'Title',
        next: styleIds.body,
        alignment: AlignmentType.CENTER,
        linePitch,
        keepNext: true,
        snapToGrid: false,
        run: runOf(format, 'title', sizes.title),
      }),
      ...headings,
      paragraphStyle({
        id: styleIds.body,
        name: '公文正文',
        indent: firstLine(format, indents.firstLine),
        linePitch,
      }),
      paragraphStyle({
        id: styleIds.documentNumber,
        name: '公文发文字号',
        next: styleIds.title,
        alignment: left,
        indent: firstLine(format, indents.documentNumber),
        linePitch,
      }),
      paragraphStyle({
        id: styleIds.addressee,
        name: '公文主送机关',
        next: styleIds.body,
        alignment: left,
        linePitch,
        before: blankLinesBefore.addressee * linePitch,
      }),
      paragraphStyle({ id: styleIds.signature, name: '公文署名', alignment: left, linePitch }),
      paragraphStyle({
        id: styleIds.pageNumber,
        name: '公文页码',
        linePitch: pageNumberLineHeight,
        snapToGrid: false,
        run: runOf(format, 'pageNumber', sizes.pageNumber),
      }),
      paragraphStyle({
        id: styleIds.draftMark,
        name: '公文页眉',
        alignment: AlignmentType.RIGHT,
        linePitch,
        run: runOf(format, 'mark', sizes.body),
      }),
      ...imprintStyles(format),
      ...figureStyles(format),
      characterStyle(styleIds.number, '引用数据', styleIds.defaultCharacter),
    ],
  };
}
