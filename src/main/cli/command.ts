/** What a command of the command line is: its words, and a run that returns instead of printing. */
import type { ParseArgsOptionsConfig } from 'node:util';
import type { Failure } from '../../shared/errors.ts';
import type { ProgramFolders } from '../node/program-folders.ts';
import type { Translate } from '../node/translate.ts';

export interface CommandInput {
  positionals: readonly string[];
  /** Options given, by long name; a repeated string option keeps its last value. */
  text(option: string): string | undefined;
  flag(option: string): boolean;
}

export interface CommandSurroundings {
  environment: Readonly<Record<string, string | undefined>>;
  home: string;
  folders: ProgramFolders;
  translate: Translate;
  /** For a command that keeps running and has something to say meanwhile. */
  print(line: string): void;
  /** Resolves when the person wants the program to end (Ctrl+C, the system's request). */
  untilInterrupted(): Promise<void>;
}

export interface CommandResult {
  /** 0 done, 1 findings or failure. */
  exitCode: 0 | 1;
  /** What `--json` prints. */
  json: unknown;
  /** What is printed without `--json`. */
  text: string;
}

export interface Command {
  name: string;
  /** How its positionals are written in the help: «FILE», «DIR»; at the end «[FILE]» for one that may be left out. */
  positionals: readonly string[];
  /** Further positionals like the last one may follow. */
  repeatable?: boolean;
  options: ParseArgsOptionsConfig;
  run(input: CommandInput, surroundings: CommandSurroundings): Promise<CommandResult>;
}

/** Wrong words on the command line: exit code 2. `problem` is a key below `cli:usage`. */
export class UsageError extends Error {
  readonly problem: string;
  readonly parameters: Record<string, string>;

  constructor(problem: string, parameters: Record<string, string> = {}) {
    super(problem);
    this.name = 'UsageError';
    this.problem = problem;
    this.parameters = parameters;
  }
}

/** An expected failure of the program: exit code 1. */
export class CommandFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'CommandFailure';
    this.failure = failure;
  }
}

/** The options that every command working on a workspace has. */
export const dataOption = { data: { type: 'string' } } as const satisfies ParseArgsOptionsConfig;

export function requireText(input: CommandInput, option: string): string {
  const value = input.text(option)?.trim();
  if (value === undefined || value === '') throw new UsageError('optionMissing', { name: `--${option}` });
  return value;
}

/** A reporting year as four digits. */
export function parseYear(text: string): number {
  if (!/^(19|20|21)\d{2}$/.test(text)) throw new UsageError('year', { text });
  return Number(text);
}
