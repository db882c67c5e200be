import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { readTables } from '../../../../../src/main/core/storage/integrity/tables.ts';
import { insertRow } from '../../../../../src/main/core/storage/recovery/salvage-table.ts';

function fullTarget() {
  const target = new Database(':memory:');
  onTestFinished(() => {
    target.close();
  });
  target.exec('CREATE TABLE word (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const [table] = readTables(target);
  if (table === undefined) throw new Error('no table');
  return { target, table };
}

test('a row that the table cannot hold is told as such', () => {
  const { target, table } = fullTarget();
  expect(insertRow(target, table, ['a', '字'])).toBe(true);
  expect(insertRow(target, table, ['a', '又'])).toBe(false);
  expect(insertRow(target, table, ['b', null])).toBe(false);
});

test('a disk that is full while a row is salvaged is no damage of the row', () => {
  const { target, table } = fullTarget();
  target.pragma('max_page_count = 8');
  expect(() => insertRow(target, table, ['a', '字'.repeat(100_000)])).toThrow(/full/);
});
