import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readReadableRows } from '../../../../../src/main/core/storage/recovery/readable-rows.ts';

const table = { name: 't', columns: [{ name: 'id', isBlob: false }], key: ['id'] };

/** A table of which no end can be read, and of the rows between only those that `canRead`. */
function damagedTable(canRead: (row: number) => boolean) {
  const asked: number[] = [];
  const damaged = () => {
    throw new Database.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT');
  };
  const statement = {
    raw: () => statement,
    iterate: damaged,
    get(row: number) {
      asked.push(row);
      return canRead(row) ? [row] : damaged();
    },
  };
  const connection = { prepare: () => statement } as unknown as Database.Database;
  return { connection, asked };
}

function numbersIn(canRead: (row: number) => boolean) {
  const { connection, asked } = damagedTable(canRead);
  const { rows, complete } = readReadableRows(connection, table, []);
  expect(complete).toBe(false);
  return { found: new Set(rows.map(([row]) => row)), asked };
}

describe('rows of a table of which neither end can be read', () => {
  it('asks for few of the rows where none can be read', () => {
    const { found, asked } = numbersIn(() => false);
    expect(found.size).toBe(0);
    expect(asked.length).toBeLessThan(1500);
    expect(asked.at(-1)).toBeGreaterThan(19_900);
  });

  it('finds every row of what can be read behind a long hole', () => {
    const { found } = numbersIn((row) => row >= 7777 && row < 9000);
    expect(found).toEqual(new Set(Array.from({ length: 1223 }, (_, index) => 7777 + index)));
  });

  it('finds single rows between short holes', () => {
    const { found } = numbersIn((row) => row % 400 === 0 && row <= 4000);
    expect(found).toEqual(new Set([400, 800, 1200, 1600, 2000, 2400, 2800, 3200, 3600, 4000]));
  });
});
