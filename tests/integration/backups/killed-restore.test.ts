import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';

const script = join(import.meta.dirname, '../../support/restore-and-die.ts');

async function restoreAndDie(folder: string, id: string, step: number): Promise<string> {
  const words = [script, folder, id, String(step)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  const [, signal] = await once(child, 'exit');
  return signal === null ? said : String(signal);
}

/** The text of the sample's first chapter, and that the workspace opens and its backups are all whole. */
async function stateOf(folder: string, reportId: string) {
  const app = await openTestApp(folder);
  const [first] = (await app.call('report.read', { id: reportId })).chapters;
  const { backups } = await app.call('backup.list', {});
  app.app.close();
  const leftovers = [folder, join(folder, '备份')].flatMap((one) =>
    readdirSync(one).filter((name) => name.includes('.tmp')),
  );
  return { text: JSON.stringify(first?.body), backups, leftovers };
}

test('killed before any of its steps, a restore leaves the state before or the restored one, whole', {
  timeout: 180_000,
}, async () => {
  const app = await openTestApp();
  const { reportId } = await app.call('sample.open', {});
  const write = async (text: string) => {
    const [first] = (await app.call('report.read', { id: reportId })).chapters;
    if (first === undefined) throw new Error('the sample has no chapter');
    const { id, revision } = first;
    await app.call('chapter.saveBody', { id, revision, body: documentFromTexts([text]) });
  };
  await write('较早的文字。');
  const { id } = await app.call('backup.make', {});
  await write('较晚的文字。');
  app.app.close();

  const seen = new Set<string>();
  for (let step = 1; ; step += 1) {
    const folder = temporaryFolder();
    cpSync(app.folder, folder, { recursive: true });
    const end = await restoreAndDie(folder, id, step);
    const { text, backups, leftovers } = await stateOf(folder, reportId);
    const state = ['较早的文字。', '较晚的文字。'].find((words) => text.includes(words));
    expect(state, `step ${step}`).toBeDefined();
    expect(leftovers, `step ${step}`).toEqual([]);
    expect(
      backups.every((backup) => backup.state === 'good'),
      `step ${step}`,
    ).toBe(true);
    // The earlier text stands in its backup at all times; the later one in the workspace or in a backup by now.
    expect(
      backups.some((backup) => backup.id === id),
      `step ${step}`,
    ).toBe(true);
    if (state === '较早的文字。') expect(backups.some(({ reason }) => reason === 'beforeRestore')).toBe(true);
    seen.add(state ?? '');
    if (end !== 'SIGKILL') {
      expect([end, state]).toEqual(['restored', '较早的文字。']);
      expect(step).toBeGreaterThan(8);
      break;
    }
  }
  expect(seen.size).toBe(2);
});
