import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openWorkspace, workspaceFileName } from '../../../src/main/core/storage/open.ts';
import { temporaryFolder, testDependencies } from '../../support/workspace.ts';

const { clock, holder } = testDependencies();
const open = (folder: string) => openWorkspace({ folder, holder, clock });

async function closedWorkspace(): Promise<string> {
  const folder = temporaryFolder();
  const opened = await open(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.close();
  return folder;
}

function change(folder: string, work: (connection: Database.Database) => void): void {
  const connection = new Database(join(folder, workspaceFileName));
  work(connection);
  connection.close();
}

describe('opening a workspace', () => {
  test('creates the folder and the file, with write-ahead log, full sync and foreign keys', async () => {
    const folder = join(temporaryFolder(), 'new', 'place');
    const opened = await open(folder);
    if (!opened.ok) throw new Error(opened.error.code);
    const pragma = (name: string) => opened.value.database.prepare(`PRAGMA ${name}`).pluck().get();
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
    opened.value.close();
    expect(statSync(join(folder, workspaceFileName)).size).toBeGreaterThan(0);
  });

  test('opens again what it closed', async () => {
    const folder = await closedWorkspace();
    const opened = await open(folder);
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
  });

  test('a place where no folder can be made is named', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'x');
    const opened = await open(join(file, 'below'));
    expect(opened).toMatchObject({
      ok: false,
      error: { code: 'workspace.notWritable', parameters: { path: join(file, 'below') } },
    });
  });

  test.each([
    ['a text', Buffer.from('这是一个文本文件，不是资料库。')],
    ['a zip', Buffer.from('PK\u0003\u0004 and so on and so on')],
    ['a single byte', Buffer.from('S')],
  ])('%s under the workspace’s name is refused and stays as it is', async (_name, content) => {
    const folder = temporaryFolder();
    const path = join(folder, workspaceFileName);
    writeFileSync(path, content);
    expect(await open(folder)).toMatchObject({ ok: false, error: { code: 'workspace.notDatabase' } });
    expect(readFileSync(path)).toEqual(content);
  });

  test('another program’s database is refused and stays as it is', async () => {
    const folder = temporaryFolder();
    change(folder, (connection) =>
      connection.exec('CREATE TABLE stamps (id INTEGER); INSERT INTO stamps VALUES (7)'),
    );
    const before = readFileSync(join(folder, workspaceFileName));
    expect(await open(folder)).toMatchObject({ ok: false, error: { code: 'workspace.notDatabase' } });
    expect(readFileSync(join(folder, workspaceFileName))).toEqual(before);
  });

  test('a workspace of a newer program is refused and stays as it is', async () => {
    const folder = await closedWorkspace();
    change(folder, (connection) => connection.pragma('user_version = 99990'));
    const before = readFileSync(join(folder, workspaceFileName));
    expect(await open(folder)).toMatchObject({
      ok: false,
      error: { code: 'workspace.newer', parameters: { version: 99_990 } },
    });
    expect(readFileSync(join(folder, workspaceFileName))).toEqual(before);
  });

  test('a damaged workspace is told from a good one and is not touched', async () => {
    const folder = await closedWorkspace();
    const path = join(folder, workspaceFileName);
    change(folder, (connection) => connection.pragma('wal_checkpoint(TRUNCATE)'));
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096, 4096 * 4);
    writeFileSync(path, bytes);
    expect(await open(folder)).toMatchObject({ ok: false, error: { code: 'workspace.damaged' } });
    expect(readFileSync(path)).toEqual(bytes);
  });

  test('a folder in the file’s place is refused', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, workspaceFileName));
    expect(await open(folder)).toMatchObject({ ok: false, error: { code: 'workspace.notDatabase' } });
    expect(readdirSync(folder)).toContain(workspaceFileName);
  });
});
