/** The command line as its users see it, without a process, and a workspace with the sample to run it on. */
import { join } from 'node:path';
import { runCommandLine } from '../../src/main/cli/run.ts';
import { programFolders } from '../../src/main/node/program-folders.ts';
import { createResourceFolder } from '../../src/main/node/resource-folder.ts';
import { createTranslate } from '../../src/main/node/translate.ts';
import { openTestApp, resourcesFolder, temporaryFolder } from './workspace.ts';

const translate = createTranslate(createResourceFolder(resourcesFolder), 'zh-CN');

/** One command line in Chinese. */
export function xiangbao(...words: string[]) {
  return runCommandLine(words, {
    environment: {},
    home: '/nowhere',
    folders: programFolders(join(import.meta.dirname, '../../src/main/cli')),
    translate,
    print: () => {},
    untilInterrupted: async () => {},
  });
}

/** The folder of a closed workspace with the sample. */
export async function sampleFolder(): Promise<string> {
  const folder = temporaryFolder();
  const app = await openTestApp(folder);
  await app.call('sample.open', {});
  app.app.close();
  return folder;
}
