/** What of last year stands in this year's text and is still to be decided. */
import { z } from 'zod';

/**
 * `year` a mention of a year; `date` a day or month; `meeting`, `document`, `person` a name; `number` a quantity that no
 * table feeds.
 */
export const openItemKinds = ['year', 'date', 'meeting', 'document', 'person', 'number'] as const;
export type OpenItemKind = (typeof openItemKinds)[number];

export const openItemSchema = z.object({
  kind: z.enum(openItemKinds),
  /** As it stands in the text. */
  text: z.string(),
  chapterId: z.string(),
  /** Heading with its marker, as displayed. */
  chapter: z.string(),
  /** Index of the paragraph in its chapter; null: it stands in the chapter's heading. */
  paragraph: z.number().int().min(0).nullable(),
  /** Indexes into the heading, or into the paragraph's text, in which each binding counts as one character (U+FFFC). */
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});
export type OpenItem = z.infer<typeof openItemSchema>;
