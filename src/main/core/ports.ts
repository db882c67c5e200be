/** What the core needs from its surroundings; injected, so that a test needs no mock of a module. */
import type { MachineFacts } from '../../shared/contract/support-methods.ts';
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

/** Prints pages of the program's own making; the door knows which browser there is. */
export interface PdfEngine {
  /** What would print; null where this computer has nothing that can. */
  describe(): Promise<{ name: string; version: string } | null>;
  /**
   * The whole document `html`, which names its own paper sizes, as a tagged .pdf with an outline. It may use the files
   * that come with the program, by their addresses, and nothing else; scripts do not run.
   * Failures: pdf.noEngine, pdf.failed, pdf.timedOut.
   */
  print(document: { html: string }): Promise<Outcome<Uint8Array>>;
}

/** A drive that a person can pull out. Sizes in bytes. */
export interface RemovableDrive {
  /** Where its files are: the mount point, or «E:\\». */
  path: string;
  /** '' where it has none. */
  label: string;
  /** «FAT32», «exfat», «vfat»…; '' where it could not be told. */
  fileSystem: string;
  freeBytes: number;
  totalBytes: number;
  readOnly: boolean;
  /** It is there but does not answer: still being checked, or locked. */
  busy: boolean;
}

/** What is known of the volume that a folder is on before anything is written there. */
export interface Volume {
  label: string;
  fileSystem: string;
  /** Null where it could not be told. */
  freeBytes: number | null;
  readOnly: boolean;
  /** UTF-16 units of a full path that this system's programs can open; null for no such limit. */
  longestPath: number | null;
}

export interface Drives {
  /** In the order of their paths; empty where this system offers no way to tell. Never rejects. */
  list(): Promise<RemovableDrive[]>;
  /** Never rejects: what cannot be told is '' or null. */
  volume(path: string): Promise<Volume>;
}

/** The fonts of this computer. */
export interface InstalledFonts {
  /** Every family name a font states of itself, Chinese and English, in lower case; read once. */
  families(): Promise<ReadonlySet<string>>;
}

/** The open fonts that come with the program. */
export interface ShippedFonts {
  /** Rules `@font-face` of the families, for a page that a `PdfEngine` prints; empty where the program was not built. */
  faces(): Promise<string>;
}

/** The computer itself, for a supporter; nothing in it names a person. */
export interface Machine {
  facts(): MachineFacts;
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
  pdf: PdfEngine;
  drives: Drives;
  /** Of this program, as it stands in what it writes. */
  programVersion: string;
  /** Folders of this computer that take a recovery journal which cannot stand beside the workspace, in this order. */
  journalFolders: readonly string[];
  installedFonts: InstalledFonts;
  shippedFonts: ShippedFonts;
  machine: Machine;
}
