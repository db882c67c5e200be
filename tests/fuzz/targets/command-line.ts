/** The words of the command line, on a workspace of their own. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../../src/main/cli/commands/index.ts';
import { runCommandLine } from '../../../src/main/cli/run.ts';
import { programFolders } from '../../../src/main/node/program-folders.ts';
import { createResourceFolder } from '../../../src/main/node/resource-folder.ts';
import { createTranslate } from '../../../src/main/node/translate.ts';
import { prepareWorkspace } from '../../faults/damaged-workspace.ts';
import { foreseeable, resourcesFolder } from '../../support/foreseeable.ts';
import { awkwardTexts, mutateText } from '../mutate/text.ts';
import type { Random } from '../random.ts';
import { docxSeeds } from '../seeds/documents.ts';
import { type FuzzTarget, mustHold } from '../target.ts';

const translate = createTranslate(createResourceFolder(resourcesFolder), 'zh-CN');
/** A door waits to be used, and the whole job on the sample takes seconds: their words are read like all others. */
const tried = commands.filter(({ name }) => name !== 'serve' && name !== 'demo');

const values = [
  '2024',
  '2023',
  '1999',
  '99999',
  '-1',
  '2024.5',
  'docx',
  'xlsx',
  'pdf',
  'plain',
  'formal',
  'public',
  'draft',
  '58',
  'newest',
  'salvage',
  'disputes.screened',
  'disputes.screened=58',
  'townLawReport',
  '=',
  '--',
  '-',
  '--json',
  '--help',
  '-h',
  '--no-json',
  '--data',
  'a'.repeat(5000),
  ...awkwardTexts,
];
/** Paths are below the run's own folder, whatever else is odd about them. */
const paths = [
  'data',
  'report.docx',
  'missing',
  'new folder',
  'a\nb',
  'data/资料库.xbdb',
  'broken.docx',
  'report.docx/x',
  `${'长'.repeat(80)}`,
];

const place = '{folder}';

function wordsFrom(random: Random): string[] {
  const command = random.pick(tried);
  const path = () => `${place}/${random.pick(paths)}`;
  const word = () => (random.chance(0.5) ? path() : random.pick(values));
  const words = [random.chance(0.05) ? mutateText(command.name, random) : command.name];
  // A name of a file is never left to the folder that the tests run in.
  for (const _ of command.positionals) if (random.chance(0.9)) words.push(path());
  if (random.chance(0.1)) words.push(path());
  for (const [name, option] of Object.entries(command.options)) {
    if (name === 'data' ? random.chance(0.1) : random.chance(0.5)) continue;
    const value =
      name === 'data' ? `${place}/data` : /out|dir|folder|to|from|file/i.test(name) ? path() : word();
    words.push(
      ...(option.type === 'boolean'
        ? [`--${name}`]
        : random.chance(0.2)
          ? [`--${name}=${value}`]
          : [`--${name}`, value]),
    );
  }
  if (random.chance(0.4)) words.push('--json');
  if (random.chance(0.1))
    words.splice(1 + random.below(words.length), 0, random.pick(values.filter((one) => one.startsWith('-'))));
  return words;
}

/** Whether every word that could be taken for a path begins with the run's folder. */
function staysInside(words: readonly string[]): boolean {
  const rest = words.slice(1).filter((word) => !word.startsWith('-'));
  return (
    rest.every((word) => word.startsWith(place) || values.includes(word)) &&
    words.some((word) => word.startsWith(place))
  );
}

export const commandLineTarget: FuzzTarget = {
  name: 'command-line',
  async prepare(root) {
    const source = join(root, 'source');
    mkdirSync(join(source, 'data'), { recursive: true });
    await prepareWorkspace(join(source, 'data'), foreseeable());
    const [report] = await docxSeeds();
    writeFileSync(join(source, 'report.docx'), report ?? new Uint8Array());
    writeFileSync(join(source, 'broken.docx'), 'PK\x03\x04');
    return {
      make(random) {
        let words = wordsFrom(random);
        while (!staysInside(words)) words = wordsFrom(random);
        return { name: 'words.json', bytes: new Uint8Array(Buffer.from(JSON.stringify(words))) };
      },
      async attempt({ bytes }) {
        const folder = mkdtempSync(join(root, 'run-'));
        try {
          cpSync(source, folder, { recursive: true });
          const words: string[] = JSON.parse(Buffer.from(bytes).toString());
          const result = await runCommandLine(
            words.map((word) => word.replace(place, folder)),
            {
              environment: {},
              home: join(folder, 'home'),
              folders: programFolders(join(import.meta.dirname, '../../../src/main/cli')),
              translate,
              print: () => {},
              untilInterrupted: async () => {},
            },
          );
          const said = result.standardOutput + result.standardError;
          mustHold(said.trim() !== '', 'a command says what became of it');
          mustHold(!/\{\{\w+\}\}/.test(said), 'a sentence has no hole');
          mustHold(!/^(cli|errors):/m.test(said), 'a sentence is there for it');
          if (
            words.includes('--json') &&
            result.exitCode !== 2 &&
            !words.includes('--help') &&
            !words.includes('-h') &&
            !words.includes('--')
          ) {
            JSON.parse(result.standardOutput);
          }
          return result.exitCode === 0 ? 'accepted' : 'refused';
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      },
    };
  },
};
