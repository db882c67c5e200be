import { join } from 'node:path';
import type { AppDependencies } from '../../src/main/core/ports.ts';
import { createFileGrants } from '../../src/main/node/file-grants.ts';
import { createResourceFolder } from '../../src/main/node/resource-folder.ts';

import { idlePorts } from '../support/idle-ports.ts';

const resourcesFolder = join(import.meta.dirname, '..', '..', 'resources');
let ids = 0;
let seconds = 0;

/** A core that needs no test runner around it. */
export function faultDependencies(): AppDependencies {
  return {
    clock: {
      now: () => {
        seconds += 1;
        return new Date(Date.UTC(2025, 0, 6, 1, 0, seconds));
      },
    },
    timers: { repeat: () => () => {} },
    newId: () => {
      ids += 1;
      return `id-${String(ids).padStart(6, '0')}`;
    },
    grants: createFileGrants(),
    resources: createResourceFolder(resourcesFolder),
    log: { info: () => {}, warn: () => {} },
    ...idlePorts,
    holder: { door: 'cli', user: 'tester', host: 'desk', processId: process.pid },
  };
}
