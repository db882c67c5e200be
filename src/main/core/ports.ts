/** What the core needs from its surroundings; injected, so that a test needs no mock of a module. */
import type { Outcome } from '../../shared/errors.ts';

export interface Clock {
  now(): Date;
}

/** Work that comes again and again while the program runs. It does not keep the process alive. */
export interface Timers {
  /** Runs `work` every so many milliseconds until the returned function is called. */
  repeat(milliseconds: number, work: () => void): () => void;
}

/** Files that a person (or the command line) has handed to the program. The core never takes a path from a page. */
export interface FileGrants {
  /** Allows the file at `path`, to read or to write, under a fresh unguessable name. */
  grant(path: string): string;
  path(grant: string): Outcome<string>;
}

/** Read-only access to the shipped `resources` folder. */
export interface Resources {
  readText(relativePath: string): string;
  list(relativeFolder: string): string[];
}

/** Lines for the person who has to find out what happened; never contents, never paths. */
export interface Log {
  info(event: string, details?: Record<string, string | number>): void;
  warn(event: string, details?: Record<string, string | number>): void;
}

/** Who holds the workspace, told to whoever comes second. */
export interface Holder {
  door: 'electron' | 'http' | 'cli';
  user: string;
  host: string;
  processId: number;
}

export interface AppDependencies {
  clock: Clock;
  timers: Timers;
  newId: () => string;
  grants: FileGrants;
  resources: Resources;
  log: Log;
  holder: Holder;
}
