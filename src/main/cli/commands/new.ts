import { carriedParagraphs } from '../../../shared/domain/document.ts';
import { type Command, dataOption, parseYear, requireText } from '../command.ts';
import { chooseTemplate, findReportOfYear } from '../find-report.ts';
import { withSession, workspaceFolder } from '../session.ts';

export const newCommand: Command = {
  name: 'new',
  positionals: [],
  options: {
    ...dataOption,
    year: { type: 'string' },
    from: { type: 'string' },
    template: { type: 'string' },
    outline: { type: 'string' },
  },
  async run(input, surroundings) {
    const year = parseYear(requireText(input, 'year'));
    const from = input.text('from');
    const fromYear = from === undefined ? null : parseYear(from);
    return withSession(workspaceFolder(input, surroundings), surroundings, async (session) => {
      const template = await chooseTemplate(session, input.text('template'));
      const predecessor = fromYear === null ? null : await findReportOfYear(session, fromYear, template.key);
      // Last year's own outline is what a town expects to see again; a new report takes the first that is offered.
      const outlineKey =
        input.text('outline') ?? (predecessor === null ? (template.outlines[0]?.key ?? null) : null);
      const { id } = await session.call('report.create', {
        templateKey: template.key,
        outlineKey,
        year,
        predecessorId: predecessor?.id ?? null,
      });
      const { report, chapters } = await session.call('report.read', { id });
      const carried = chapters.reduce((sum, { body }) => sum + carriedParagraphs(body), 0);
      return {
        exitCode: 0,
        json: { id, year, title: report.title, chapters: chapters.length, carriedParagraphs: carried },
        text: surroundings.translate('cli:new.done', {
          title: report.title,
          chapters: chapters.length,
          carried,
        }),
      };
    });
  },
};
