import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { nodeDeviceFiles } from '../../../src/main/core/submission/device-files.ts';
import { packagePaths } from '../../../src/main/core/submission/package-tree.ts';
import { recover } from '../../../src/main/core/submission/recover.ts';
import { verifyAt } from '../../../src/main/core/submission/verify.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const name = '松岭镇人民政府2024年度法治政府建设报告';
const runs = 36;
/** A writing takes some 30 ms on a quick disk; the moments go round it more than once. */
const longestWait = 97;

async function startWriter(folder: string): Promise<ChildProcess> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'submission-writer.ts'), folder, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // From here on there is one whole submission.
  await once(writer.stdout ?? writer, 'data');
  return writer;
}

test('a process killed at any moment leaves a whole submission, and nothing else after the next step', async () => {
  const folder = temporaryFolder();
  const paths = packagePaths(folder, name);
  const left = new Set<string>();
  for (let run = 0; run < runs; run += 1) {
    const writer = await startWriter(folder);
    await delay((run * 37) % longestWait);
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    left.add(
      readdirSync(folder)
        .map((one) => one.replace(name, '＊'))
        .toSorted()
        .join(' '),
    );
    const verified = await verifyAt(nodeDeviceFiles, paths.target);
    expect(verified, `run ${run}, ${[...left].at(-1)}`).toMatchObject({ ok: true, value: { ok: true } });
    if (run % 2 === 0) {
      // Every other time the next writing finds what was left; in between it is set right by itself.
      expect((await recover(nodeDeviceFiles, paths, { tidies: true })).ok).toBe(true);
      expect(readdirSync(folder)).toEqual([name]);
    }
  }
  // The killings fell into the writing, not beside it.
  expect([...left].some((names) => names.includes('正在写'))).toBe(true);
}, 120_000);
