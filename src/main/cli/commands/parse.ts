import type { Command } from '../command.ts';
import { parseFile } from '../parse-file.ts';

export const parse: Command = {
  name: 'parse',
  positionals: ['FILE'],
  options: {},
  async run(input, { translate }) {
    const parsed = await parseFile(input.positionals[0] ?? '');
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
