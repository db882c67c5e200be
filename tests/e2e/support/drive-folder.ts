/**
 * Drives for a journey: each folder within one folder is a drive, called by its name; plugging in is making it, pulling
 * out is taking it away. What else is to be true of it stands in a file beside it. They are real folders, written and
 * read as any other; only what a system would tell of a drive (label, room, rights) is told from here (see README).
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Drives, RemovableDrive } from '../../../src/main/core/ports.ts';

/** What is told of a drive. */
export type DriveFacts = Partial<Pick<RemovableDrive, 'fileSystem' | 'freeBytes' | 'readOnly' | 'busy'>> & {
  /** Milliseconds that the drive takes to tell of itself before something is written. */
  answersAfter?: number;
};

function factsOf(path: string): DriveFacts {
  const file = `${path}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** The port of the core, as the test server gives it. */
export function createFolderDrives(folder: string): Drives {
  const describe = (label: string): RemovableDrive => {
    const path = join(folder, label);
    const { bavail, bsize, blocks } = statfsSync(path);
    const measured = { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    const { answersAfter: _, ...facts } = factsOf(path);
    return { path, label, fileSystem: 'exfat', ...measured, readOnly: false, busy: false, ...facts };
  };
  const list = () =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => describe(name));
  return {
    list: async () => list(),
    volume: async (path) => {
      const drive = list().find((one) => path === one.path || path.startsWith(`${one.path}/`));
      if (drive) await setTimeout(factsOf(drive.path).answersAfter ?? 0);
      return {
        label: drive?.label ?? '',
        fileSystem: drive?.fileSystem ?? '',
        freeBytes: drive?.freeBytes ?? null,
        readOnly: drive?.readOnly ?? false,
        longestPath: null,
      };
    },
  };
}

/** What a person does with drives. */
export interface DriveSlots {
  /** Plugs a drive in, anew or the one that was pulled out; answers the folder that it is. */
  plugIn(label: string, facts?: DriveFacts): string;
  pullOut(label: string): void;
}

export function createDriveSlots(folder: string): DriveSlots {
  const inside = (label: string) => join(folder, label);
  const outside = (label: string) => join(folder, `.${label}`);
  return {
    plugIn(label, facts = {}) {
      writeFileSync(`${inside(label)}.json`, JSON.stringify(facts));
      if (existsSync(outside(label))) renameSync(outside(label), inside(label));
      else mkdirSync(inside(label));
      return inside(label);
    },
    pullOut: (label) => renameSync(inside(label), outside(label)),
  };
}
