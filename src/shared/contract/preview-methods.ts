/** The pages as they will print. */
import { z } from 'zod';
import { formatProfileSchema } from '../domain/format-profile-schema.ts';
import { exportModes, looks } from '../domain/look.ts';
import { documentPageSchema } from '../domain/paged-document.ts';
import { method } from './method.ts';

/** A page is named by its content. */
const pageHash = z.string().regex(/^[0-9a-f]{64}$/);

/** More pages than any report has. */
const mostKnownPages = 2000;

export const previewMethods = {
  /**
   * The report on its pages, in order. Of those whose hashes the caller names only the hash comes back, so that a change
   * on one page costs one page.
   */
  'preview.pages': method(
    'query',
    z.object({
      reportId: z.string(),
      look: z.enum(looks),
      mode: z.enum(exportModes),
      known: z.array(pageHash).max(mostKnownPages),
    }),
    z.object({
      title: z.string(),
      pages: z.array(z.object({ hash: pageHash, page: documentPageSchema.nullable() })),
      /** What drawing needs of the report's format. */
      format: formatProfileSchema.pick({ fonts: true, westernFont: true }),
    }),
  ),
} as const;
