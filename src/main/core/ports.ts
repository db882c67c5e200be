/** What the core needs from its surroundings; injected, so that a test needs no mock of a module. */
import type { Outcome } from '../../shared/errors.ts';

export interface Clock {
  now(): Date;
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

/** Who holds the workspace, told to whoever comes second. */
export interface Holder {
  door: 'electron' | 'http' | 'cli';
  user: string;
  host: string;
  processId: number;
}

export interface AppDependencies {
  clock: Clock;
  newId: () => string;
  grants: FileGrants;
  resources: Resources;
  log: Log;
  holder: Holder;
  pdf: PdfEngine;
  installedFonts: InstalledFonts;
  shippedFonts: ShippedFonts;
}
