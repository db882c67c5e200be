/** The command line as a function of its words, so that a test needs no process. */
import { parseArgs } from 'node:util';
import type { Failure } from '../../shared/errors.ts';
import { failureSentence, type Translate } from '../node/translate.ts';
import {
  type Command,
  CommandFailure,
  type CommandInput,
  type CommandSurroundings,
  UsageError,
} from './command.ts';
import { commands } from './commands/index.ts';

export interface CommandLineResult {
  /** 0 done, 1 findings or failure, 2 bad usage. */
  exitCode: 0 | 1 | 2;
  standardOutput: string;
  standardError: string;
}

const commonOptions = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const;

function usageLine(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) =>
    option.type === 'boolean' ? `[--${name}]` : `[--${name} ${name.toUpperCase()}]`,
  );
  const positionals = command.positionals.join(' ') + (command.repeatable ? ' …' : '');
  return ['xiangbao', command.name, positionals, ...options, '[--json]'].filter(Boolean).join(' ');
}

function helpOf(command: Command, translate: Translate): string {
  const options = Object.keys({ ...command.options, json: {}, help: {} }).map(
    (name) => `  --${name.padEnd(14)}${translate(`cli:option.${name}`)}`,
  );
  return [usageLine(command), '', translate(`cli:${command.name}.help`), '', ...options].join('\n');
}

function generalHelp(translate: Translate): string {
  return [
    translate('cli:usage.intro'),
    '',
    ...commands.map((command) => {
      // Its first line; the examples below it stand in the command's own help.
      const [line = ''] = translate(`cli:${command.name}.help`).split('\n');
      return `  ${command.name.padEnd(10)}${line}`;
    }),
    '',
    translate('cli:usage.more'),
  ].join('\n');
}

function readInput(
  command: Command,
  words: readonly string[],
): { help: boolean; json: boolean; input: CommandInput } {
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...words],
      options: { ...command.options, ...commonOptions },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError('option', { text: error instanceof Error ? error.message : '' });
  }
  const { values, positionals } = parsed;
  const help = values.help === true;
  const least = command.positionals.filter((name) => !name.startsWith('[')).length;
  const most = command.repeatable === true ? positionals.length : command.positionals.length;
  if (!help && (positionals.length < least || positionals.length > most)) {
    throw new UsageError('positionals', { name: usageLine(command) });
  }
  return {
    help,
    json: values.json === true,
    input: {
      positionals,
      text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
      flag: (option) => values[option] === true,
    },
  };
}

function report(json: boolean, failure: Failure, translate: Translate): CommandLineResult {
  const message = failureSentence(translate, failure);
  return json
    ? {
        exitCode: 1,
        standardOutput: `${JSON.stringify({ error: { ...failure, message } }, null, 2)}\n`,
        standardError: '',
      }
    : { exitCode: 1, standardOutput: '', standardError: `${message}\n` };
}

/** Runs one command line (without program name). Never rejects for expected failures or bad usage. */
export async function runCommandLine(
  words: readonly string[],
  surroundings: CommandSurroundings,
): Promise<CommandLineResult> {
  const { translate } = surroundings;
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const text = `${generalHelp(translate)}\n`;
    return name === undefined
      ? { exitCode: 2, standardOutput: '', standardError: text }
      : { exitCode: 0, standardOutput: text, standardError: '' };
  }
  const json = rest.includes('--json');
  try {
    const command = commands.find((candidate) => candidate.name === name);
    if (command === undefined) throw new UsageError('command', { name });
    const { help, input } = readInput(command, rest);
    if (help) {
      return { exitCode: 0, standardOutput: `${helpOf(command, translate)}\n`, standardError: '' };
    }
    const result = await command.run(input, surroundings);
    return {
      exitCode: result.exitCode,
      standardOutput: `${json ? JSON.stringify(result.json, null, 2) : result.text}\n`,
      standardError: '',
    };
  } catch (error) {
    if (error instanceof UsageError) {
      const sentence = translate(`cli:usage.${error.problem}`, error.parameters);
      return {
        exitCode: 2,
        standardOutput: '',
        standardError: `${sentence}\n${translate('cli:usage.more')}\n`,
      };
    }
    if (error instanceof CommandFailure) return report(json, error.failure, translate);
    throw error;
  }
}
