/** Entry of the command line: gathers the surroundings, prints, and sets the exit code. */
import { homedir } from 'node:os';
import { addonFailureSentence } from '../node/addon-failure.ts';
import { keepNewFilesPrivate } from '../node/private-files.ts';
import { programFolders } from '../node/program-folders.ts';
import { createResourceFolder } from '../node/resource-folder.ts';
import { createTranslate, languageFor } from '../node/translate.ts';
import { runCommandLine } from './run.ts';

keepNewFilesPrivate();
const folders = programFolders(import.meta.dirname);
const { env } = process;
const translate = createTranslate(
  createResourceFolder(folders.resources),
  languageFor(env.XIANGBAO_LANGUAGE ?? env.LC_ALL ?? env.LANG),
);

/** Ctrl+C may come twice, from the terminal and from `npm start`: the second must not end what the first began. */
const untilInterrupted = () =>
  new Promise<void>((resolve) => {
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
    // The terminal was closed; on Windows also its console, a few seconds before the system ends the program.
    process.on('SIGHUP', () => resolve());
  });

// Whoever started the program and read its first lines may have left: that is no reason to end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

try {
  const result = await runCommandLine(process.argv.slice(2), {
    environment: env,
    home: homedir(),
    folders,
    translate,
    print: (line) => process.stdout.write(`${line}\n`),
    untilInterrupted,
  });
  process.stdout.write(result.standardOutput);
  process.stderr.write(result.standardError);
  process.exitCode = result.exitCode;
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  const sentence =
    addonFailureSentence(error, process.platform, translate) ?? translate('errors:internal', { reason });
  process.stderr.write(`${sentence}\n`);
  if (env.XIANGBAO_DEBUG !== undefined)
    process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
  process.exitCode = 1;
}
