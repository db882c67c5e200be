/** A password for a command: from a file, from what is piped in, or from the environment; never a word of the command. */
import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ParseArgsOptionsConfig } from 'node:util';
import { mostPasswordLength, normalizePassword } from '../../shared/domain/protection/password.ts';
import { CommandFailure, type CommandInput, type CommandSurroundings, UsageError } from './command.ts';

/** Of a command that opens what is protected. */
export const passwordOption = {
  'password-file': { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;
/** Of a command that protects what it writes: the variable alone would protect what nobody asked to. */
export const protectOptions = {
  protect: { type: 'boolean' },
  ...passwordOption,
} as const satisfies ParseArgsOptionsConfig;

export const passwordVariable = 'XIANGBAO_PASSWORD';
const standardInput = '-';
/** More than the longest password in UTF-8, with a mark before it. */
const mostBytes = 4096;

/**
 * The password to open with, or null where none was given. A file's first line counts, or that of what is piped in for
 * «-»; else the variable XIANGBAO_PASSWORD. Throws CommandFailure file.unreadable, UsageError.
 */
export function passwordToOpen(input: CommandInput, { environment }: CommandSurroundings): string | null {
  const file = input.text('password-file');
  const text = file === undefined ? environment[passwordVariable] : firstLine(file);
  if (text === undefined || (file === undefined && text === '')) return null;
  if (normalizePassword(text) === '' || text.length > mostPasswordLength) throw new UsageError('password');
  return text;
}

/** The password to protect with, or null where it was not asked for. */
export function passwordToProtect(input: CommandInput, surroundings: CommandSurroundings): string | null {
  if (!input.flag('protect') && input.text('password-file') === undefined) return null;
  const password = passwordToOpen(input, surroundings);
  if (password === null) throw new UsageError('password');
  return password;
}

function firstLine(file: string): string {
  const buffer = Buffer.alloc(mostBytes);
  let length = 0;
  try {
    const descriptor = file === standardInput ? 0 : openSync(resolve(file), 'r');
    try {
      while (length < mostBytes) {
        const read = readSync(descriptor, buffer, length, mostBytes - length, null);
        if (read === 0) break;
        length += read;
      }
    } finally {
      if (file !== standardInput) closeSync(descriptor);
    }
  } catch {
    throw new CommandFailure({ code: 'file.unreadable', parameters: { name: file } });
  }
  const [line = ''] = new TextDecoder().decode(buffer.subarray(0, length)).split(/\r?\n/u);
  return line;
}
