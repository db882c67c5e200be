/** The fictional sample township shipped under resources/sample: what the first-run tour, the demo and tests use. */
import { z } from 'zod';
import { type ChapterDocument, emptyDocument } from './document.ts';
import { imprintSchema } from './imprint.ts';
import {
  type Chapter,
  chapterKinds,
  decimalSchema,
  type Observation,
  organizationSchema,
  reportingYearSchema,
  reportStates,
} from './model.ts';
import { parseStarter } from './starter.ts';

export interface SampleChapter {
  kind: (typeof chapterKinds)[number];
  heading: string;
  runIn?: boolean | undefined;
  templateChapter: string | null;
  /** In the placeholder notation of starter.ts. `carriedFrom` marks a paragraph not yet decided. */
  paragraphs: { text: string; carriedFrom?: number | undefined }[];
  done?: boolean | undefined;
  children?: SampleChapter[] | undefined;
}

export const sampleChapterSchema: z.ZodType<SampleChapter> = z.object({
  kind: z.enum(chapterKinds),
  heading: z.string(),
  runIn: z.boolean().optional(),
  templateChapter: z.string().nullable(),
  paragraphs: z.array(z.object({ text: z.string().min(1), carriedFrom: reportingYearSchema.optional() })),
  done: z.boolean().optional(),
  get children() {
    return z.array(sampleChapterSchema).optional();
  },
});

export const sampleSchema = z.object({
  schema: z.literal(1),
  templateKey: z.string(),
  organization: organizationSchema,
  observations: z.array(
    z.object({
      indicator: z.string(),
      year: reportingYearSchema,
      value: z.union([decimalSchema, z.literal('notApplicable')]),
      state: z.enum(['confirmed', 'carried']).default('confirmed'),
      source: z.string().default(''),
    }),
  ),
  /** Oldest first; each starts from the one before. */
  reports: z.array(
    z.object({
      year: reportingYearSchema,
      title: z.string(),
      documentNumber: z.string(),
      issuedOn: z.iso.date().nullable(),
      imprint: imprintSchema,
      state: z.enum(reportStates),
      chapters: z.array(sampleChapterSchema).min(1),
    }),
  ),
});
export type Sample = z.infer<typeof sampleSchema>;

/** The sample's numbers as a workspace holds them, whose indicators' ids are the template's keys. */
export function sampleObservations(sample: Sample): Observation[] {
  return sample.observations.map(({ indicator, year, value, state, source }) => ({
    indicatorId: indicator,
    year,
    entry: value === 'notApplicable' ? { kind: 'notApplicable' } : { kind: 'number', value },
    state,
    source,
    note: '',
    evidence: '',
  }));
}

/** Who chapters and bindings are, and what is known of the indicators that the sentences name. */
export interface SampleIdentities {
  newId: () => string;
  indicator: Parameters<typeof parseStarter>[2];
}

function sampleBody({ paragraphs }: SampleChapter, { newId, indicator }: SampleIdentities): ChapterDocument {
  if (paragraphs.length === 0) return emptyDocument();
  return {
    type: 'doc',
    content: paragraphs.map(({ text, carriedFrom }) => {
      const parsed = parseStarter(text, newId, indicator);
      // The shipped sample is checked by a test; here a fault in it is a bug.
      if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`);
      return { type: 'paragraph', attrs: { carriedFrom: carriedFrom ?? null }, content: parsed.nodes };
    }),
  };
}

/** A sample report's chapters as a workspace holds them, with their children, parents before children. */
export function sampleChapters(
  chapters: readonly SampleChapter[],
  identities: SampleIdentities,
  parentId: string | null = null,
): Chapter[] {
  return chapters.flatMap((chapter, position) => {
    const id = identities.newId();
    return [
      {
        id,
        parentId,
        position,
        kind: chapter.kind,
        heading: chapter.heading,
        runIn: chapter.runIn ?? false,
        templateChapterKey: chapter.templateChapter,
        body: sampleBody(chapter, identities),
        done: chapter.done ?? false,
        revision: 0,
      },
      ...sampleChapters(chapter.children ?? [], identities, id),
    ];
  });
}
