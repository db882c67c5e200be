/**
 * node tests/faults/run.ts [damage|kills] [runs] [first seed]: damages workspaces by chance, kills sessions by chance, and
 * tells what became of each. node tests/faults/run.ts writes [operation…] [--all]: lets every write of the operations
 * fail in turn. Without a kind all three, the first two 500 and 200 times.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foreseeable } from '../support/foreseeable.ts';
import { type Prepared, prepareWorkspace, runDamage } from './damaged-workspace.ts';
import { runKill } from './killed-session.ts';
import { runWrites } from './writes/run-writes.ts';

const [kind, ...words] = process.argv.slice(2);
const [runs, firstSeed = 1] = kind === 'writes' ? [] : words.map(Number);
const dependencies = foreseeable();
let failures = 0;

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function eachSeed(count: number, run: (seed: number) => Promise<void>): Promise<void> {
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    try {
      await run(seed);
    } catch (error) {
      failures += 1;
      write(`seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
}

async function damage(source: string, prepared: Prepared, count: number): Promise<void> {
  const counts = new Map<string, number>();
  await eachSeed(count, async (seed) => {
    const ended = await runDamage(source, prepared, seed, dependencies);
    const key = `${ended.damage}: ${ended.outcome}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  for (const [key, times] of [...counts].sort()) write(`${String(times).padStart(6)}  ${key}`);
  write(`${count} damaged files`);
}

/** One workspace for all of them, so that what a kill leaves behind is met by the next session. */
async function kill(folder: string, count: number): Promise<void> {
  let saved = 0;
  await eachSeed(count, async (seed) => {
    saved += await runKill(folder, seed);
  });
  write(`${String(saved).padStart(6)}  texts told as saved, each found again`);
  write(`${count} killed sessions`);
}

const place = mkdtempSync(join(tmpdir(), 'xiangbao-faults-'));
const source = join(place, 'source');
try {
  if (kind !== 'writes') {
    const prepared = await prepareWorkspace(source, dependencies);
    if (kind !== 'kills') await damage(source, prepared, runs ?? 500);
    if (kind !== 'damage') await kill(source, runs ?? 200);
  }
  if (kind === undefined || kind === 'writes') failures += await runWrites(place, words, write);
} finally {
  rmSync(place, { recursive: true, force: true });
}
write(`${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;
