/** 校核意见: one result of a check. It crosses the door, so it is a schema; the rules make it without identity. */
import { z } from 'zod';
import { bindingFormatSchema } from '../binding-format.ts';
import { reportingYearSchema } from '../model.ts';

/**
 * In the order in which they are told where several concern the same words: the first alone is told. Each has its
 * sentence under `check:rule` in the locale files.
 */
export const findingRules = [
  'numberMissing',
  'numberCarried',
  'numberSourceChanged',
  'conditionMissing',
  'conditionCarried',
  'figureMissing',
  'figureCarried',
  'paragraphsCarried',
  'headingStale',
  'wrongDirection',
  'notUnchanged',
  'notDoubled',
  'doubleNegative',
  'perCentForPoints',
  'pointsForPerCent',
  'growthDiffers',
  'changeDiffers',
  'rateDiffers',
  'rateOverHundred',
  'rateImpossible',
  'sharesDiffer',
  'partExceeds',
  'partsDiffer',
  'figureDiffers',
  'cellDiffers',
  'statedTwice',
  'cellNegative',
  'cellRateOverHundred',
  'cellPartExceeds',
  'cellMagnitude',
  'cellJump',
  'numberUnbound',
  'numbersLoose',
] as const;
export type FindingRule = (typeof findingRules)[number];

/** `blocks`: no formal document while it stands; `likely`: very probably wrong; `hint`: worth a look. */
export const severities = ['blocks', 'likely', 'hint'] as const;
export type Severity = (typeof severities)[number];

const offset = z.number().int().min(0);

export const findingPlaceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    chapterId: z.string(),
    /** Index of the paragraph in its chapter. */
    paragraph: offset,
    /** In the paragraph's shown text: numbers as they print. */
    start: offset,
    end: offset,
    /** The same place where each binding and figure counts as one character, as in the editor. */
    from: offset,
    to: offset,
    /** Set where the finding concerns one binding. */
    bindingId: z.string().nullable(),
  }),
  z.object({ kind: z.literal('chapter'), chapterId: z.string() }),
  z.object({ kind: z.literal('cell'), indicatorId: z.string(), year: reportingYearSchema }),
]);
export type FindingPlace = z.infer<typeof findingPlaceSchema>;
export type TextFindingPlace = Extract<FindingPlace, { kind: 'text' }>;

/** A change of literal text at `from`–`to` (counted as in the editor), offered only where `old` stands there. */
export const findingFixSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('replace'),
    from: offset,
    to: offset,
    old: z.string().min(1),
    text: z.string().min(1),
  }),
  z.object({
    kind: z.literal('bind'),
    from: offset,
    to: offset,
    old: z.string().min(1),
    indicatorId: z.string(),
    format: bindingFormatSchema,
  }),
]);
export type FindingFix = z.infer<typeof findingFixSchema>;

export const findingSchema = z.object({
  /** The same as long as the words and numbers it concerns stay the same, whatever is edited elsewhere. */
  id: z.string().min(1).max(200),
  rule: z.enum(findingRules),
  severity: z.enum(severities),
  place: findingPlaceSchema,
  /** The sentence as it prints, and the words in it; null where the finding is not about words. */
  excerpt: z.object({ text: z.string(), start: offset, end: offset }).nullable(),
  /** For the sentence that explains it. */
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  fix: findingFixSchema.nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** What a rule says; `about` are the words and numbers it concerns, with which it comes and goes. */
export type FindingDraft = Omit<Finding, 'id' | 'fix'> & { about: string; fix?: FindingFix | null };

/** 忽略: a person has looked at a finding and says why it is none. */
export const dismissalSchema = z.object({
  findingId: z.string().min(1).max(200),
  reason: z.string().min(1).max(200),
  dismissedAt: z.iso.datetime(),
});
export type Dismissal = z.infer<typeof dismissalSchema>;
