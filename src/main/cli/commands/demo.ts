import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ChapterDocument, ParagraphNode } from '../../../shared/domain/document.ts';
import { isBlankDocument } from '../../../shared/domain/document.ts';
import type { Indicator } from '../../../shared/domain/model.ts';
import { sampleObservations, sampleSchema } from '../../../shared/domain/sample.ts';
import { parseStarter, starterReferences } from '../../../shared/domain/starter.ts';
import { writeFileAtomically } from '../../core/export/atomic-write.ts';
import { createResourceFolder } from '../../node/resource-folder.ts';
import { type Command, CommandFailure } from '../command.ts';
import { type Session, withSession } from '../session.ts';

const lastYearFile = 'last-year-report.txt';
const summaryFile = '示例小结.txt';

function withStarters(
  body: ChapterDocument,
  starters: readonly string[],
  indicators: ReadonlyMap<string, Indicator>,
  newId: () => string,
): ChapterDocument {
  const added = starters.flatMap((starter): ParagraphNode[] => {
    const parsed = parseStarter(starter, newId, (key) => indicators.get(key));
    return parsed.ok ? [{ type: 'paragraph', attrs: { carriedFrom: null }, content: parsed.nodes }] : [];
  });
  if (added.length === 0) return body;
  return { type: 'doc', content: isBlankDocument(body) ? added : [...body.content, ...added] };
}

/** As a clerk would from «素材»: the template's starter sentences of each chapter, bound to the tables. */
async function insertStarters(session: Session, reportId: string): Promise<number> {
  const { chapters } = await session.call('report.read', { id: reportId });
  const guidance = await session.call('report.guidance', { id: reportId });
  const tables = await session.call('numbers.read', {});
  const indicators = new Map(tables.indicators.map((indicator) => [indicator.id, indicator]));
  const starters = new Map(guidance.chapters.map((chapter) => [chapter.key, chapter.starters]));
  let count = 0;
  let next = 0;
  for (const { id, revision, body, templateChapterKey } of chapters) {
    // Starters without a number are alternatives to what is there already; a clerk would take one, not all.
    const offered = (starters.get(templateChapterKey ?? '') ?? []).filter(
      (starter) => starterReferences(starter).length > 0,
    );
    const extended = withStarters(body, offered, indicators, () => {
      next += 1;
      return `demo-${next}`;
    });
    if (extended === body) continue;
    count += extended.content.length - body.content.length;
    await session.call('chapter.saveBody', { id, revision, body: extended });
  }
  return count;
}

/**
 * The whole job without a screen, on the fictional township: last year's report is brought in, this year's begun from
 * it, the tables filled, the prose bound to them, and a draft exported.
 */
export const demo: Command = {
  name: 'demo',
  positionals: ['DIR'],
  options: {},
  async run(input, surroundings) {
    const { translate } = surroundings;
    const folder = resolve(input.positionals[0] ?? '');
    const resources = createResourceFolder(surroundings.folders.resources);
    const sample = sampleSchema.parse(JSON.parse(resources.readText('sample/sample.json')));
    try {
      mkdirSync(folder, { recursive: true });
    } catch {
      throw new CommandFailure({ code: 'workspace.notWritable', parameters: { path: folder } });
    }
    const year = Math.max(...sample.reports.map((report) => report.year));

    const result = await withSession(folder, surroundings, async (session) => {
      const { reports } = await session.call('workspace.status', {});
      if (reports.length > 0) {
        throw new CommandFailure({ code: 'sample.workspaceNotEmpty', parameters: { path: folder } });
      }
      await session.call('organization.save', sample.organization);
      const grant = session.grants.grant(join(surroundings.folders.resources, 'sample', lastYearFile));
      const { parsed } = await session.call('import.preview', { grant });
      const imported = await session.call('import.commit', {
        grant,
        templateKey: sample.templateKey,
        year: year - 1,
      });
      const begun = await session.call('report.create', {
        templateKey: sample.templateKey,
        outlineKey: null,
        year,
        predecessorId: imported.id,
      });
      // What the offices would have handed in: the numbers of this year and of the two that it is compared with.
      const observations = sampleObservations(sample).filter(
        (one) => one.year >= year - 2 && one.year <= year,
      );
      await session.call('numbers.set', { observations });
      const starters = await insertStarters(session, begun.id);
      const exported = await session.call('export.docx', {
        reportId: begun.id,
        mode: 'draft',
        target: null,
      });
      const { report, chapters } = await session.call('report.read', { id: begun.id });
      return { parsed, observations, starters, exported, report, chapters };
    });

    const { parsed, observations, starters, exported, report, chapters } = result;
    const facts = {
      title: report.title,
      lastYear: year - 1,
      headings: parsed.headings.length,
      paragraphs: parsed.paragraphs.length,
      dropped: parsed.dropped.length,
      chapters: chapters.length,
      observations: observations.length,
      starters,
      checked: exported.numbers.checked,
      unequal: exported.numbers.unequal,
      unresolved: exported.unresolved.length,
      carried: exported.carriedParagraphs,
      docx: exported.path,
      sha256: exported.sha256,
    };
    const summary = translate('cli:demo.summary', facts);
    const summaryPath = join(folder, summaryFile);
    const written = await writeFileAtomically(summaryPath, Buffer.from(`${summary}\n`));
    if (!written.ok) throw new CommandFailure(written.error);
    return { exitCode: 0, json: { ...facts, summary: summaryPath }, text: summary };
  },
};
