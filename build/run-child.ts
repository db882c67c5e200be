import { type StdioOptions, spawn } from 'node:child_process';

export interface ChildEnd {
  /** `null` when a signal ended it or it could not be started. */
  code: number | null;
  /** Whether this process was asked to stop meanwhile, and passed it on. */
  stopped: boolean;
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a program to its end, passing on the requests to stop. Never rejects. */
export function runChild(
  command: string,
  parameters: readonly string[],
  stdio: StdioOptions,
): Promise<ChildEnd> {
  return new Promise((resolve) => {
    let stopped = false;
    const child = spawn(command, parameters, { stdio });
    const passOn = (signal: NodeJS.Signals): void => {
      stopped = true;
      child.kill(signal);
    };
    const end = (code: number | null): void => {
      for (const signal of stopSignals) {
        process.off(signal, passOn);
      }
      resolve({ code, stopped });
    };
    for (const signal of stopSignals) {
      process.on(signal, passOn);
    }
    child.once('error', () => end(null));
    child.once('close', (code) => end(code));
  });
}
