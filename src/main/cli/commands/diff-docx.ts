import { resolve } from 'node:path';
import { type Command, dataOption, parseYear, requireText } from '../command.ts';
import { findReportOfYear } from '../find-report.ts';
import { withSession, workspaceFolder } from '../session.ts';

/** What an edited export says differently from its report. Ends with 1 where it does. */
export const diffDocx: Command = {
  name: 'diff-docx',
  positionals: ['FILE'],
  options: { ...dataOption, year: { type: 'string' }, template: { type: 'string' } },
  async run(input, surroundings) {
    const year = parseYear(requireText(input, 'year'));
    const { translate } = surroundings;
    return withSession(workspaceFolder(input, surroundings), surroundings, async (session) => {
      const report = await findReportOfYear(session, year, input.text('template'));
      const grant = session.grants.grant(resolve(input.positionals[0] ?? ''));
      const { changes, numbers, comments, asides } = await session.call('returned.read', {
        reportId: report.id,
        grant,
      });
      const lines = [
        translate('cli:diff-docx.done', {
          title: report.title,
          changes: changes.length,
          numbers: numbers.length,
          comments: comments.length,
        }),
        ...changes.flatMap(({ kind, chapter, before, after }) => [
          `${translate(`returned:kind.${kind}`)}　${chapter}`,
          ...(before === null ? [] : [`- ${before}`]),
          ...(after === null ? [] : [`+ ${after}`]),
        ]),
        ...numbers.map(({ indicatorName, table, file }) => `${indicatorName}　${table} → ${file}`),
        ...comments.map(({ author, text, quote }) => `${author}　${quote}　${text}`),
      ];
      return {
        exitCode: changes.length + numbers.length > 0 ? 1 : 0,
        json: {
          changes: changes.map(({ kind, paragraph, chapter, role, before, after, refusal }) => ({
            kind,
            paragraph,
            chapter,
            role,
            before,
            after,
            takeable: refusal === null,
          })),
          numbers: numbers.map(({ indicatorId, indicatorName, year: numberYear, table, file }) => ({
            indicator: indicatorName,
            indicatorId,
            year: numberYear,
            table,
            file,
          })),
          comments: comments.map(({ author, date, text, quote, paragraph }) => ({
            author,
            date,
            text,
            quote,
            paragraph,
          })),
          asides,
        },
        text: lines.join('\n'),
      };
    });
  },
};
