/**
 * The paragraph and character styles of the .docx, made from a format profile. They are the only ones in the file:
 * the docx package's own (blue headings, theme colours, tables of contents) are left out.
 */
import {
  AlignmentType,
  BuilderElement,
  createAlignment,
  createIndent,
  createOutlineLevel,
  createSpacing,
  DocumentDefaults,
  type IIndentAttributesProperties,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
  OnOffElement,
  RunProperties,
  StringValueElement,
  type XmlComponent,
} from 'docx';
import { characterPitch, type FontRole, type FormatProfile, pageNumberLineHeight } from './format-profile.ts';

/** Style ids in the file. Those of Word's own (Title, Heading1–4) give the navigation pane its entries. */
export const styleIds = {
  normal: 'Normal',
  body: 'OfficialBody',
  documentNumber: 'OfficialDocumentNumber',
  title: 'Title',
  addressee: 'OfficialAddressee',
  signature: 'OfficialSignature',
  pageNumber: 'OfficialPageNumber',
  draftMark: 'OfficialDraftMark',
  caption: 'OfficialCaption',
  tableCell: 'OfficialTableCell',
  chart: 'OfficialChart',
  figureNote: 'OfficialFigureNote',
  /** Character style of a bound number: how a written file tells its numbers from its words. */
  number: 'BoundNumber',
  defaultCharacter: 'DefaultParagraphFont',
} as const;

/**
 * Fonts of a role for all four scripts. The hint makes “”, … and — Chinese marks: without it Word and WPS set them
 * in the Western font, half as wide.
 */
export function fontsOf(format: FormatProfile, role: FontRole) {
  const { name } = format.fonts[role];
  // 7.5 asks for 宋体 digits in page numbers; everywhere else half-width characters are in the Western font.
  const western = role === 'pageNumber' ? name : format.westernFont;
  return { ascii: western, hAnsi: western, eastAsia: name, cs: western, hint: 'eastAsia' };
}

/** What the rule below each row of a table adds to its height, in twips. */
export const tableBorder = 10;

/** One line, in 240ths. */
const singleLine = 240;

interface StyleDescription {
  id: string;
  /** As the program shows it; «heading 1» and «Title» are built-in names that WPS shows as 标题 1 and 标题. */
  name: string;
  basedOn?: string;
  next?: string;
  alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  indent?: IIndentAttributesProperties;
  linePitch: number;
  /** Lines as high as what stands in them, for a drawing; otherwise exactly `linePitch`. */
  growing?: boolean;
  /** Twips of white above. */
  before?: number;
  keepNext?: boolean;
  /** False where the type is too large for the grid's pitch and a program would give it two lines. */
  snapToGrid?: boolean;
  /** 0 for 标题 1. */
  outlineLevel?: number;
  run?: IRunStylePropertiesOptions;
}

function styleAttributes(type: 'paragraph' | 'character', id: string, isDefault: boolean) {
  return {
    type: { key: 'w:type', value: type },
    id: { key: 'w:styleId', value: id },
    ...(isDefault ? { default: { key: 'w:default', value: '1' } } : {}),
  };
}

/** A style with its parts in the order of the schema (ISO/IEC 29500-1, 17.3.1.26 and 17.7.4.17). */
function paragraphStyle(style: StyleDescription): XmlComponent {
  const { linePitch, before = 0 } = style;
  const properties: XmlComponent[] = [];
  if (style.keepNext) properties.push(new OnOffElement('w:keepNext', true));
  // GB/T 9704-2012, 5.2.3 wants 22 lines: widow control would leave the last line of some pages empty.
  properties.push(new OnOffElement('w:widowControl', false));
  if (style.snapToGrid === false) properties.push(new OnOffElement('w:snapToGrid', false));
  const lineRule = style.growing === true ? LineRuleType.AUTO : LineRuleType.EXACT;
  properties.push(createSpacing({ before, after: 0, line: linePitch, lineRule }));
  if (style.indent !== undefined) properties.push(createIndent(style.indent));
  properties.push(createAlignment(style.alignment ?? AlignmentType.BOTH));
  if (style.outlineLevel !== undefined) properties.push(createOutlineLevel(style.outlineLevel));
  const isDefault = style.id === styleIds.normal;
  return new BuilderElement({
    name: 'w:style',
    attributes: styleAttributes('paragraph', style.id, isDefault),
    children: [
      new StringValueElement('w:name', style.name),
      ...(isDefault ? [] : [new StringValueElement('w:basedOn', style.basedOn ?? styleIds.normal)]),
      ...(style.next === undefined ? [] : [new StringValueElement('w:next', style.next)]),
      new OnOffElement('w:qFormat', true),
      new BuilderElement({ name: 'w:pPr', children: properties }),
      ...(style.run === undefined ? [] : [new RunProperties(style.run)]),
    ],
  });
}

function characterStyle(id: string, name: string, basedOn: string | null): XmlComponent {
  return new BuilderElement({
    name: 'w:style',
    attributes: styleAttributes('character', id, basedOn === null),
    children: [
      new StringValueElement('w:name', name),
      ...(basedOn === null ? [] : [new StringValueElement('w:basedOn', basedOn)]),
    ],
  });
}

/** Indent in characters, with its length for programs that know only lengths. */
function firstLine(format: FormatProfile, characters: number): IIndentAttributesProperties {
  return { firstLineChars: characters * 100, firstLine: characters * characterPitch(format) };
}

function runOf(format: FormatProfile, role: FontRole, size: number): IRunStylePropertiesOptions {
  return {
    font: fontsOf(format, role),
    bold: false,
    italics: false,
    color: format.color,
    characterSpacing: format.characterSpacing,
    size,
    sizeComplexScript: size,
    language: { value: 'en-US', eastAsia: 'zh-CN' },
  };
}

/**
 * Styles round tables and charts. A table's lines are half as high as the grid's, so that a row of one or two lines is
 * one line of it.
 */
function figureStyles(format: FormatProfile): XmlComponent[] {
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
      ...figureStyles(format),
      characterStyle(styleIds.number, '引用数据', styleIds.defaultCharacter),
    ],
  };
}
