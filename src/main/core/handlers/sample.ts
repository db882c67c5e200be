import type { Chapter } from '../../../shared/domain/model.ts';
import {
  type Sample,
  type SampleIdentities,
  sampleChapters,
  sampleObservations,
  sampleSchema,
} from '../../../shared/domain/sample.ts';
import type { Predecessor } from '../../../shared/domain/start-report.ts';
import type { Template } from '../../../shared/domain/template.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { writeChapter } from '../storage/queries/chapters.ts';
import { readNumberTables, writeObservation } from '../storage/queries/numbers.ts';
import { readOrganization, writeOrganization } from '../storage/queries/organization.ts';
import { insertReport, readReportTitles } from '../storage/queries/reports.ts';
import { writeRollBase } from '../storage/queries/roll-base.ts';
import { installTemplate } from '../storage/queries/templates.ts';
import type { CommandHandlers, ExclusiveHandlers, QueryHandlers } from './kinds.ts';
import { writePromises } from './reports.ts';
import { succeeded } from './succeeded.ts';

export const sampleFile = 'sample/sample.json';

function indicatorLookup(template: Template): SampleIdentities['indicator'] {
  const indicators = new Map(
    template.topics.flatMap((topic) =>
      topic.indicators.map((indicator) => [indicator.key, indicator] as const),
    ),
  );
  return (key) => indicators.get(key);
}

/** As if this report had been begun from the one before: its chapters know last year's, its promises are open. */
function connect(
  context: WriteContext,
  reportId: string,
  template: Template,
  chapters: readonly Chapter[],
  predecessor: Predecessor,
): void {
  for (const chapter of chapters) {
    const source = predecessor.chapters.find((old) => old.heading === chapter.heading);
    if (source === undefined) continue;
    writeRollBase(context.database, {
      chapterId: chapter.id,
      predecessorChapterId: source.id,
      body: source.body,
    });
  }
  writePromises(context, reportId, template, predecessor);
}

function fill(context: WriteContext, sample: Sample): string {
  const { database, newId, now } = context;
  const template = context.templates.require(sample.templateKey);
  // Whoever has entered the own unit first keeps it, now and when the sample is cleared.
  if (readOrganization(database) === null) writeOrganization(database, sample.organization);
  installTemplate(database, template);
  for (const observation of sampleObservations(sample)) writeObservation(database, observation, now);
  let last: (Predecessor & { id: string }) | null = null;
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
      imprint: report.imprint,
      formatProfileId: null,
      state: report.state,
      origin: last === null ? 'template' : 'rolled',
      predecessorId: last?.id ?? null,
      updatedAt: now,
    });
    const chapters = sampleChapters(report.chapters, { newId, indicator: indicatorLookup(template) });
    for (const chapter of chapters) writeChapter(database, id, chapter, now);
    if (last !== null) connect(context, id, template, chapters, last);
    last = { id, year: report.year, chapters };
  }
  if (last === null) throw new Error('sample: no reports');
  return last.id;
}

function readSample({ resources }: ReadContext): Sample {
  return sampleSchema.parse(JSON.parse(resources.readText(sampleFile)));
}

/** What of the sample is in the workspace: its reports are known by year and title, also those put out of sight. */
function sampleState(context: ReadContext) {
  const titles = readReportTitles(context.database);
  const sample = readSample(context);
  const isSample = ({ year, title }: { year: number; title: string }) =>
    sample.reports.some((report) => report.year === year && report.title === title);
  if (!titles.some(isSample)) return null;
  const visible = titles.filter(({ removed }) => !removed);
  return {
    reportId: visible.find(isSample)?.id ?? null,
    ownReports: visible.filter((report) => !isSample(report)).length,
  };
}

export const sampleQueries = {
  'sample.state': (context) => ({ sample: sampleState(context) }),
} satisfies Partial<QueryHandlers>;

export const sampleExclusives = {
  'sample.clear': async (context) => {
    const sample = sampleState(context);
    if (sample === null) throw new ExpectedFailure('sample.notThere');
    if (sample.ownReports > 0) throw new ExpectedFailure('sample.ownReports', { count: sample.ownReports });
    const unit = readOrganization(context.database);
    const own = unit?.name === readSample(context).organization.name ? null : unit;
    return succeeded(
      await context.backups.beginAfresh((database) => own && writeOrganization(database, own)),
    );
  },
} satisfies Partial<ExclusiveHandlers>;

export const sampleCommands = {
  'sample.open': (context) => {
    const { observations } = readNumberTables(context.database);
    if (readReportTitles(context.database).length > 0 || observations.length > 0) {
      throw new ExpectedFailure('sample.workspaceNotEmpty');
    }
    return { reportId: fill(context, readSample(context)) };
  },
} satisfies Partial<CommandHandlers>;
