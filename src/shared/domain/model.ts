/**
 * The words of the house as types. Every layer uses these names; their 界面用语 stand in the locale files.
 * Schemas live here as well, because what crosses a door and what is read from a file is checked with them.
 */
import { z } from 'zod';
import { chapterDocumentSchema } from './document.ts';
import { imprintSchema } from './imprint.ts';

/** A decimal as text, never a binary float: optional sign, digits, optional fraction. At most 40 digits in all. */
export const decimalSchema = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .max(42);

export const reportingYearSchema = z.number().int().min(1949).max(2199);

/** 数据状态 of a number in the table. */
export const numberStates = ['confirmed', 'carried', 'missing'] as const;
export type NumberState = (typeof numberStates)[number];

/**
 * 数据状态 of a place in the prose. `overridden` 手工改写: a person wrote something else there, with a reason;
 * `sourceChanged` 源已变: since then the number behind it has changed, and nobody has said which of the two holds.
 */
export const placeStates = [...numberStates, 'overridden', 'sourceChanged'] as const;
export type PlaceState = (typeof placeStates)[number];

/**
 * What stands in a cell. Zero, empty and not applicable are three different things:
 * zero is `{ kind: 'number', value: '0' }`; empty means that nobody has said anything yet.
 */
export const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: decimalSchema }),
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('notApplicable') }),
]);
export type Entry = z.infer<typeof entrySchema>;

export const officeSchema = z.object({ id: z.string().min(1), name: z.string().min(1).max(60) });
export type Office = z.infer<typeof officeSchema>;

/** 单位: the township office that reports. */
export const organizationSchema = z.object({
  name: z.string().trim().min(1).max(60),
  /** Short form used in document numbers, «云政». */
  abbreviation: z.string().trim().max(20),
  county: z.string().trim().max(60),
  /** Main addressee (主送机关) of the reports, without the closing colon. */
  addressee: z.string().trim().max(120),
});
export type Organization = z.infer<typeof organizationSchema>;

export const topicSchema = z.object({ id: z.string().min(1), name: z.string().min(1).max(40) });
export type Topic = z.infer<typeof topicSchema>;

/**
 * `count` things counted; `amount` measured or money; `rate` a percentage (its change is told in 百分点); `date` a day,
 * held as the whole number yyyymmdd, with which nothing is calculated.
 */
export const indicatorKinds = ['count', 'amount', 'rate', 'date'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** 指标. `formula` is an expression over other indicators (see formula.ts); a formula's value is never typed. */
export const indicatorSchema = z.object({
  id: z.string().min(1).max(80),
  name: z.string().min(1).max(60),
  unit: z.string().max(12),
  kind: z.enum(indicatorKinds),
  /** Digits after the decimal point when shown, 0–6. */
  precision: z.number().int().min(0).max(6),
  topicId: z.string().min(1),
  officeId: z.string().nullable(),
  formula: z.string().max(20_000).nullable(),
  /** The last reporting year it is asked for; null while it is in use. Its numbers and places stay. */
  retiredAfter: reportingYearSchema.nullable(),
  /**
   * Only where the formula is a sum: its parts are shown so that they add up to the shown total (largest remainder),
   * and say that they were.
   */
  footing: z.boolean(),
});
export type Indicator = z.infer<typeof indicatorSchema>;

/** 数据: an indicator's value in one year. An absent observation equals `{ kind: 'empty' }`. */
export const observationSchema = z.object({
  indicatorId: z.string().min(1),
  year: reportingYearSchema,
  entry: entrySchema,
  /** `carried`: taken over from the year before and not yet confirmed by a person. */
  state: z.enum(['confirmed', 'carried']),
  source: z.string().max(120),
  note: z.string().max(500),
  /** Where it can be looked up: a ledger, a document and its page. */
  evidence: z.string().max(200),
});
export type Observation = z.infer<typeof observationSchema>;

export const reportStates = ['draft', 'checking', 'final'] as const;
export type ReportState = (typeof reportStates)[number];

/** `template`: begun from a template; `imported`: brought in from a file; `rolled`: carries text of an earlier report. */
export const reportOrigins = ['template', 'imported', 'rolled'] as const;

export const reportSchema = z.object({
  id: z.string(),
  templateKey: z.string(),
  year: reportingYearSchema,
  /** Title as printed: «云溪镇人民政府关于2024年度法治政府建设情况的报告». */
  title: z.string().max(200),
  /** As printed, «云政字〔2025〕3号», or empty. */
  documentNumber: z.string().max(60),
  addressee: z.string().max(120),
  /** Signing organ (署名). */
  signature: z.string().max(120),
  /** 成文日期 as ISO date, or null while it is open. */
  issuedOn: z.iso.date().nullable(),
  imprint: imprintSchema,
  /** 格式 of the recipient; null for the national standard. */
  formatProfileId: z.string().nullable(),
  state: z.enum(reportStates),
  origin: z.enum(reportOrigins),
  /** The report whose text this one started from. */
  predecessorId: z.string().nullable(),
  updatedAt: z.iso.datetime(),
});
export type Report = z.infer<typeof reportSchema>;

/** What of a report a person writes beside its chapters: what is printed round them, and by which format. */
export const reportElementsSchema = reportSchema.pick({
  title: true,
  documentNumber: true,
  addressee: true,
  signature: true,
  issuedOn: true,
  imprint: true,
  formatProfileId: true,
});

/**
 * `section`: a numbered chapter, its heading printed with a computed marker;
 * `preamble` 导语 and `closing` 结语: text without a printed heading;
 * `attachment` 附件: after signature and date on a page of its own, its heading is its title. Only at the root, behind all
 * others; the sections below it are numbered afresh.
 */
export const chapterKinds = ['section', 'preamble', 'closing', 'attachment'] as const;
export type ChapterKind = (typeof chapterKinds)[number];

/** 章节: a node of the outline. Siblings are ordered by `position`; depth gives the level (1–4). */
export const chapterSchema = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  position: z.number().int().min(0),
  kind: z.enum(chapterKinds),
  /** Without marker and closing punctuation; the marker is computed, never typed. */
  heading: z.string().max(200),
  /** The heading is printed at the start of its first paragraph, closed with 。. */
  runIn: z.boolean(),
  /** Chapter of the template this one answers, for guidance and starter sentences. */
  templateChapterKey: z.string().nullable(),
  body: chapterDocumentSchema,
  /** The clerk has declared this chapter finished (定稿). */
  done: z.boolean(),
  /** Grows by one with each save; a save that names an older revision is refused. */
  revision: z.number().int().min(0),
});
export type Chapter = z.infer<typeof chapterSchema>;
