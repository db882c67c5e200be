/** How a style of the .docx is built from its description, and the ids by which the file's parts name the styles. */
import {
  AlignmentType,
  BuilderElement,
  createAlignment,
  createIndent,
  createOutlineLevel,
  createSpacing,
  type IIndentAttributesProperties,
  type IRunStylePropertiesOptions,
  LineRuleType,
  OnOffElement,
  RunProperties,
  StringValueElement,
  type XmlComponent,
} from 'docx';
import { characterPitch, type FontRole, type FormatProfile } from '../../../shared/domain/format-profile.ts';

/** Style ids in the file. Those of Word's own (Title, Heading1–4) give the navigation pane its entries. */
export const styleIds = {
  normal: 'Normal',
  body: 'OfficialBody',
  documentNumber: 'OfficialDocumentNumber',
  title: 'Title',
  addressee: 'OfficialAddressee',
  urgency: 'OfficialUrgency',
  masthead: 'OfficialMasthead',
  attachmentsNote: 'OfficialAttachmentsNote',
  signature: 'OfficialSignature',
  annotation: 'OfficialAnnotation',
  attachmentLabel: 'OfficialAttachmentLabel',
  attachmentTitle: 'OfficialAttachmentTitle',
  colophon: 'OfficialColophon',
  /** The last paragraph of a document that ends with a 版记, which is anchored to it. */
  anchor: 'OfficialAnchor',
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
export const singleLine = 240;

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
export function paragraphStyle(style: StyleDescription): XmlComponent {
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

export function characterStyle(id: string, name: string, basedOn: string | null): XmlComponent {
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
export function firstLine(format: FormatProfile, characters: number): IIndentAttributesProperties {
  return { firstLineChars: characters * 100, firstLine: characters * characterPitch(format) };
}

export function runOf(format: FormatProfile, role: FontRole, size: number): IRunStylePropertiesOptions {
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
