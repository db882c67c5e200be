import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { findDamagedRows } from '../../../src/main/core/storage/integrity/row-digests.ts';
import { readTables } from '../../../src/main/core/storage/integrity/tables.ts';
import { migrations } from '../../../src/main/core/storage/migrations/index.ts';
import { openWorkspace, workspaceFileName } from '../../../src/main/core/storage/open.ts';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import { openTestApp, temporaryFolder, testDependencies } from '../../support/workspace.ts';

const { clock, holder } = testDependencies();

function inspect<T>(folder: string, look: (connection: Database.Database) => T): T {
  const connection = new Database(join(folder, workspaceFileName));
  try {
    return look(connection);
  } finally {
    connection.close();
  }
}

/** A closed workspace after writing, adding, moving, removing, restoring, importing and rolling. */
async function workedWith(): Promise<string> {
  const app = await openTestApp();
  const { reportId } = await app.call('sample.open', {});
  const { chapters } = await app.call('report.read', { id: reportId });
  const [first] = chapters;
  if (first === undefined) throw new Error('the sample has no chapter');
  const body = documentFromTexts(['写下的“话”，含 NUL 以外的各种字符：\t\\/😀']);
  await app.call('chapter.saveBody', { id: first.id, revision: first.revision, body });
  const added = await app.call('chapter.add', {
    reportId,
    parentId: null,
    position: 1,
    kind: 'section',
    heading: '新的一章',
  });
  await app.call('chapter.remove', { id: added.id });
  await app.call('chapter.restore', { id: added.id });
  const { observations } = await app.call('numbers.read', {});
  await app.call('numbers.set', { observations: observations.slice(0, 20) });
  app.app.close();
  return app.folder;
}

describe('digests of rows', () => {
  test('every table has a primary key to name its rows by', async () => {
    const tables = inspect(await workedWith(), readTables);
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter(({ key }) => key.length === 0)).toEqual([]);
  });

  test('hold after every kind of change', async () => {
    const folder = await workedWith();
    expect(inspect(folder, (connection) => findDamagedRows(connection))).toEqual([]);
    const counts = inspect(folder, (connection) =>
      readTables(connection).map(({ name }) => [
        connection.prepare(`SELECT count(*) FROM "${name}"`).pluck().get(),
        connection.prepare('SELECT count(*) FROM row_digest WHERE owner = ?').pluck().get(name),
      ]),
    );
    for (const [rows, digests] of counts) expect(digests).toBe(rows);
  });

  test('nothing of their keeping is left in the file, and a rolled back change leaves none', async () => {
    const folder = await workedWith();
    expect(
      inspect(folder, (connection) =>
        connection.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'").pluck().get(),
      ),
    ).toBe(0);
    const opened = await openWorkspace({ folder, clock, holder });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(() =>
      opened.value.transaction((database) => {
        database.prepare("UPDATE report SET title = '改过'").run();
        throw new Error('asked for');
      }),
    ).toThrow('asked for');
    opened.value.close();
    expect(inspect(folder, (connection) => findDamagedRows(connection))).toEqual([]);
  });

  test.each([
    ['a changed text', "UPDATE report SET title = title || '。'"],
    ['a row that is gone', 'DELETE FROM observation WHERE year = (SELECT max(year) FROM observation)'],
    ['a changed number', "UPDATE observation SET value = '7' WHERE kind = 'number'"],
    [
      'digests of a table that is not there',
      "UPDATE row_digest SET owner = 'chaptex' WHERE owner = 'chapter'",
    ],
  ])('%s is found, and the workspace not opened', async (_name, sql) => {
    const folder = await workedWith();
    inspect(folder, (connection) => connection.exec(sql));
    expect(inspect(folder, (connection) => findDamagedRows(connection)).length).toBeGreaterThan(0);
    expect(await openWorkspace({ folder, clock, holder })).toMatchObject({
      error: { code: 'workspace.damaged' },
    });
  });

  test('a declaration that was changed is found', async () => {
    const folder = await workedWith();
    inspect(folder, (connection) => connection.exec('CREATE TABLE stray (id INTEGER PRIMARY KEY)'));
    expect(await openWorkspace({ folder, clock, holder })).toMatchObject({
      error: { code: 'workspace.damaged' },
    });
  });

  test('an older workspace gets its digests in the step that brings it forward', async () => {
    const folder = temporaryFolder();
    const older = migrations.filter(({ version }) => version < 90);
    const first = await openWorkspace({ folder, clock, holder, migrations: older });
    if (!first.ok) throw new Error(first.error.code);
    first.value.transaction((database) =>
      database.prepare("INSERT INTO organization VALUES (1, '云岭镇人民政府', '', '', '')").run(),
    );
    first.value.close();
    const second = await openWorkspace({ folder, clock, holder });
    if (!second.ok) throw new Error(second.error.code);
    second.value.close();
    const owners = inspect(folder, (connection) =>
      connection.prepare('SELECT owner, key FROM row_digest').all(),
    );
    expect(owners).toContainEqual({ owner: 'organization', key: '[1]' });
    expect(inspect(folder, (connection) => findDamagedRows(connection))).toEqual([]);
  });
});
