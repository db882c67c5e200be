/** What windows that are not there any more left in journals: found, told, put aside. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { done, failed, type Outcome } from '../../../../shared/errors.ts';
import { systemCode } from '../../export/system-failure.ts';
import type { Clock } from '../../ports.ts';
import { appendRecords, type KeptReport, readJournalFile } from './journal-file.ts';
import { asideFolderName, listJournalFiles, sessionOf } from './journal-places.ts';
import type { JournalRecord } from './journal-records.ts';

/** What one window left unsaved of one report. */
export interface UnsavedWork extends KeptReport {
  /** Of the window and the report; the same at every look. */
  id: string;
}

export interface LeftWork {
  /** Newest first; without what windows hold that were heard of a moment ago. */
  list(): UnsavedWork[];
  /** Puts one into the folder of what was put aside, where it stays. Errors: journal.notFound, .notWritten. */
  putAside(id: string): Outcome<null>;
  /** Removes one that the workspace holds word for word. */
  drop(id: string): void;
}

export interface LeftWorkOptions {
  workspacePath: string;
  workspaceId: string;
  /** Where the workspace's own journals stand; those at other places may be of other workspaces. */
  ownFolders: readonly string[];
  /** All places, those included. */
  folders: readonly string[];
  clock: Clock;
  /** Windows that were heard of a moment ago. */
  inUse: () => ReadonlySet<string>;
}

export function createLeftWork(options: LeftWorkOptions): LeftWork {
  const { workspacePath, workspaceId, ownFolders, folders, clock, inUse } = options;

  const isOurs = (content: { workspaceId: string; path: string }) =>
    content.workspaceId === workspaceId || content.path === workspacePath;

  /** Files of windows that are not there any more, of this workspace. */
  const filesLeft = () => {
    const present = inUse();
    return folders.flatMap((folder) =>
      listJournalFiles(folder).flatMap((name) => {
        const session = sessionOf(name);
        if (present.has(session)) return [];
        const content = readJournalFile(join(folder, name));
        if (content === null || (!ownFolders.includes(folder) && !isOurs(content))) return [];
        return [...content.reports.values()].map((kept) => ({
          id: `${session}|${kept.report.id}`,
          path: join(folder, name),
          kept,
        }));
      }),
    );
  };

  /** A window whose place changed left several; the newest holds all that the others do. */
  const find = (id: string) =>
    filesLeft()
      .filter((one) => one.id === id)
      .sort((a, b) => b.kept.at.localeCompare(a.kept.at));

  /** Nothing of the report counts any more in that file. */
  const close = (path: string, { report, items }: KeptReport) => {
    const content = readJournalFile(path);
    try {
      if (content !== null && content.reports.size > 1) {
        appendRecords(path, [{ kind: 'settled', reportId: report.id, keys: [...items.keys()] }]);
      } else rmSync(path, { force: true });
    } catch {
      // It is offered again; nothing is lost by that.
    }
  };

  return {
    list() {
      const newest = new Map<string, UnsavedWork>();
      for (const { id, kept } of filesLeft()) {
        const known = newest.get(id);
        if (known === undefined || known.at < kept.at) newest.set(id, { ...kept, id });
      }
      return [...newest.values()].sort((a, b) => b.at.localeCompare(a.at));
    },

    putAside(id) {
      const [found, ...older] = find(id);
      if (found === undefined) return failed('journal.notFound');
      const { path, kept } = found;
      const aside = join(dirname(path), asideFolderName);
      const whose: JournalRecord = { kind: 'workspace', workspaceId, path: workspacePath, at: kept.at };
      const records: JournalRecord[] = [...kept.items.values()].map(({ at, item }) => ({
        kind: 'kept',
        at,
        report: kept.report,
        item,
      }));
      try {
        mkdirSync(aside, { recursive: true, mode: 0o700 });
        const target = join(aside, `${kept.report.year}-${clock.now().getTime()}-${basename(path)}`);
        if (readJournalFile(path)?.reports.size === 1) renameSync(path, target);
        else {
          appendRecords(target, [whose, ...records], { fresh: true });
          close(path, kept);
        }
        for (const one of older) close(one.path, one.kept);
        return done(null);
      } catch (error) {
        if (systemCode(error) === null) throw error;
        return failed('journal.notWritten');
      }
    },

    drop(id) {
      for (const { path, kept } of find(id)) close(path, kept);
    },
  };
}
