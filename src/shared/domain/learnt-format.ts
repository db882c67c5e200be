/** What a sample document tells about its recipient's format, and what it leaves open. */
import { z } from 'zod';
import { formatProfileSchema } from './format-profile-schema.ts';

export const learntFields = [
  'paper',
  'margins',
  'linePitch',
  'characterSpacing',
  'bodyFont',
  'bodySize',
  'westernFont',
  'firstLine',
  'titleFont',
  'titleSize',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'numbering1',
  'numbering2',
  'numbering3',
  'numbering4',
  'pageNumber',
  'pageNumberFont',
  'redHead',
] as const;
export type LearntField = (typeof learntFields)[number];

/**
 * Where a value stood: page setup and its document grid; a paragraph's or run's own formatting, its style, the
 * document's defaults, the theme; the words themselves; an automatic list; the footer.
 */
export const learntPlaces = [
  'pageSetup',
  'grid',
  'direct',
  'style',
  'defaults',
  'theme',
  'text',
  'list',
  'footer',
] as const;
export type LearntPlace = (typeof learntPlaces)[number];

/** `sure`: nearly everything agrees; `likely`: most does, or it is told by a rule of thumb; `unsure`: no more than a hint. */
export const certainties = ['sure', 'likely', 'unsure'] as const;
export type Certainty = (typeof certainties)[number];

const learntFieldSchema = z.object({
  field: z.enum(learntFields),
  /** Null: not found, or found outside of what a format may hold; the value is the national standard's. */
  found: z.object({ place: z.enum(learntPlaces), certainty: z.enum(certainties) }).nullable(),
});
export type LearntFieldReport = z.infer<typeof learntFieldSchema>;

export const learntFormatSchema = z.object({
  profile: formatProfileSchema,
  /** One for each of `learntFields`, in their order. */
  fields: z.array(learntFieldSchema),
  /** Whether a red 发文机关标志 stands above the title. */
  redHead: z.boolean(),
});
export type LearntFormat = z.infer<typeof learntFormatSchema>;
