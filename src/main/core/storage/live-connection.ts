/** The connection to the open workspace, which an exchange of the file or a disk that went away may have ended. */
import Database from 'better-sqlite3';
import { keepDigests } from './integrity/row-digests.ts';

export interface LiveConnection {
  /**
   * The connection of this moment. Where the last one was ended the file is opened again first, and again at the next
   * call where that fails: what is handed out always keeps the digests and syncs every change. Throws SQLite's errors.
   */
  current(): Database.Database;
  /** Ends this connection; the next call of `current` makes another. */
  renew(): void;
  close(): void;
}

/** Milliseconds that another program's short reading is waited for. */
const timeout = 2000;

export function connect(path: string): Database.Database {
  return new Database(path, { timeout });
}

/** Every change is synced before it is told as saved, and keeps the digest of its row. */
export function configure(connection: Database.Database): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  keepDigests(connection);
}

/** `connection` is configured. `onRenewed` is told when statements that were prepared before are of no use any more. */
export function keepConnection(
  path: string,
  connection: Database.Database,
  onRenewed: () => void,
): LiveConnection {
  let live: Database.Database | null = connection;
  const end = () => {
    const ending = live;
    live = null;
    ending?.close();
  };
  const reopen = () => {
    // A file that is gone must not be taken for a new one.
    const opened = new Database(path, { timeout, fileMustExist: true });
    try {
      configure(opened);
    } catch (error) {
      opened.close();
      throw error;
    }
    live = opened;
    return opened;
  };
  return {
    current: () => live ?? reopen(),
    renew() {
      end();
      onRenewed();
    },
    close: end,
  };
}
