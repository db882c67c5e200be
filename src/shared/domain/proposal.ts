/** A quantity of an imported report that seems to be an indicator of the template. */
import { z } from 'zod';
import { bindingFormatSchema } from './binding-format.ts';
import { decimalSchema } from './model.ts';

export const quantityProposalSchema = z.object({
  chapterId: z.string(),
  /** Index of the paragraph in its chapter, and the quantity's place in the paragraph's text. */
  paragraph: z.number().int().min(0),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  /** As it stands, «240余人次». */
  text: z.string(),
  value: decimalSchema,
  /** Null: a quantity for which no indicator was found; a person may choose one. */
  indicatorId: z.string().nullable(),
  format: bindingFormatSchema.nullable(),
  /** 0–1. */
  confidence: z.number().min(0).max(1),
  /** May be accepted together with all other safe ones, unread. */
  safe: z.boolean(),
  /** Why: words of the text and of the indicator that agree, for the person. */
  evidence: z.string(),
});
export type QuantityProposal = z.infer<typeof quantityProposalSchema>;

export const acceptedQuantitySchema = quantityProposalSchema
  .pick({ chapterId: true, paragraph: true, start: true, end: true, text: true })
  .extend({ indicatorId: z.string().min(1), format: bindingFormatSchema });
/** A quantity that a person has said is none of the indicators. */
export const declinedQuantitySchema = quantityProposalSchema.pick({
  chapterId: true,
  paragraph: true,
  start: true,
  end: true,
});

export type AcceptedQuantity = z.infer<typeof acceptedQuantitySchema>;
