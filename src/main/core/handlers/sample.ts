import type { ChapterDocument } from '../../../shared/domain/document.ts';
import { emptyDocument } from '../../../shared/domain/document.ts';
import { type Sample, type SampleChapter, sampleSchema } from '../../../shared/domain/sample.ts';
import { parseStarter } from '../../../shared/domain/starter.ts';
import type { Template } from '../../../shared/domain/template.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { WriteContext } from '../context.ts';
import { writeChapter } from '../storage/queries/chapters.ts';
import { writeObservation } from '../storage/queries/numbers.ts';
import { readOrganization, writeOrganization } from '../storage/queries/organization.ts';
import { insertReport, readReports } from '../storage/queries/reports.ts';
import { installTemplate } from '../storage/queries/templates.ts';
import type { CommandHandlers } from './kinds.ts';

export const sampleFile = 'sample/sample.json';

function indicatorLookup(template: Template) {
  const indicators = new Map(
    template.topics.flatMap((topic) =>
      topic.indicators.map((indicator) => [indicator.key, indicator] as const),
    ),
  );
  return (key: string) => indicators.get(key);
}

function sampleBody(
  chapter: SampleChapter,
  newId: () => string,
  lookup: ReturnType<typeof indicatorLookup>,
): ChapterDocument {
  if (chapter.paragraphs.length === 0) return emptyDocument();
  return {
    type: 'doc',
    content: chapter.paragraphs.map(({ text, carriedFrom }) => {
      const parsed = parseStarter(text, newId, lookup);
      // The shipped sample is checked by a test; here a fault in it is a bug.
      if (!parsed.ok) throw new Error(`sample: ${JSON.stringify(parsed.problem)}`);
      return { type: 'paragraph', attrs: { carriedFrom: carriedFrom ?? null }, content: parsed.nodes };
    }),
  };
}

function writeSampleChapters(
  context: WriteContext,
  reportId: string,
  chapters: readonly SampleChapter[],
  parentId: string | null,
  lookup: ReturnType<typeof indicatorLookup>,
): void {
  chapters.forEach((chapter, position) => {
    const id = context.newId();
    writeChapter(
      context.database,
      reportId,
      {
        id,
        parentId,
        position,
        kind: chapter.kind,
        heading: chapter.heading,
        runIn: chapter.runIn ?? false,
        templateChapterKey: chapter.templateChapter,
        body: sampleBody(chapter, context.newId, lookup),
        done: chapter.done ?? false,
        revision: 0,
      },
      context.now,
    );
    writeSampleChapters(context, reportId, chapter.children ?? [], id, lookup);
  });
}

function fill(context: WriteContext, sample: Sample): string {
  const { database, newId, now } = context;
  const template = context.templates.require(sample.templateKey);
  writeOrganization(database, sample.organization);
  installTemplate(database, template);
  for (const { indicator, year, value, state, source } of sample.observations) {
    writeObservation(
      database,
      {
        indicatorId: indicator,
        year,
        entry: value === 'notApplicable' ? { kind: 'notApplicable' } : { kind: 'number', value },
        state,
        source,
        note: '',
      },
      now,
    );
  }
  let predecessorId: string | null = null;
  for (const report of sample.reports) {
    const id = newId();
    insertReport(database, {
      id,
      templateKey: template.key,
      templateVersion: template.version,
      year: report.year,
      title: report.title,
      documentNumber: report.documentNumber,
      addressee: sample.organization.addressee,
      signature: sample.organization.name,
      issuedOn: report.issuedOn,
      state: report.state,
      origin: predecessorId === null ? 'template' : 'rolled',
      predecessorId,
      updatedAt: now,
    });
    writeSampleChapters(context, id, report.chapters, null, indicatorLookup(template));
    predecessorId = id;
  }
  if (predecessorId === null) throw new Error('sample: no reports');
  return predecessorId;
}

export const sampleCommands = {
  'sample.open': (context) => {
    if (readOrganization(context.database) !== null || readReports(context.database).length > 0) {
      throw new ExpectedFailure('sample.workspaceNotEmpty');
    }
    const sample = sampleSchema.parse(JSON.parse(context.resources.readText(sampleFile)));
    return { reportId: fill(context, sample) };
  },
} satisfies Partial<CommandHandlers>;
