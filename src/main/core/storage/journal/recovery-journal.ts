/**
 * The recovery journal: what the workspace could not take, durable all the same. It needs no database. Each window
 * (`session`) has a file of its own; it grows at its end, and goes away when everything in it is saved.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { UnsavedItem, UnsavedReport } from '../../../../shared/domain/unsaved.ts';
import { done, failed, type Outcome } from '../../../../shared/errors.ts';
import { systemCode } from '../../export/system-failure.ts';
import type { Clock } from '../../ports.ts';
import { appendRecords, contentOf } from './journal-file.ts';
import {
  journalFileName,
  journalFolderName,
  makeJournalFolder,
  removeIfPossible,
  reserveRoom,
  takeReserve,
} from './journal-places.ts';
import { encodeRecord, type JournalRecord } from './journal-records.ts';
import { createLeftWork, type LeftWork } from './left-work.ts';

export interface RecoveryJournalOptions {
  workspaceFolder: string;
  workspacePath: string;
  workspaceId: string;
  /** Folders of this computer that take a journal which cannot stand beside the workspace, in this order. */
  otherFolders: readonly string[];
  clock: Clock;
}

export interface RecoveryJournal extends LeftWork {
  /**
   * Makes the items durable; those of the same key kept before are replaced. Without items it only says that the window
   * is still there. Errors: journal.notWritten, where no place could take them; journal.notFound, where there is nothing
   * to be still there for.
   */
  keep(session: string, report: UnsavedReport, items: readonly UnsavedItem[]): Outcome<KeptPlace>;
  /** The workspace has these now. A journal in which nothing is open any more is removed. */
  settle(session: string, reportId: string, keys: readonly string[]): void;
}

export interface KeptPlace {
  /** Beside the workspace, in contrast to another place on this computer. */
  beside: boolean;
  folder: string;
}

interface Begun {
  path: string;
  /** Bytes written so far, which is where the next record goes. */
  size: number;
}

interface OpenFile extends Begun {
  records: JournalRecord[];
  heardAt: number;
  /** Files of this window at places that could be written no more; all of it stands in the present one. */
  left: string[];
}

/** A window that is there says so at each attempt to save, every five seconds. */
const silence = 20_000;
/** Bytes, from which on what was replaced is left out by writing the file anew. */
const compactFrom = 1024 * 1024;

export function createRecoveryJournal(options: RecoveryJournalOptions): RecoveryJournal {
  const { workspaceFolder, workspacePath, workspaceId, clock } = options;
  const besideFolder = join(workspaceFolder, journalFolderName);
  // The reserve becomes a journal where it stands: on a full disk there may be no room for a folder.
  const ownFolders = [besideFolder, workspaceFolder];
  const files = new Map<string, OpenFile>();
  reserveRoom(workspacePath);

  const first = (at: string): JournalRecord => ({
    kind: 'workspace',
    workspaceId,
    path: workspacePath,
    at,
  });

  /** Only what still counts. */
  const living = (records: readonly JournalRecord[]): JournalRecord[] => {
    const { reports } = contentOf(records);
    return [...reports.values()].flatMap(({ report, items }) =>
      [...items.values()].map(({ at, item }) => ({ kind: 'kept' as const, at, report, item })),
    );
  };

  /** The system's error, to be got over at another place; a bug is thrown. */
  const systemError = (error: unknown): string => {
    const code = systemCode(error);
    if (code === null) throw error;
    return code;
  };

  const begin = (folder: string, session: string, records: readonly JournalRecord[]): Begun | null => {
    const name = journalFileName(clock.now(), session);
    try {
      makeJournalFolder(folder, folder === besideFolder);
      const path = join(folder, name);
      return { path, size: appendRecords(path, records, { fresh: true }) };
    } catch (error) {
      if (systemError(error) !== 'ENOSPC' || folder !== besideFolder) return null;
    }
    const path = join(workspaceFolder, name);
    if (!takeReserve(workspacePath, path)) return null;
    try {
      return { path, size: appendRecords(path, records, { at: 0 }) };
    } catch (error) {
      systemError(error);
      removeIfPossible(path);
      return null;
    }
  };

  const grow = (file: OpenFile, records: readonly JournalRecord[]): boolean => {
    // A folder that was renamed or pulled out takes its journal along: what is appended to must still be there.
    if (!existsSync(file.path)) return false;
    try {
      file.size = appendRecords(file.path, records, { at: file.size });
      return true;
    } catch (error) {
      systemError(error);
      return false;
    }
  };

  const compact = (session: string, file: OpenFile) => {
    const records = [first(clock.now().toISOString()), ...living(file.records)];
    const size = records.reduce((sum, record) => sum + encodeRecord(record).byteLength, 0);
    if (file.size < compactFrom || size * 2 > file.size) return;
    const begun = begin(dirname(file.path), session, records);
    // Without room for both the longer one stays, which says the same.
    if (begun === null) return;
    removeIfPossible(file.path);
    files.set(session, { ...file, ...begun, records });
  };

  const startElsewhere = (
    session: string,
    records: readonly JournalRecord[],
    left: string[],
  ): OpenFile | null => {
    const whole = [first(clock.now().toISOString()), ...living(records)];
    for (const folder of [besideFolder, ...options.otherFolders]) {
      const begun = begin(folder, session, whole);
      if (begun !== null) return { ...begun, records: whole, heardAt: clock.now().getTime(), left };
    }
    return null;
  };

  const left = createLeftWork({
    workspacePath,
    workspaceId,
    ownFolders,
    folders: [...ownFolders, ...options.otherFolders],
    clock,
    inUse() {
      const now = clock.now().getTime();
      return new Set(
        [...files].flatMap(([session, { heardAt }]) => (Math.abs(now - heardAt) < silence ? [session] : [])),
      );
    },
  });

  return {
    ...left,

    keep(session, report, items) {
      const now = clock.now();
      const known = files.get(session);
      const records = items.map((item) => ({ kind: 'kept' as const, at: now.toISOString(), report, item }));
      const all = [...(known?.records ?? []), ...records];
      if (known !== undefined) {
        known.heardAt = now.getTime();
        if (existsSync(known.path) && records.length === 0) return done(placeOf(known.path, ownFolders));
        if (grow(known, records)) {
          known.records = all;
          compact(session, known);
          return done(placeOf(known.path, ownFolders));
        }
      }
      if (all.length === 0) return failed('journal.notFound');
      const earlier = known === undefined ? [] : [...known.left, known.path];
      const begun = startElsewhere(session, all, earlier);
      if (begun === null) return failed('journal.notWritten');
      files.set(session, begun);
      return done(placeOf(begun.path, ownFolders));
    },

    settle(session, reportId, keys) {
      const known = files.get(session);
      if (known === undefined) return;
      const record = { kind: 'settled' as const, reportId, keys: [...keys] };
      known.records = [...known.records, record];
      if (living(known.records).length > 0) {
        grow(known, [record]);
        return;
      }
      for (const path of [known.path, ...known.left]) removeIfPossible(path);
      files.delete(session);
      reserveRoom(workspacePath);
    },
  };
}

function placeOf(path: string, ownFolders: readonly string[]): KeptPlace {
  const folder = dirname(path);
  return { beside: ownFolders.includes(folder), folder };
}
