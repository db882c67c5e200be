/**
 * The open workspace, held on to through what happens to its place. A stick that is pulled out, or a folder that is
 * renamed, leaves the program with a file that nobody will ever find again, and SQLite goes on writing into it without
 * a word. So before and after each change it is looked whether the file at the path is still the one that was opened;
 * where it is not, nothing is called saved, and when a file is there again it is opened anew, like at the start.
 */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { done, ExpectedFailure, type Failure, failed, type Outcome } from '../../../../shared/errors.ts';
import { asWritable, forgetStatements } from '../database.ts';
import { type OpenWorkspaceOptions, openWorkspace, type Workspace } from '../open.ts';
import { readWorkspaceId } from '../queries/exchange.ts';
import { identityOf, sameFile } from './file-identity.ts';

export interface SteadyWorkspace extends Workspace {
  /** By what it is known in what it sends. */
  readonly id: string;
  /** The file at its path is the one that is open, and the last thing heard of its disk was no error. */
  isInPlace(): boolean;
  /** To be called when the disk answered with an error: the next change looks at the file afresh. */
  doubt(): void;
  /**
   * Opens what stands at the path now, where that is not what is open. Nothing else may be under way. Failures:
   * storage.gone, storage.otherWorkspace, those of openWorkspace; then what needs the file fails with the same, and the
   * next call tries again.
   */
  returnToPlace(): Promise<Outcome<null>>;
}

/** Failures: those of openWorkspace. */
export async function openSteadyWorkspace(options: OpenWorkspaceOptions): Promise<Outcome<SteadyWorkspace>> {
  const opened = await openWorkspace(options);
  if (!opened.ok) return opened;
  const { folder, path } = opened.value;
  let id = readWorkspaceId(opened.value.database);
  let current: Workspace | null = opened.value;
  let identity = identityOf(path);
  let doubtful = false;
  /** Why there is no open file. */
  let absence: Failure = { code: 'storage.gone', parameters: { path } };

  const present = (): Workspace => {
    if (current === null) throw new ExpectedFailure(absence.code, absence.parameters);
    return current;
  };
  const isInPlace = () => current !== null && !doubtful && sameFile(identity, identityOf(path));
  const requirePlace = () => {
    if (!sameFile(identity, identityOf(path))) throw new ExpectedFailure('storage.gone', { path });
  };
  const database = asWritable({ prepare: (sql: string) => present().database.prepare(sql) });

  /**
   * A backup from before workspaces had an identity was given a new one when it was brought forward. A disk that goes away
   * now undoes nothing of the exchange.
   */
  const idNow = (): string => {
    try {
      return readWorkspaceId(database);
    } catch (error) {
      if (error instanceof Database.SqliteError) return id;
      throw error;
    }
  };

  const reopen = async (): Promise<Outcome<null>> => {
    const again = await openWorkspace(options);
    if (!again.ok) return again;
    if (readWorkspaceId(again.value.database) !== id) {
      again.value.close();
      return failed('storage.otherWorkspace', { path });
    }
    current = again.value;
    identity = identityOf(path);
    return done(null);
  };

  return done({
    get id() {
      return id;
    },
    folder,
    path,
    database,
    transaction(work) {
      requirePlace();
      const result = present().transaction(() => work(database));
      // Gone meanwhile: then the change stands in a file that nobody will find. It is sent again to the right one.
      requirePlace();
      return result;
    },
    inspection: {
      result: () => present().inspection.result(),
      end: () => current?.inspection.end(),
    },
    connection: (): Database.Database => present().connection(),
    async exchange(replacement) {
      const exchanged = await present().exchange(replacement);
      forgetStatements(database);
      identity = identityOf(path);
      id = idNow();
      return exchanged;
    },
    abandon: () => current?.abandon(),
    close() {
      // What closes itself says so in a mark beside the path, which must not be said of somebody else's file.
      if (isInPlace()) current?.close();
      else current?.abandon();
    },
    isInPlace,
    doubt() {
      doubtful = true;
    },
    async returnToPlace() {
      if (isInPlace()) return done(null);
      if (!existsSync(path)) return failed('storage.gone', { path });
      current?.abandon();
      current = null;
      forgetStatements(database);
      const reopened = await reopen();
      doubtful = false;
      if (!reopened.ok) absence = reopened.error;
      return reopened;
    },
  });
}
