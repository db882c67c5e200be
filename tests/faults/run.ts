/** node tests/faults/run.ts [runs] [first seed]: damages workspaces by chance and tells what became of each. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareWorkspace, runDamage } from './damaged-workspace.ts';
import { faultDependencies } from './dependencies.ts';

const runs = Number(process.argv[2] ?? 500);
const firstSeed = Number(process.argv[3] ?? 1);
const source = mkdtempSync(join(tmpdir(), 'xiangbao-faults-'));
const counts = new Map<string, number>();
let failures = 0;
try {
  const prepared = await prepareWorkspace(source, faultDependencies);
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    try {
      const { damage, outcome } = await runDamage(source, prepared, seed, faultDependencies);
      const kind = `${damage}: ${outcome}`;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    } catch (error) {
      failures += 1;
      process.stdout.write(
        `seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
    }
  }
} finally {
  rmSync(source, { recursive: true, force: true });
}
for (const [kind, count] of [...counts].sort())
  process.stdout.write(`${String(count).padStart(6)}  ${kind}\n`);
process.stdout.write(`${runs} runs, ${failures} failures\n`);
process.exitCode = failures === 0 ? 0 : 1;
