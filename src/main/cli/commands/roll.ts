import { type Command, dataOption, parseYear, requireText } from '../command.ts';
import { chooseTemplate, findReportOfYear } from '../find-report.ts';
import { type Session, withSession, workspaceFolder } from '../session.ts';

/** The report of `year`, begun from `predecessorId` where there is none yet. */
async function reportOfYear(
  session: Session,
  templateKey: string,
  year: number,
  predecessorId: string,
): Promise<string> {
  const { reports } = await session.call('workspace.status', {});
  const existing = reports.find((report) => report.year === year && report.templateKey === templateKey);
  if (existing !== undefined) return existing.id;
  const begun = await session.call('report.create', { templateKey, outlineKey: null, year, predecessorId });
  return begun.id;
}

/** Rolls a report forward and lists what of last year is still to be decided in it. */
export const roll: Command = {
  name: 'roll',
  positionals: [],
  options: { ...dataOption, from: { type: 'string' }, to: { type: 'string' }, template: { type: 'string' } },
  async run(input, surroundings) {
    const from = parseYear(requireText(input, 'from'));
    const to = parseYear(requireText(input, 'to'));
    return withSession(
      workspaceFolder(input, surroundings),
      surroundings,
      async (session) => {
        const template = await chooseTemplate(session, input.text('template'));
        const predecessor = await findReportOfYear(session, from, template.key);
        const id = await reportOfYear(session, template.key, to, predecessor.id);
        const { items } = await session.call('report.openItems', { id });
        const lines = items.map(({ kind, text, chapter }) =>
          [surroundings.translate(`cli:roll.kind.${kind}`), text, chapter].join('\t'),
        );
        return {
          exitCode: 0,
          json: items.map(({ kind, text, chapter, paragraph }) => ({ kind, text, chapter, paragraph })),
          text: [surroundings.translate('cli:roll.done', { to, count: items.length }), ...lines].join('\n'),
        };
      },
      { backUpFirst: true },
    );
  },
};
