/**
 * node tests/e2e/support/serve-with-drives.ts WORKSPACE DRIVES [EDITION]: the loopback door as `serve` opens it, on the core's
 * own sources and the built renderer, except that the drives are the folders in DRIVES, and that the program takes itself
 * for the edition that stands at EDITION, whose files it updates.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../../src/main/core/app.ts';
import { createBrowserHostMethods } from '../../../src/main/http/browser-host-methods.ts';
import { startHttpDoor } from '../../../src/main/http/door.ts';
import { nodeDependencies } from '../../../src/main/node/dependencies.ts';
import { createDispatcher } from '../../../src/main/node/dispatch.ts';
import { findEdition } from '../../../src/main/node/edition/edition-layout.ts';
import { createFileTransfer } from '../../../src/main/node/host-methods.ts';
import { programFolders, readProgramVersion } from '../../../src/main/node/program-folders.ts';
import { createReceivedFiles } from '../../../src/main/node/received-files.ts';
import { describeCopy, type ProgramCopy } from '../../../src/main/node/update/update-manner.ts';
import { createUpdateMethods } from '../../../src/main/node/update/update-methods.ts';
import { createFolderDrives } from './drive-folder.ts';

const [workspaceFolder = '', driveFolder = '', editionRoot = ''] = process.argv.slice(2);
const folders = programFolders(join(import.meta.dirname, '../../../src/main/cli'));
const dependencies = {
  ...nodeDependencies(folders, workspaceFolder, 'http'),
  drives: createFolderDrives(driveFolder),
};
const opened = await createApp({ ...dependencies, workspaceFolder });
if (!opened.ok) throw new Error(`the workspace does not open: ${JSON.stringify(opened.error)}`);
const received = createReceivedFiles({ grants: dependencies.grants, temporaryRoot: tmpdir() });
const version = readProgramVersion(folders);
const describeEdition = (): ProgramCopy => {
  const installed = findEdition(join(editionRoot, 'versions', version, 'program/dist/main'));
  const updateKey = installed?.edition.updateKey ?? null;
  if (installed === null || updateKey === null) return describeCopy(folders);
  return { manner: 'stick', version, copy: { installed, runningVersion: version, updateKey } };
};
const host = createBrowserHostMethods(
  createFileTransfer(dependencies.grants, received),
  version,
  undefined,
  createUpdateMethods({
    ...dependencies,
    describe: describeEdition,
    app: opened.value,
    environment: process.env,
  }),
);
const door = await startHttpDoor({
  dispatch: createDispatcher(opened.value, host, dependencies.log),
  rendererFolder: folders.renderer,
  port: 0,
});
process.stdout.write(`${door.url}\n`);
process.on('SIGTERM', () => {
  void door.close().then(() => {
    received.close();
    opened.value.close();
    process.exit(0);
  });
});
