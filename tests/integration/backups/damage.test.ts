import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { lockFileName, openWorkspace, workspaceFileName } from '../../../src/main/core/storage/open.ts';
import {
  finishExchange,
  isExchangePending,
  writeDownExchange,
} from '../../../src/main/core/storage/recovery/pending-exchange.ts';
import { planRecovery, type RecoverFrom, recover } from '../../../src/main/core/storage/recovery/recover.ts';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import { prepareWorkspace, runDamage } from '../../faults/damaged-workspace.ts';
import { openTestApp, temporaryFolder, testDependencies } from '../../support/workspace.ts';

const { clock, holder } = testDependencies();
const file = (folder: string) => join(folder, workspaceFileName);
const recovering = (folder: string, from: RecoverFrom) => recover({ folder, clock, holder }, from);

/** A closed workspace: the sample, a backup of it unless asked otherwise, then a text that only the workspace holds. */
async function closedWorkspace({ backup = true } = {}) {
  const app = await openTestApp();
  const { reportId } = await app.call('sample.open', {});
  if (backup) await app.call('backup.make', {});
  const { chapters } = await app.call('report.read', { id: reportId });
  const last = chapters.at(-1);
  if (last === undefined) throw new Error('the sample has no chapter');
  const body = documentFromTexts(['备份之后才写的话。']);
  await app.call('chapter.saveBody', { id: last.id, revision: last.revision, body });
  app.app.close();
  return { folder: app.folder, reportId };
}

/** Changes the first place where `words` stand in the file, as a failing disk would: a byte here and there. */
function change(folder: string, words: string, by: string): void {
  const bytes = readFileSync(file(folder));
  expect(Buffer.byteLength(words)).toBe(Buffer.byteLength(by));
  let found = 0;
  for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) {
    bytes.write(by, at);
    found += 1;
  }
  expect(found).toBeGreaterThan(0);
  writeFileSync(file(folder), bytes);
}

async function textOf(folder: string, reportId: string): Promise<string> {
  const app = await openTestApp(folder);
  const text = JSON.stringify(await app.call('report.read', { id: reportId }));
  app.app.close();
  return text;
}

