/**
 * The process in which a target runs: `child.ts TARGET FOLDER`. It gets seeds and answers each with what became of it; a
 * crash, an endless loop or too much memory end this process and not the runner.
 */
import { writeFileSync } from 'node:fs';
import { createRandom } from './random.ts';
import type { FuzzTarget, Verdict } from './target.ts';

export type ChildRequest = { kind: 'run'; seed: number } | { kind: 'write'; seed: number; path: string };

export type ChildReply =
  | { kind: 'ready' }
  | { kind: 'failed'; seed: number; reason: string; milliseconds: number; peakBytes: number }
  | { kind: 'done'; seed: number; verdict: Verdict; milliseconds: number; peakBytes: number }
  | { kind: 'written'; seed: number };

function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The first lines of the stack: the law or the bug, and where. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error.stack ?? error.message).split('\n').slice(0, 6).join('\n').slice(0, 1500);
}

/** Serves `target` over the channel to the parent until that ends. */
export async function serveTarget(target: FuzzTarget, folder: string): Promise<void> {
  const prepared = await target.prepare(folder);
  const reply = (message: ChildReply) => process.send?.(message);
  process.on('message', async (request: ChildRequest) => {
    const { kind, seed } = request;
    let began = processorMilliseconds();
    const used = () => ({
      seed,
      milliseconds: processorMilliseconds() - began,
      peakBytes: process.resourceUsage().maxRSS * 1024,
    });
    try {
      const input = await prepared.make(createRandom(seed));
      if (kind === 'write') {
        writeFileSync(request.path, input.bytes);
        reply({ kind: 'written', seed });
      } else {
        began = processorMilliseconds();
        const verdict = await prepared.attempt(input);
        reply({ kind: 'done', verdict, ...used() });
      }
    } catch (error) {
      reply({ kind: 'failed', reason: reasonOf(error), ...used() });
    }
  });
  process.once('disconnect', async () => {
    await prepared.close?.();
    process.exit();
  });
  reply({ kind: 'ready' });
}

if (process.send !== undefined && import.meta.main) {
  const { targets } = await import('./targets/index.ts');
  const [name, folder] = process.argv.slice(2);
  const target = targets.find((one) => one.name === name);
  if (target === undefined || folder === undefined) throw new Error(`no target ${name}`);
  await serveTarget(target, folder);
}
