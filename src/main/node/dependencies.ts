/** What the core is given by every door: the system's clock and identities, the shipped resources, the log file. */
import { randomUUID } from 'node:crypto';
import type { AppDependencies, Holder } from '../core/ports.ts';
import { createDrives } from './drives/drives.ts';
import { createFileGrants } from './file-grants.ts';
import { createInstalledFonts } from './fonts/installed-fonts.ts';
import { createShippedFonts } from './fonts/shipped-fonts.ts';
import { describeHolder } from './holder.ts';
import { journalFolders } from './journal-folders.ts';
import { createLogFile } from './log-file.ts';
import { createMachine } from './machine.ts';
import { createChromiumEngine } from './pdf/chromium-engine.ts';
import { type ProgramFolders, readProgramVersion } from './program-folders.ts';
import { listRendererFilesIfBuilt } from './renderer-files.ts';
import { createResourceFolder } from './resource-folder.ts';
import { systemClock, systemTimers } from './system-clock.ts';

export function nodeDependencies(
  folders: ProgramFolders,
  workspaceFolder: string,
  door: Holder['door'],
): AppDependencies {
  const log = createLogFile({ workspaceFolder, clock: systemClock });
  const files = () => listRendererFilesIfBuilt(folders.renderer);
  return {
    clock: systemClock,
    timers: systemTimers,
    newId: randomUUID,
    grants: createFileGrants(),
    resources: createResourceFolder(folders.resources),
    log,
    holder: describeHolder(door),
    pdf: createChromiumEngine({ environment: process.env, log, files }),
    installedFonts: createInstalledFonts(),
    shippedFonts: createShippedFonts(files),
    machine: createMachine(),
    drives: createDrives(),
    programVersion: readProgramVersion(folders),
    journalFolders: journalFolders(),
  };
}
