/** The command line within the desktop program: `--cli` and its words. It needs no screen and opens no window. */
import type { App } from 'electron';

export interface TerminalProcess {
  argv: string[];
  exitCode?: number | string | null | undefined;
  stdout: { write(text: string, written: () => void): unknown };
  stderr: { write(text: string, written: () => void): unknown };
}

/**
 * Runs the command line's own entry, which reads its words from `argv` and sets the exit code, then ends the program with
 * it. Nothing printed is lost: a pipe is written to beside the program, so that the end waits for it.
 */
export async function runInTerminal(
  app: Pick<App, 'exit'>,
  terminal: TerminalProcess,
  words: readonly string[],
  runEntry: () => Promise<unknown>,
): Promise<void> {
  const [program = ''] = terminal.argv;
  // A script's words begin at the third.
  terminal.argv = [program, '--cli', ...words];
  await runEntry();
  for (const stream of [terminal.stdout, terminal.stderr]) {
    await new Promise<void>((resolve) => stream.write('', () => resolve()));
  }
  app.exit(Number(terminal.exitCode ?? 0));
}
