import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { maximumFileBytes } from '../../../shared/contract.ts';
import { parseReportFile } from '../../core/import/import-file.ts';
import { type Command, CommandFailure } from '../command.ts';

function readInput(path: string): Uint8Array {
  const name = basename(path);
  try {
    if (statSync(path).size > maximumFileBytes) {
      throw new CommandFailure({
        code: 'file.tooLarge',
        parameters: { name, limit: maximumFileBytes / 1024 / 1024 },
      });
    }
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new CommandFailure({ code: missing ? 'file.notFound' : 'file.unreadable', parameters: { name } });
  }
}

export const parse: Command = {
  name: 'parse',
  positionals: ['FILE'],
  options: {},
  async run(input, { translate }) {
    const path = input.positionals[0] ?? '';
    const outcome = parseReportFile(basename(path), readInput(path));
    if (!outcome.ok) throw new CommandFailure(outcome.error);
    const parsed = outcome.value;
    const lines = [
      translate('cli:parse.summary', {
        title: parsed.title ?? '',
        year: parsed.year ?? '',
        paragraphs: parsed.paragraphs.length,
        dropped: parsed.dropped.length,
      }),
      ...parsed.headings.map(({ level, marker, text }) => `${'  '.repeat(level)}${marker}${text}`),
    ];
    return { exitCode: 0, json: parsed, text: lines.join('\n') };
  },
};
