/** One process that meets faults, started anew where a fault has ended it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { type ShimPlaces, shimEnvironment } from './call-shim.ts';
import type { Answer, Order } from './operation-process.ts';

const script = join(import.meta.dirname, 'operation-process.ts');
/** Far longer than any run takes, also on a machine that has much else to do. */
const longestRun = 180_000;

export type RunEnd =
  | { kind: 'answered'; answer: Answer }
  | { kind: 'ended'; signal: string | null; code: number | null; errors: string }
  | { kind: 'hung' };

export interface Lane {
  run(order: Order): Promise<RunEnd>;
  close(): void;
}

/** `cache`: a folder for compiled code, so that a start costs a third. */
export function openLane(places: ShimPlaces & { cache: string }): Lane {
  let child: ChildProcess | null = null;
  let lines: Interface | null = null;
  let errors = '';

  const start = (): { child: ChildProcess; lines: Interface } => {
    if (child !== null && lines !== null) return { child, lines };
    errors = '';
    const started = spawn(process.execPath, [script], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...shimEnvironment(places), NODE_COMPILE_CACHE: places.cache },
    });
    started.stderr.on('data', (chunk) => {
      errors = (errors + String(chunk)).slice(-4000);
    });
    child = started;
    lines = createInterface({ input: started.stdout });
    return { child, lines };
  };

  return {
    async run(order) {
      const running = start();
      const ending = new AbortController();
      const { signal } = ending;
      const answered = once(running.lines, 'line', { signal }).then(
        ([line]): RunEnd => ({ kind: 'answered', answer: JSON.parse(String(line)) as Answer }),
      );
      const ended = once(running.child, 'close', { signal }).then(
        ([code, by]): RunEnd => ({ kind: 'ended', code, signal: by, errors }),
      );
      const hung = new Promise<RunEnd>((resolve) => {
        const timer = setTimeout(() => resolve({ kind: 'hung' }), longestRun);
        signal.addEventListener('abort', () => clearTimeout(timer));
      });
      running.child.stdin?.write(`${JSON.stringify(order)}\n`);
      const end = await Promise.race([answered, ended, hung]);
      for (const rest of [answered, ended]) rest.catch(() => undefined);
      ending.abort();
      if (end.kind !== 'answered') {
        running.child.kill('SIGKILL');
        child = null;
        lines = null;
      }
      return end;
    },
    close() {
      child?.stdin?.end();
      child?.kill();
    },
  };
}
