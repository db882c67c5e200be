import { describe, expect, it } from 'vitest';
import { runInTerminal, type TerminalProcess } from '../../../../src/main/electron/command-line.ts';

describe('the command line within the desktop program', () => {
  it('gives its words where a script finds them, and ends with its exit code once all is written', async () => {
    const seen: string[] = [];
    const stream = (name: string) => ({
      write: (_text: string, written: () => void) =>
        setImmediate(() => {
          seen.push(`${name} written`);
          written();
        }),
    });
    const terminal: TerminalProcess = {
      argv: ['/opt/xiangbao', '--no-sandbox', '--cli', 'check', '--json'],
      stdout: stream('out'),
      stderr: stream('error'),
    };
    const app = { exit: (code?: number) => seen.push(`exit ${code}`) };
    await runInTerminal(app as never, terminal, ['check', '--json'], async () => {
      seen.push(`ran ${terminal.argv.slice(2).join(' ')}`);
      terminal.exitCode = 1;
    });
    expect(seen).toEqual(['ran check --json', 'out written', 'error written', 'exit 1']);
  });

  it('ends with 0 where no exit code was set', async () => {
    const codes: unknown[] = [];
    const silent = { write: (_text: string, written: () => void) => written() };
    const app = { exit: (code?: number) => codes.push(code) };
    await runInTerminal(app as never, { argv: [], stdout: silent, stderr: silent }, [], async () => {});
    expect(codes).toEqual([0]);
  });
});