describe('a damaged workspace', () => {
  test('a changed sentence, which SQLite reads without complaint, is found', async () => {
    const { folder } = await closedWorkspace();
    change(folder, '备份之后才写的话。', '备份之前才写的话。');
    expect(await openWorkspace({ folder, clock, holder })).toMatchObject({
      error: { code: 'workspace.damaged', parameters: { path: file(folder) } },
    });
  });

  test('the plan tells what each way would bring back, and changes nothing', async () => {
    const { folder } = await closedWorkspace();
    change(folder, '备份之后才写的话。', '备份之前才写的话。');
    const names = () => readdirSync(folder).filter((name) => !name.endsWith('-lock'));
    const before = [names(), readFileSync(file(folder))];
    const plan = await planRecovery({ folder, clock, holder });
    if (!plan.ok) throw new Error(plan.error.code);
    expect([names(), readFileSync(file(folder))]).toEqual(before);
    expect(plan.value.backups).toHaveLength(1);
    const chapters = plan.value.salvage?.tables.find(({ table }) => table === 'chapter');
    expect(chapters).toMatchObject({ doubtful: 1, lost: 0 });
    expect(plan.value.salvage?.counts.reports).toBe(plan.value.backups[0]?.counts.reports);
  });

  test.each(['newest', 'salvage'] as const)(
    '%s: the damaged file is kept under a name of its own',
    async (kind) => {
      const { folder, reportId } = await closedWorkspace();
      change(folder, '备份之后才写的话。', '备份之前才写的话。');
      const damaged = readFileSync(file(folder));
      const recovered = await recovering(folder, { kind });
      if (!recovered.ok) throw new Error(recovered.error.code);
      expect(recovered.value.asideName).toMatch(/^资料库-损坏-.*\.xbdb$/);
      expect(readFileSync(join(folder, recovered.value.asideName ?? ''))).toEqual(damaged);
      expect((await textOf(folder, reportId)).includes('备份之前才写的话。')).toBe(kind === 'salvage');
      expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
    },
  );

  test('a salvage mends from the backup what is equal in it, and loses nothing then', async () => {
    const { folder, reportId } = await closedWorkspace();
    change(folder, '健全调解网络', '健全调解网结');
    expect((await recovering(folder, { kind: 'salvage' })).ok).toBe(true);
    const text = await textOf(folder, reportId);
    expect(text).toContain('健全调解网络');
    expect(text).toContain('备份之后才写的话。');
    expect(text).not.toContain('健全调解网结');
  });

  test('where only the digests are damaged the salvage keeps what was written since the backup', async () => {
    const { folder, reportId } = await closedWorkspace();
    const bytes = readFileSync(file(folder));
    let spoilt = 0;
    for (let page = 4096; page < bytes.length; page += 4096) {
      if (
        bytes
          .subarray(page, page + 4096)
          .toString('latin1')
          .split('chapter["id-').length < 5
      )
        continue;
      bytes.fill(0xff, page, page + 8);
      spoilt += 1;
    }
    expect(spoilt).toBeGreaterThan(0);
    writeFileSync(file(folder), bytes);
    expect(await openWorkspace({ folder, clock, holder })).toMatchObject({
      error: { code: 'workspace.damaged' },
    });
    expect((await recovering(folder, { kind: 'salvage' })).ok).toBe(true);
    expect(await textOf(folder, reportId)).toContain('备份之后才写的话。');
  });

  test('without any backup the salvage still reads what is readable', async () => {
    const { folder, reportId } = await closedWorkspace({ backup: false });
    change(folder, '{"type":"text","text":"备份之后', '{"type":"tex#","text":"备份之后');
    const plan = await planRecovery({ folder, clock, holder });
    if (!plan.ok) throw new Error(plan.error.code);
    expect(plan.value.backups).toEqual([]);
    expect(await recovering(folder, { kind: 'newest' })).toMatchObject({
      error: { code: 'recovery.noBackup' },
    });
    expect((await recovering(folder, { kind: 'salvage' })).ok).toBe(true);
    expect(await textOf(folder, reportId)).toContain('备份之后才写的话。');
  });

  test('a salvaged workspace is the same one for the workbooks that are still with the offices', async () => {
    const { folder } = await closedWorkspace();
    const identity = () => {
      const connection = new Database(file(folder), { readonly: true });
      const id = connection.prepare('SELECT workspace_id FROM workspace_identity').pluck().get();
      connection.close();
      return id;
    };
    const before = identity();
    change(folder, '备份之后才写的话。', '备份之前才写的话。');
    expect((await recovering(folder, { kind: 'salvage' })).ok).toBe(true);
    expect(identity()).toBe(before);
  });

  test.each([
    ['plan', (folder: string) => planRecovery({ folder, clock, holder })],
    ['recovery', (folder: string) => recovering(folder, { kind: 'newest' })],
  ] as const)('a %s where not even the lock can be taken fails in words', async (_name, act) => {
    const { folder } = await closedWorkspace();
    change(folder, '备份之后才写的话。', '备份之前才写的话。');
    rmSync(join(folder, lockFileName));
    mkdirSync(join(folder, lockFileName));
    expect(await act(folder)).toMatchObject({ error: { code: 'workspace.notWritable' } });
  });

  test('a whole workspace is left alone', async () => {
    const { folder } = await closedWorkspace();
    const before = readFileSync(file(folder));
    for (const kind of ['newest', 'salvage'] as const) {
      expect(await recovering(folder, { kind })).toMatchObject({ error: { code: 'recovery.notNeeded' } });
    }
    expect(readFileSync(file(folder))).toEqual(before);
  });

  test('one that is open is not recovered', async () => {
    const app = await openTestApp();
    expect(await recovering(app.folder, { kind: 'newest' })).toMatchObject({
      error: { code: 'workspace.locked' },
    });
  });

  test.each([
    ['gone', 'workspace.missing', (path: string) => rmSync(path)],
    ['emptied', 'workspace.damaged', (path: string) => truncateSync(path, 0)],
  ] as const)('a workspace that is %s is not taken for a new one', async (_name, code, spoil) => {
    const { folder, reportId } = await closedWorkspace();
    spoil(file(folder));
    expect(await openWorkspace({ folder, clock, holder })).toMatchObject({ error: { code } });
    expect((await recovering(folder, { kind: 'newest' })).ok).toBe(true);
    expect(await textOf(folder, reportId)).not.toContain('备份之后才写的话。');
  });

  test('bytes after the end and a foreign log beside it cost nothing', async () => {
    const { folder, reportId } = await closedWorkspace();
    appendFileSync(file(folder), Buffer.alloc(100, 7));
    writeFileSync(`${file(folder)}-wal`, Buffer.alloc(5000, 7));
    expect(await textOf(folder, reportId)).toContain('备份之后才写的话。');
  });
});

describe('a recovery that was killed between its renames', () => {
  test.each([0, 1, 2, 3])('after %i of them: the next start finishes, and no file is gone', async (steps) => {
    const { folder, reportId } = await closedWorkspace();
    const replacement = '.xiangbao-00000000-0000-4000-8000-000000000000.tmp';
    copyFileSync(file(folder), join(folder, replacement));
    writeFileSync(file(folder), '损坏的');
    writeFileSync(`${file(folder)}-wal`, '损坏的日志');
    const aside = ['', '-wal'].map((end) => ({ from: `${workspaceFileName}${end}`, to: `旁.xbdb${end}` }));
    writeDownExchange(folder, { aside, replacement: { from: replacement, to: workspaceFileName } });
    const done = [...aside, { from: replacement, to: workspaceFileName }].slice(0, steps);
    for (const { from, to } of done) {
      copyFileSync(join(folder, from), join(folder, to));
      rmSync(join(folder, from));
    }
    expect(await textOf(folder, reportId)).toContain('备份之后才写的话。');
    expect(readFileSync(join(folder, '旁.xbdb'), 'utf8')).toBe('损坏的');
    expect(readFileSync(join(folder, '旁.xbdb-wal'), 'utf8')).toBe('损坏的日志');
    expect(isExchangePending(folder)).toBe(false);
    finishExchange(folder);
    expect(await textOf(folder, reportId)).toContain('备份之后才写的话。');
  });
});

describe('chance damage', () => {
  // `npm run faults` runs five hundred.
  test('never a failure of the program, never a silent loss', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    const prepared = await prepareWorkspace(folder, testDependencies);
    for (let seed = 1; seed <= 8; seed += 1) {
      await expect(
        runDamage(folder, prepared, seed, testDependencies),
        `seed ${seed}`,
      ).resolves.toBeDefined();
    }
  });
});
