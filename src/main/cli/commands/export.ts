import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suggestedFileName } from '../../core/export/export-report.ts';
import { type Command, dataOption, parseYear, requireText } from '../command.ts';
import { findReportOfYear } from '../find-report.ts';
import { withSession, workspaceFolder } from '../session.ts';

/** `--to` names a folder that exists, or the file itself. */
function targetFile(to: string, fileName: string): string {
  const path = resolve(to);
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? join(path, fileName) : path;
}

export const exportCommand: Command = {
  name: 'export',
  positionals: [],
  options: {
    ...dataOption,
    year: { type: 'string' },
    template: { type: 'string' },
    to: { type: 'string' },
    draft: { type: 'boolean' },
  },
  async run(input, surroundings) {
    const year = parseYear(requireText(input, 'year'));
    const to = input.text('to');
    return withSession(workspaceFolder(input, surroundings), surroundings, async (session) => {
      const report = await findReportOfYear(session, year, input.text('template'));
      const written = await session.call('export.docx', {
        reportId: report.id,
        mode: input.flag('draft') ? 'draft' : 'formal',
        target: to === undefined ? null : session.grants.grant(targetFile(to, suggestedFileName(report))),
      });
      const { path, sha256, numbers, unresolved, carriedParagraphs } = written;
      return {
        exitCode: 0,
        json: { files: [{ path, sha256 }], numbers, unresolved, carriedParagraphs },
        text: surroundings.translate('cli:export.done', {
          path,
          checked: numbers.checked,
          unresolved: unresolved.length,
          carried: carriedParagraphs,
        }),
      };
    });
  },
};
