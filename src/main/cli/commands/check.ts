import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../../shared/domain/checks/finding.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';
import { workspaceFileName } from '../../core/storage/open.ts';
import { type Command, CommandFailure, type CommandSurroundings, dataOption, parseYear } from '../command.ts';
import { type Session, withSession, workspaceFolder } from '../session.ts';

/** Of the given year; without one the latest, as the clerk works on that one. */
async function chosenReport(session: Session, year: number | null, template: string | undefined) {
  const { reports } = await session.call('workspace.status', {});
  const found = reports
    .filter(({ templateKey }) => template === undefined || templateKey === template)
    .filter((report) => year === null || report.year === year)
    .toSorted((a, b) => b.year - a.year)[0];
  if (found !== undefined) return found;
  throw new CommandFailure({ code: 'report.notFound', parameters: { year: year ?? '' } });
}

/** Where a finding is: chapter and paragraph counted from 1, or the cell. */
function placeOf(
  { place }: Finding,
  chapters: ReadonlyMap<string, string>,
  indicatorName: (id: string) => string,
): string {
  switch (place.kind) {
    case 'cell':
      return `${indicatorName(place.indicatorId)} ${place.year}`;
    case 'chapter':
      return chapters.get(place.chapterId) ?? '';
    case 'text':
      return `${chapters.get(place.chapterId) ?? ''} ¶${place.paragraph + 1}`;
  }
}

function lineOf(finding: Finding, place: string, { translate }: CommandSurroundings): string {
  const { excerpt, rule, parameters } = finding;
  const sentence =
    excerpt === null
      ? ''
      : `${excerpt.text.slice(0, excerpt.start)}【${excerpt.text.slice(excerpt.start, excerpt.end)}】${excerpt.text.slice(excerpt.end)}`;
  return [place, translate(`check:rule.${rule}`, parameters), sentence].filter(Boolean).join('\n  ');
}

/** The list of the place 校核: what blocks a formal document, what is likely wrong, what deserves a look. */
export const check: Command = {
  name: 'check',
  positionals: [],
  options: { ...dataOption, year: { type: 'string' }, template: { type: 'string' } },
  async run(input, surroundings) {
    const givenYear = input.text('year');
    const year = givenYear === undefined ? null : parseYear(givenYear);
    const path = workspaceFolder(input, surroundings);
    // Opening a workspace would make one where there is none.
    if (!existsSync(join(path, workspaceFileName))) {
      throw new CommandFailure({
        code: 'file.notFound',
        parameters: { name: join(path, workspaceFileName) },
      });
    }
    return withSession(path, surroundings, async (session) => {
      const report = await chosenReport(session, year, input.text('template'));
      const { open, dismissed } = await session.call('finding.list', { reportId: report.id });
      const { profile } = await session.call('formatProfile.ofReport', { reportId: report.id });
      const { chapters } = await session.call('report.read', { id: report.id });
      const { indicators } = await session.call('numbers.read', {});
      const headings = new Map(
        numberChapters(chapters, profile.numbering).map(({ chapter, marker }) => [
          chapter.id,
          `${marker}${chapter.heading}`,
        ]),
      );
      const names = new Map(indicators.map(({ id, name }) => [id, name]));
      const groups = [...Map.groupBy(open, ({ severity }) => severity)].flatMap(([severity, findings]) => [
        '',
        surroundings.translate(`check:group.${severity}`),
        ...findings.map((finding) =>
          lineOf(
            finding,
            placeOf(finding, headings, (id) => names.get(id) ?? id),
            surroundings,
          ),
        ),
      ]);
      const summary = surroundings.translate('cli:check.done', {
        title: report.title,
        count: open.length,
        dismissed: dismissed.length,
      });
      return {
        exitCode: open.some(({ severity }) => severity !== 'hint') ? 1 : 0,
        json: { reportId: report.id, year: report.year, open, dismissed },
        text: [summary, ...groups].join('\n'),
      };
    });
  },
};
