import type { AlignedPair } from '../../../shared/domain/alignment.ts';
import { compareTexts } from '../../../shared/domain/roll/compare.ts';
import {
  type Command,
  type CommandInput,
  type CommandSurroundings,
  dataOption,
  parseYear,
} from '../command.ts';
import { findReportOfYear } from '../find-report.ts';
import { parseFile } from '../parse-file.ts';
import { withSession, workspaceFolder } from '../session.ts';

const isYear = (word: string) => /^\d{4}$/.test(word);

/** The kept paragraphs of a file, in order. */
async function textsOfFile(path: string): Promise<string[]> {
  const { paragraphs } = await parseFile(path);
  return paragraphs.map(({ text }) => text);
}

async function comparePair(
  [left, right]: [string, string],
  input: CommandInput,
  surroundings: CommandSurroundings,
): Promise<AlignedPair[]> {
  if (!isYear(left) || !isYear(right)) {
    return compareTexts(await textsOfFile(left), await textsOfFile(right));
  }
  return withSession(workspaceFolder(input, surroundings), surroundings, async (session) => {
    const leftReport = await findReportOfYear(session, parseYear(left), input.text('template'));
    const rightReport = await findReportOfYear(session, parseYear(right), input.text('template'));
    const ids = { leftId: leftReport.id, rightId: rightReport.id };
    return (await session.call('report.compare', ids)).pairs;
  });
}

/** Two files, or two years of the workspace, side by side. */
export const compare: Command = {
  name: 'compare',
  positionals: ['A', 'B'],
  options: { ...dataOption, template: { type: 'string' } },
  async run(input, surroundings) {
    const [left = '', right = ''] = input.positionals;
    const pairs = await comparePair([left, right], input, surroundings);
    const lines = pairs
      .filter(({ kind }) => kind !== 'unchanged')
      .map(({ kind, left: before, right: after }) =>
        [surroundings.translate(`cli:compare.kind.${kind}`), before, after].filter(Boolean).join('\n  '),
      );
    return {
      exitCode: 0,
      json: pairs,
      text: [surroundings.translate('cli:compare.done', { count: lines.length }), ...lines].join('\n'),
    };
  },
};
