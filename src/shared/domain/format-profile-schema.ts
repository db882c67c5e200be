/**
 * 格式 as a schema: what may stand in a format at all, value by value. Lengths are twips (1/20 pt, 1/1440 inch) unless a
 * name says otherwise. Whether the values go together is told by `formatProblems`.
 */
import { z } from 'zod';

/** Points to twips, for bounds that are thought of in points. */
const points = (value: number) => value * 20;
/** Millimetres to twips. */
const millimetres = (value: number) => Math.round((value * 1440) / 25.4);

const length = (least: number, most: number) => z.number().int().min(least).max(most);
/** Half-points: 5 pt to 100 pt. */
const typeSize = z.number().int().min(10).max(200);
const color = z.string().regex(/^[0-9A-F]{6}$/);
/** Characters of the type's own size. */
const indent = z.number().min(0).max(20);
const blankLines = z.number().int().min(0).max(10);
/** A font's name as it stands in a file: no control characters, no quotes that would end it. */
const fontName = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[^\p{Cc}"<>&;{}]+$/u);

export const fontRoles = [
  'body',
  'title',
  'masthead',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'signer',
  'pageNumber',
  'mark',
] as const;
export type FontRole = (typeof fontRoles)[number];

/** A font by its name in the file, and what to look for, in this order, on a computer that lacks it. */
const fontChoiceSchema = z.object({
  name: fontName,
  /** Set bold by the recipient's wish, whichever font is there. */
  bold: z.boolean(),
  fallbacks: z.array(fontName).max(12).readonly(),
  /** Set bold where the first choice is missing, so that a fallback still looks like the role. */
  boldFallback: z.boolean(),
});
export type FontChoice = z.infer<typeof fontChoiceSchema>;

/** «一、», «（一）», «1.», «（1）», «1、», «①», «第一章　» or none. */
export const numberingForms = [
  'chineseComma',
  'chineseParenthesis',
  'arabicDot',
  'arabicParenthesis',
  'arabicComma',
  'circled',
  'chapter',
  'none',
] as const;
export type NumberingForm = (typeof numberingForms)[number];
const numberingForm = z.enum(numberingForms);

/** The forms of the four heading levels. */
const numberingSchema = z.tuple([numberingForm, numberingForm, numberingForm, numberingForm]).readonly();
export type Numbering = z.infer<typeof numberingSchema>;

/** «— 1 —», «- 1 -», «1», «第1页». */
export const pageNumberForms = ['dashes', 'hyphens', 'plain', 'words'] as const;
/** `outer`: odd pages right, even pages left. */
export const pageNumberPlaces = ['outer', 'center', 'right'] as const;

const margin = length(millimetres(5), millimetres(150));
const paperSide = length(millimetres(100), millimetres(420));

export const formatProfileSchema = z.object({
  key: z.string().min(1).max(80),
  page: z.object({
    width: paperSide,
    height: paperSide,
    top: margin,
    right: margin,
    bottom: margin,
    left: margin,
  }),
  grid: z.object({
    lines: z.number().int().min(5).max(80),
    characters: z.number().int().min(5).max(80),
    linePitch: length(points(8), points(100)),
  }),
  /** Added to each character's width, in twips; negative squeezes. */
  characterSpacing: length(points(-5), points(10)),
  /** Type sizes in half-points. */
  sizes: z.object({
    body: typeSize,
    title: typeSize,
    pageNumber: typeSize,
    caption: typeSize,
    note: typeSize,
  }),
  /** Sizes a table's type may have, the largest first: the first that fits is taken. Half-points. */
  tableSizes: z
    .array(typeSize)
    .min(1)
    .max(8)
    .refine((sizes) => sizes.every((size, index) => index === 0 || size < (sizes[index - 1] ?? 0)))
    .readonly(),
  /** A chart's type size in half-points, and how many lines of the grid it is high. */
  chart: z.object({ size: typeSize, lines: z.number().int().min(3).max(60) }),
  fonts: z.record(z.enum(fontRoles), fontChoiceSchema),
  /** Half-width digits and Latin letters. */
  westernFont: fontName,
  /** Colour of all type, RRGGBB. */
  color,
  /** Indents in characters of the type's own size. */
  indents: z.object({
    firstLine: indent,
    documentNumber: indent,
    signatureRight: indent,
    dateAfterSignature: indent,
    pageNumber: indent,
    signer: indent,
    attachmentsNote: indent,
    annotation: indent,
  }),
  /** 版头: its lengths in twips, from the top of the text area and from element to element. */
  redHead: z.object({
    /** RRGGBB of the 发文机关标志 and of the rule. */
    color,
    /** Text area's top to the top edge of the 发文机关标志. */
    mastheadTop: length(0, millimetres(120)),
    /** Half-points; smaller where the mark would not fit into one line. */
    mastheadSize: typeSize,
    /** Blank lines between the mark and the line of 发文字号 and 签发人. */
    blankLinesBelowMasthead: blankLines,
    /** From the characters of that line to the red rule. */
    ruleGap: length(0, millimetres(30)),
    ruleThickness: length(1, points(10)),
  }),
  /** 版记: type size in half-points, thickness of its outer and inner rules in twips, indent in characters of its type. */
  colophon: z.object({
    size: typeSize,
    outerRule: length(1, points(10)),
    innerRule: length(1, points(10)),
    indent,
  }),
  /** How the headings of the four levels are numbered. */
  numbering: numberingSchema,
  pageNumber: z.object({ form: z.enum(pageNumberForms), place: z.enum(pageNumberPlaces) }),
  /** Blank lines before the element. */
  blankLinesBefore: z.object({ title: blankLines, addressee: blankLines, signature: blankLines }),
  /** Page edge to the header's first and the footer's last line. */
  headerDistance: length(0, millimetres(150)),
  footerDistance: length(0, millimetres(150)),
  /** A heading never stands alone as the last line of a page; such a page has one line less. */
  keepHeadingWithText: z.boolean(),
});
/** 格式: how a recipient wants the pages. */
export type FormatProfile = z.infer<typeof formatProfileSchema>;
