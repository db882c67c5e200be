/** What a core is given in tests: a clock that moves by a second at each look, ids that count, nothing of this machine. */
import { join } from 'node:path';
import { noPdfEngine } from '../../src/main/core/export/pdf/no-pdf-engine.ts';
import type { AppDependencies } from '../../src/main/core/ports.ts';
import { noDrives } from '../../src/main/core/submission/no-drives.ts';
import { createFileGrants } from '../../src/main/node/file-grants.ts';
import { createResourceFolder } from '../../src/main/node/resource-folder.ts';

export const resourcesFolder = join(import.meta.dirname, '..', '..', 'resources');

const quietMachine = {
  systemName: 'Debian GNU/Linux 12',
  systemRelease: '6.1.0',
  architecture: 'x64',
  memoryBytes: 4 * 1024 ** 3,
  freeMemoryBytes: 1024 ** 3,
  node: '24.0.0',
  electron: '',
  chromium: '',
};

/** Dependencies for any number of cores, one after another; the clock and the ids go on from one to the next. */
export function foreseeable(): () => AppDependencies {
  let ids = 0;
  let seconds = 0;
  return () => ({
    clock: {
      now: () => {
        seconds += 1;
        return new Date(Date.UTC(2025, 0, 6, 1, 0, seconds));
      },
    },
    // A test that wants time to pass gives its own.
    timers: { repeat: () => () => {} },
    newId: () => {
      ids += 1;
      return `id-${String(ids).padStart(4, '0')}`;
    },
    grants: createFileGrants(),
    resources: createResourceFolder(resourcesFolder),
    log: { info: () => {}, warn: () => {} },
    holder: { door: 'cli', user: 'tester', host: 'desk', processId: process.pid },
    // Most tests have no use for an engine, for fonts and for drives.
    pdf: noPdfEngine,
    drives: noDrives,
    programVersion: '0.0.0',
    journalFolders: [],
    installedFonts: { families: async () => new Set<string>() },
    shippedFonts: { faces: async () => '' },
    machine: { facts: () => ({ ...quietMachine }) },
  });
}
