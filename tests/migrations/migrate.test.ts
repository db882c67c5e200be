import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backupFolderName } from '../../src/main/core/storage/backups/backup-name.ts';
import { type Migration, migrations } from '../../src/main/core/storage/migrations/index.ts';
import { openWorkspace, workspaceFileName } from '../../src/main/core/storage/open.ts';
import { readReportsWithOverrides } from '../../src/main/core/storage/queries/chapters.ts';
import { readReportSummaries } from '../../src/main/core/storage/queries/reports.ts';
import { emptyImprint, imprintSchema } from '../../src/shared/domain/imprint.ts';
import { temporaryFolder, testDependencies } from '../support/workspace.ts';

const { clock, holder } = testDependencies();
const next: Migration = { version: 99_000, sql: 'ALTER TABLE organization ADD COLUMN motto TEXT;' };

async function openAndClose(folder: string, list: readonly Migration[]) {
  const opened = await openWorkspace({ folder, holder, clock, migrations: list });
  if (opened.ok) opened.value.close();
  return opened;
}

function version(path: string): unknown {
  const connection = new Database(path, { readonly: true });
  const value = connection.pragma('user_version', { simple: true });
  connection.close();
  return value;
}

describe('migrations', () => {
  test('versions grow, and leave gaps', () => {
    const versions = migrations.map((migration) => migration.version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(versions.every((value) => value % 5 === 0)).toBe(true);
  });

  test('0010: zero, empty and not applicable cannot be confused', async () => {
    const folder = temporaryFolder();
    await openAndClose(folder, migrations);
    const connection = new Database(join(folder, workspaceFileName));
    connection.exec(`
      INSERT INTO topic VALUES ('t', 't', 0, NULL);
      INSERT INTO indicator VALUES ('i', 't', NULL, 'i', '件', 'count', 0, NULL, 0, NULL, 0, NULL);
    `);
    const insert = connection.prepare(
      "INSERT INTO observation VALUES ('i', ?, ?, ?, 'confirmed', '', '', '2025-01-01T00:00:00Z', '')",
    );
    insert.run(2021, 'number', '0');
    insert.run(2022, 'empty', null);
    insert.run(2023, 'notApplicable', null);
    expect(() => insert.run(2024, 'number', null)).toThrow(/CHECK/);
    expect(() => insert.run(2024, 'empty', '0')).toThrow(/CHECK/);
    expect(() => insert.run(2024, 'notApplicable', '0')).toThrow(/CHECK/);
    connection.close();
  });

  test('0020: a workspace of version 10 keeps its reports, and can hold promises, with reasons where they are owed', async () => {
    const folder = temporaryFolder();
    await openAndClose(folder, migrations.slice(0, 1));
    const path = join(folder, workspaceFileName);
    const before = new Database(path);
    before.exec(`
      INSERT INTO template VALUES ('t', '1.0.0', '{}');
      INSERT INTO report VALUES ('r', 't', '1.0.0', 2023, '标题', '', '', '', NULL, 'draft', 'template', NULL, '', '', NULL);
    `);
    before.close();
    expect((await openAndClose(folder, migrations)).ok).toBe(true);
    const after = new Database(path);
    expect(after.prepare('SELECT title FROM report').pluck().get()).toBe('标题');
    const insert = after.prepare("INSERT INTO promise VALUES (?, 'r', 0, '开展培训', ?, NULL, '', ?, '')");
    insert.run('a', 'open', '');
    insert.run('b', 'dropped', '机构改革');
    expect(() => insert.run('c', 'dropped', '')).toThrow(/CHECK/);
    after.close();
  });

  test('0030: a workspace of version 20 keeps its reports, and can hold their attachments', async () => {
    const folder = temporaryFolder();
    const upTo20 = migrations.slice(0, 2);
    expect(upTo20.at(-1)?.version).toBe(20);
    await openAndClose(folder, upTo20);
    const path = join(folder, workspaceFileName);
    const before = new Database(path);
    before.exec(`
      INSERT INTO template VALUES ('t', '1.0.0', '{}');
      INSERT INTO report VALUES ('r', 't', '1.0.0', 2023, '标题', '', '', '', NULL, 'final', 'imported', NULL, '', '', NULL);
      INSERT INTO import_record VALUES ('r', '去年.txt', '${'0'.repeat(64)}', '{}', '2025-01-01T00:00:00Z');
    `);
    before.close();
    expect((await openAndClose(folder, migrations)).ok).toBe(true);
    const after = new Database(path);
    after.pragma('foreign_keys = ON');
    expect(after.prepare('SELECT file_name FROM import_record').pluck().get()).toBe('去年.txt');
    const insert = after.prepare(
      "INSERT INTO attachment VALUES (?, ?, 0, ?, 'a', 'text/plain', ?, x'00ff', '2025-01-01T00:00:00Z')",
    );
    const sha256 = '0'.repeat(64);
    insert.run('a', 'r', 'original', sha256);
    expect(after.prepare('SELECT bytes FROM attachment').pluck().get()).toEqual(Buffer.from([0, 255]));
    expect(() => insert.run('b', 'r', 'video', sha256)).toThrow(/CHECK/);
    expect(() => insert.run('c', 'none', 'picture', sha256)).toThrow(/FOREIGN KEY/);
    after.close();
  });

  test('0040: a workspace of the version before keeps its chapters, and remembers a heading once for each template', async () => {
    const folder = temporaryFolder();
    await openAndClose(
      folder,
      migrations.filter((migration) => migration.version < 40),
    );
    const path = join(folder, workspaceFileName);
    const before = new Database(path);
    before.exec(`
      INSERT INTO template VALUES ('t', '1.0.0', '{}');
      INSERT INTO report VALUES ('r', 't', '1.0.0', 2023, '标题', '', '', '', NULL, 'final', 'imported', NULL, '', '', NULL);
    `);
    before.close();
    expect((await openAndClose(folder, migrations)).ok).toBe(true);
    const after = new Database(path);
    expect(after.prepare('SELECT title FROM report').pluck().get()).toBe('标题');
    const insert = after.prepare("INSERT INTO remembered_heading VALUES ('来年怎么干', ?, ?, '')");
    insert.run('t', 'nextYear');
    insert.run('u', null);
    expect(() => insert.run('t', null)).toThrow(/UNIQUE/);
    after.close();
  });

  test('0050: numbers, and all that refers to an indicator, outlive the rebuilding of the indicators', async () => {
    const folder = temporaryFolder();
    await openAndClose(
      folder,
      migrations.filter((migration) => migration.version < 50),
    );
    const path = join(folder, workspaceFileName);
    const before = new Database(path);
    before.exec(`
      INSERT INTO topic VALUES ('t', 't', 0);
      INSERT INTO indicator VALUES ('i', 't', NULL, '指标', '件', 'count', 0, NULL, 0);
      INSERT INTO observation VALUES ('i', 2023, 'number', '7', 'confirmed', '', '', '');
      INSERT INTO remembered_choice VALUES ('调解', '件', 'i', '');
    `);
    before.close();
    expect((await openAndClose(folder, migrations)).ok).toBe(true);
    const after = new Database(path);
    after.pragma('foreign_keys = ON');
    expect(after.prepare('SELECT name, retired_after, footing FROM indicator').get()).toEqual({
      name: '指标',
      retired_after: null,
      footing: 0,
    });
    expect(after.prepare('SELECT value, evidence FROM observation').get()).toEqual({
      value: '7',
      evidence: '',
    });
    const insert = after.prepare(
      "INSERT INTO observation VALUES (?, 2024, 'empty', NULL, 'confirmed', '', '', '', '')",
    );
    insert.run('i');
    expect(() => insert.run('unknown')).toThrow(/FOREIGN KEY/);
    expect(() => after.exec("DELETE FROM indicator WHERE id = 'i'")).toThrow(/FOREIGN KEY/);
    after.close();
  });

  test('0055: topics and indicators of an older workspace are in sight', async () => {
    const folder = temporaryFolder();
    const upTo50 = migrations.filter((migration) => migration.version <= 50);
    await openAndClose(folder, upTo50);
    const path = join(folder, workspaceFileName);
    const before = new Database(path);
    before.exec(`
      INSERT INTO topic VALUES ('t', '专题', 0);
      INSERT INTO indicator VALUES ('i', 't', NULL, '指标', '件', 'count', 0, NULL, 0, NULL, 0);
    `);
    before.close();
    expect((await openAndClose(folder, migrations)).ok).toBe(true);
    const after = new Database(path);
    expect(after.prepare('SELECT name, removed_at FROM indicator').get()).toEqual({
      name: '指标',
      removed_at: null,
    });
    expect(after.prepare('SELECT name, removed_at FROM topic').get()).toEqual({
      name: '专题',
      removed_at: null,
    });
    after.close();
  });

  test('0060: a workspace of the version before keeps its numbers, gets a name of its own, and can log what offices supply', async () => {
    const folders = [temporaryFolder(), temporaryFolder()];
    const names = [];
    for (const folder of folders) {
      await openAndClose(
        folder,
        migrations.filter((migration) => migration.version < 60),
      );
      const before = new Database(join(folder, workspaceFileName));
      before.exec(`
        INSERT INTO topic VALUES ('t', 't', 0, NULL);
        INSERT INTO office VALUES ('o', '司法所', 0);
        INSERT INTO indicator VALUES ('i', 't', 'o', '指标', '件', 'count', 0, NULL, 0, NULL, 0, NULL);
        INSERT INTO observation VALUES ('i', 2023, 'number', '7', 'confirmed', '', '', '', '');
      `);
      before.close();
      expect((await openAndClose(folder, migrations)).ok).toBe(true);
      const after = new Database(join(folder, workspaceFileName));
      after.pragma('foreign_keys = ON');
      names.push(after.prepare('SELECT workspace_id FROM workspace_identity').pluck().get());
      expect(after.prepare('SELECT value FROM observation').pluck().get()).toBe('7');
      const issue = after.prepare("INSERT INTO office_issue VALUES (?, 2024, ?, 'a.xlsx', 3, '', '')");
      issue.run('o', 1);
      expect(() => issue.run('o', 1)).toThrow(/UNIQUE/);
      expect(() => issue.run('nobody', 1)).toThrow(/FOREIGN KEY/);
      const supply = after.prepare(
        `INSERT INTO office_supply VALUES (NULL, 'i', 2024, 'o', '司法所', 1, 'a.xlsx', '${'0'.repeat(64)}', ?, ?, '', '')`,
      );
      supply.run('number', '0');
      supply.run('notApplicable', null);
      expect(() => supply.run('number', null)).toThrow(/CHECK/);
      expect(() => supply.run('empty', null)).toThrow(/CHECK/);
      after.close();
    }
    expect(new Set(names).size).toBe(2);
    expect(names.every((name) => /^[0-9a-f]{32}$/.test(String(name)))).toBe(true);
  });

  test('0070: a workspace of the version before keeps its reports, and can hold dismissals with their reasons', async () => {
    const folder = temporaryFolder();
    await openAndClose(
      folder,
      migrations.filter((migration) => migration.version < 70),
    );
    const path = join(folder, workspaceFileName);
    const before = new Database(path);
    before.exec(`
      INSERT INTO template VALUES ('t', '1.0.0', '{}');
      INSERT INTO report VALUES ('r', 't', '1.0.0', 2023, '标题', '', '', '', NULL, 'draft', 'template', NULL, '', '', NULL);
    `);
    before.close();
    expect((await openAndClose(folder, migrations)).ok).toBe(true);
    const after = new Database(path);
    after.pragma('foreign_keys = ON');
    expect(after.prepare('SELECT title FROM report').pluck().get()).toBe('标题');
    const insert = after.prepare("INSERT INTO dismissed_finding VALUES (?, ?, ?, '', NULL)");
    insert.run('r', 'rateDiffers-1', '口径不同');
    expect(() => insert.run('r', 'rateDiffers-1', '又一次')).toThrow(/UNIQUE/);
    expect(() => insert.run('r', 'rateDiffers-2', '')).toThrow(/CHECK/);
    expect(() => insert.run('none', 'rateDiffers-1', '口径不同')).toThrow(/FOREIGN KEY/);
    after.close();
  });

  test('0085: a workspace of version 80 keeps its reports, and can hold what was exported and what came back, each once', async () => {
    const folder = temporaryFolder();
    const upTo80 = migrations.filter(({ version: one }) => one <= 80);
    await openAndClose(folder, upTo80);
    const path = join(folder, workspaceFileName);
    const before = new Database(path);
    before.exec(`
      INSERT INTO template VALUES ('t', '1.0.0', '{}');
      INSERT INTO report (id, template_key, template_version, year, title, document_number, addressee, signature, state,
                          origin, created_at, updated_at)
      VALUES ('r', 't', '1.0.0', 2023, '标题', '', '', '', 'draft', 'template', '', '');
    `);
    before.close();
    expect((await openAndClose(folder, migrations)).ok).toBe(true);
    const after = new Database(path);
    after.pragma('foreign_keys = ON');
    const sum = 'a'.repeat(64);
    const base = after.prepare("INSERT INTO returned_base VALUES (?, ?, ?, '[]', '2025-01-06T00:00:00Z')");
    base.run('r', sum, 'plain');
    expect(() => base.run('r', sum, 'plain')).toThrow(/UNIQUE/);
    expect(() => base.run('r', 'b'.repeat(64), 'festive')).toThrow(/CHECK/);
    expect(() => base.run('none', sum, 'plain')).toThrow(/FOREIGN KEY/);
    const file = after.prepare(
      "INSERT INTO returned_file VALUES (?, 'r', '改.docx', ?, x'00', '2025-01-06T00:00:00Z', NULL)",
    );
    file.run('f', sum);
    expect(() => file.run('g', sum)).toThrow(/UNIQUE/);
    after.close();
  });

  test('a step that leaves rows without what they refer to is taken back', async () => {
    const folder = temporaryFolder();
    await openAndClose(folder, migrations);
    const before = version(join(folder, workspaceFileName));
    const dangling: Migration = {
      version: 99_010,
      sql: "INSERT INTO indicator VALUES ('i', 'nowhere', NULL, 'i', '', 'count', 0, NULL, 0, NULL, 0, NULL);",
    };
    await expect(openAndClose(folder, [...migrations, dangling])).rejects.toThrow(/refer/);
    expect(version(join(folder, workspaceFileName))).toBe(before);
  });

  test('0080: reports of version 70 have nothing printed round their text yet, and no chapter is an attachment', async () => {
    const folder = temporaryFolder();
    await openAndClose(
      folder,
      migrations.filter((migration) => migration.version <= 70),
    );
    const path = join(folder, workspaceFileName);
    const before = new Database(path);
    before.exec(`
      INSERT INTO template VALUES ('t', '1.0.0', '{}');
      INSERT INTO report VALUES ('r', 't', '1.0.0', 2023, '标题', '', '', '', NULL, 'draft', 'template', NULL, '', '', NULL);
      INSERT INTO chapter VALUES ('c', 'r', NULL, 0, 'closing', '', 0, NULL, '{}', 0, 0, 0, 1, '', NULL);
    `);
    before.close();
    await openAndClose(folder, migrations);
    const after = new Database(path);
    const { imprint, format_profile_id: format } = after
      .prepare<[], { imprint: string; format_profile_id: string | null }>('SELECT * FROM report')
      .get() ?? { imprint: '', format_profile_id: '' };
    expect(imprintSchema.parse(JSON.parse(imprint))).toEqual(emptyImprint);
    expect(format).toBeNull();
    expect(after.prepare('SELECT is_attachment FROM chapter').pluck().all()).toEqual([0]);
    // Only a section of the first level can be one.
    expect(() => after.exec('UPDATE chapter SET is_attachment = 1')).toThrow(/CHECK/);
    after.close();
  });

  test('0100: a report of version 90 can be kept as it stands, and only for a known reason', async () => {
    const folder = temporaryFolder();
    await openAndClose(
      folder,
      migrations.filter((migration) => migration.version <= 90),
    );
    const path = join(folder, workspaceFileName);
    const before = new Database(path);
    before.exec(`
      INSERT INTO template VALUES ('t', '1.0.0', '{}');
      INSERT INTO report (id, template_key, template_version, year, title, document_number, addressee, signature, state,
                          origin, created_at, updated_at)
        VALUES ('r', 't', '1.0.0', 2023, '标题', '', '', '', 'draft', 'template', '', '');
    `);
    before.close();
    const opened = await openWorkspace({ folder, holder, clock, migrations });
    if (!opened.ok) throw new Error(opened.error.code);
    const keep = opened.value.database.prepare(
      "INSERT INTO report_state VALUES (?, 'r', '', ?, 1, '', x'00')",
    );
    keep.run('a', 'work');
    expect(() => keep.run('b', 'whim')).toThrow(/CHECK/);
    opened.value.close();
  });

  test('0120: the overridden places of a workspace of version 100 are found, and their texts no longer read', async () => {
    const folder = temporaryFolder();
    await openAndClose(
      folder,
      migrations.filter((migration) => migration.version <= 100),
    );
    const path = join(folder, workspaceFileName);
    const before = new Database(path);
    before.exec(`
      INSERT INTO template VALUES ('t', '1.0.0', '{}');
      INSERT INTO report (id, template_key, template_version, year, title, document_number, addressee, signature, state,
                          origin, created_at, updated_at)
        VALUES ('r', 't', '1.0.0', 2023, '标题', '', '', '', 'draft', 'template', '', ''),
               ('s', 't', '1.0.0', 2022, '标题', '', '', '', 'draft', 'template', '', '');
      INSERT INTO chapter (id, report_id, position, kind, heading, run_in, body, done, revision, carried_paragraphs, blank,
                           updated_at)
        VALUES ('a', 'r', 0, 'section', '', 0, '{"override":{}}', 0, 0, 2, 0, ''),
               ('b', 's', 0, 'section', '', 0, '{}', 0, 0, 0, 1, '');
    `);
    before.close();
    const opened = await openWorkspace({ folder, holder, clock, migrations });
    if (!opened.ok) throw new Error(opened.error.code);
    const { database } = opened.value;
    expect([...readReportsWithOverrides(database)]).toEqual(['r']);
    expect(readReportSummaries(database)).toEqual([
      { reportId: 'r', carriedParagraphs: 2, emptyChapters: 0 },
      { reportId: 's', carriedParagraphs: 0, emptyChapters: 1 },
    ]);
    const plan = database
      .prepare(
        `EXPLAIN QUERY PLAN SELECT DISTINCT report_id FROM chapter
          WHERE removed_at IS NULL AND instr(body, '"override":') > 0`,
      )
      .all();
    expect(JSON.stringify(plan)).toContain('chapter_overridden');
    opened.value.close();
  });

  test('an older workspace is backed up, then brought forward', async () => {
    const folder = temporaryFolder();
    await openAndClose(folder, migrations);
    const before = version(join(folder, workspaceFileName));
    expect((await openAndClose(folder, [...migrations, next])).ok).toBe(true);
    expect(version(join(folder, workspaceFileName))).toBe(99_000);
    const backups = readdirSync(join(folder, backupFolderName));
    expect(backups).toHaveLength(1);
    expect(version(join(folder, backupFolderName, backups[0] ?? ''))).toBe(before);
  });

  test('a new workspace needs no backup', async () => {
    const folder = temporaryFolder();
    await openAndClose(folder, [...migrations, next]);
    expect(existsSync(join(folder, backupFolderName))).toBe(false);
  });

  test('a step that fails leaves the workspace as it was, and openable', async () => {
    const folder = temporaryFolder();
    await openAndClose(folder, migrations);
    const before = version(join(folder, workspaceFileName));
    const broken: Migration = { version: 99_010, sql: 'CREATE TABLE half (id INTEGER); SELECT nonsense;' };
    await expect(openAndClose(folder, [...migrations, next, broken])).rejects.toThrow(/nonsense/);
    expect(version(join(folder, workspaceFileName))).toBe(before);
    expect((await openAndClose(folder, migrations)).ok).toBe(true);
    const connection = new Database(join(folder, workspaceFileName), { readonly: true });
    expect(connection.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual([]);
    connection.close();
  });
});
