/**
 * One run: a session that writes is killed at a moment of chance; then the workspace opens, is whole to its last row,
 * and holds every text that was told as saved, or one written after it.
 */
import { ok, strictEqual } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createApp } from '../../src/main/core/app.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src/shared/contract.ts';
import { bindingsOf, paragraphText } from '../../src/shared/domain/document.ts';
import { foreseeable } from '../support/foreseeable.ts';
import { randomNumbers } from './damage.ts';
import type { SavedText } from './editing-process.ts';

const script = join(import.meta.dirname, 'editing-process.ts');
/** Long enough for some hundred savings and several backups. */
const longestLife = 600;

/** The newest text of each chapter that the session told as saved. */
async function runAndKill(folder: string, seed: number): Promise<Map<string, number>> {
  const child = spawn(process.execPath, [script, folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const saved = new Map<string, number>();
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as SavedText | 'ready';
    if (told === 'ready') setTimeout(() => child.kill('SIGKILL'), randomNumbers(seed)(longestLife));
    else saved.set(told.chapterId, told.count);
  }
  const [, signal] = await exited;
  strictEqual(signal, 'SIGKILL', 'the session ended by itself');
  return saved;
}

/** How many texts the session had told as saved. Throws where a law is broken. */
export async function runKill(folder: string, seed: number): Promise<number> {
  const saved = await runAndKill(folder, seed);
  const opened = await createApp({ ...foreseeable()(), workspaceFolder: folder });
  ok(opened.ok, opened.ok ? '' : `did not open: ${opened.error.code}`);
  const app = opened.value;
  const call = async <M extends MethodName>(method: M, input: MethodInput<M>) => {
    const outcome = await app.call(method, input);
    ok(outcome.ok, outcome.ok ? '' : `${method}: ${outcome.error.code}`);
    return outcome.value as MethodOutput<M>;
  };
  try {
    const [report] = (await call('workspace.status', {})).reports;
    ok(report);
    const { chapters } = await call('report.read', { id: report.id });
    for (const { id, body } of chapters) {
      const told = saved.get(id);
      if (told === undefined) continue;
      const text = body.content.map((paragraph) => paragraphText(paragraph, () => '')).join('');
      const found = Number(/^第(\d+)次写下的一段话。/.exec(text)?.[1]);
      ok(found >= told, `chapter ${id}: ${told} was saved, ${found} is there`);
      strictEqual(bindingsOf(body).length, 0);
    }
    const { states } = await call('history.list', { reportId: report.id });
    for (const { id } of states.slice(0, 3)) await call('history.read', { id });
    const { backups } = await call('backup.list', {});
    ok(
      backups.every(({ state }) => state === 'good'),
      'a backup is not whole',
    );
    strictEqual((await call('workspace.inspect', {})).damaged, false);
  } finally {
    app.close();
  }
  const leftovers = [folder, join(folder, '备份')].flatMap((one) =>
    readdirSync(one).filter((name) => name.includes('.tmp')),
  );
  strictEqual(leftovers.length, 0, `left behind: ${leftovers.join(', ')}`);
  return saved.size === 0 ? 0 : Math.max(...saved.values()) - seed * 1_000_000 + 1;
}
