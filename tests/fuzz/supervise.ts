/** A target in a process of its own, bounded in time and memory for each input. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildReply, ChildRequest } from './child.ts';

export interface SupervisionLimits {
  /** Wall clock for one input: what takes longer does not end. */
  hangMilliseconds: number;
  /** Processor time for one input from which on it is a finding. */
  slowMilliseconds: number;
  /** By how much one input may raise the most memory that the process ever held. */
  growthBytes: number;
  /** The heap of the process. */
  heapMegabytes: number;
}

export const usualLimits: SupervisionLimits = {
  hangMilliseconds: 60_000,
  slowMilliseconds: 2000,
  growthBytes: 256 * 1024 * 1024,
  heapMegabytes: 256,
};

export interface RunResult {
  seed: number;
  outcome: 'accepted' | 'refused' | 'failed';
  /** Why it failed. */
  reason: string;
  /** Of processor time. */
  milliseconds: number;
  peakBytes: number;
}

export interface Supervision {
  run(seed: number): Promise<RunResult>;
  /** Writes the input of a run to a file without handing it to the parser. */
  write(seed: number, path: string): Promise<void>;
  close(): void;
}

/** Modules that are there before any script, as for every script of this program. */
const execArgv = ['--import', join(import.meta.dirname, '../../build/require-node.mjs')];

interface Running {
  child: ChildProcess;
  peakBytes: number;
  /** What it wrote to its error stream. */
  said: Buffer[];
}

/** Runs `file` with the target's name and a folder; see child.ts. A process that was ended is followed by another. */
export function supervise(
  name: string,
  limits: SupervisionLimits,
  file = join(import.meta.dirname, 'child.ts'),
): Supervision {
  const folder = mkdtempSync(join(tmpdir(), 'xiangbao-fuzz-'));
  let running: Running | null = null;

  async function start(): Promise<Running> {
    const own = mkdtempSync(join(folder, 'child-'));
    const child = fork(file, [name, own], {
      cwd: own,
      execArgv: [...execArgv, `--max-old-space-size=${limits.heapMegabytes}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, XIANGBAO_NO_BROWSER: '1' },
    });
    const said: Buffer[] = [];
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
    const ready = await next(child, 120_000);
    if (ready === null || ready.kind !== 'ready') {
      child.kill('SIGKILL');
      throw new Error(
        `target ${name} could not be prepared: ${Buffer.concat(said).toString().slice(0, 2000)}`,
      );
    }
    running = { child, peakBytes: 0, said };
    return running;
  }

  async function ask(request: ChildRequest): Promise<{ reply: ChildReply | null; asked: Running }> {
    const asked = running ?? (await start());
    const answer = next(asked.child, limits.hangMilliseconds);
    asked.child.send(request);
    const reply = await answer;
    if (reply === null) {
      asked.child.kill('SIGKILL');
      running = null;
    }
    return { reply, asked };
  }

  return {
    async run(seed) {
      const began = performance.now();
      const { reply, asked } = await ask({ kind: 'run', seed });
      if (reply === null) {
        const milliseconds = performance.now() - began;
        const hung = milliseconds >= limits.hangMilliseconds;
        const last = Buffer.concat(asked.said).toString().slice(-1500);
        const reason = hung
          ? 'did not end'
          : `the process ended: a crash, or more memory than it may have\n${last}`;
        return { seed, outcome: 'failed', reason, milliseconds, peakBytes: asked.peakBytes };
      }
      if (reply.kind !== 'done' && reply.kind !== 'failed') throw new Error(`unexpected ${reply.kind}`);
      const { milliseconds, peakBytes } = reply;
      const growth = asked.peakBytes === 0 ? 0 : peakBytes - asked.peakBytes;
      asked.peakBytes = peakBytes;
      const failed = (reason: string): RunResult => ({
        seed,
        outcome: 'failed',
        reason,
        milliseconds,
        peakBytes,
      });
      if (reply.kind === 'failed') return failed(reply.reason);
      if (growth > limits.growthBytes)
        return failed(`took ${Math.round(growth / 1024 / 1024)} MB more than before`);
      if (milliseconds > limits.slowMilliseconds)
        return failed(`took ${Math.round(milliseconds)} ms of processor time`);
      return { seed, outcome: reply.verdict, reason: '', milliseconds, peakBytes };
    },
    async write(seed, path) {
      await ask({ kind: 'write', seed, path });
    },
    close() {
      running?.child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The next message; null where none comes in time, or the process ends before. */
function next(child: ChildProcess, milliseconds: number): Promise<ChildReply | null> {
  return new Promise((resolve) => {
    const settle = (reply: ChildReply | null) => {
      clearTimeout(clock);
      child.off('message', settle);
      child.off('exit', ended);
      resolve(reply);
    };
    const ended = () => settle(null);
    const clock = setTimeout(ended, milliseconds);
    child.once('message', settle);
    child.once('exit', ended);
  });
}
