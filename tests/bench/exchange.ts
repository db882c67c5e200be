/** What taking the offices' sheets back costs: reading twelve workbooks, checking them, writing their numbers. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { workspaceFileName } from '../../src/main/core/storage/open.ts';
import type { Observation } from '../../src/shared/domain/model.ts';
import { measure, type Timing } from './measure.ts';
import { type BenchApp, freshFolder, openBenchApp } from './workspaces.ts';

const offices = 12;
const rowsEach = 40;
const year = 2024;

/** A unit with offices that are asked for counts, amounts and rates, and last year's numbers for all of them. */
async function workspaceWithOffices(folder: string): Promise<void> {
  const app = await openBenchApp(folder);
  await app.call('organization.save', { name: '某镇人民政府', abbreviation: '', county: '', addressee: '' });
  app.close();
  const database = new Database(join(folder, workspaceFileName));
  database.exec("INSERT INTO topic (id, name, position) VALUES ('t', '专题', 0)");
  const office = database.prepare('INSERT INTO office VALUES (?, ?, ?)');
  const indicator = database.prepare(
    `INSERT INTO indicator (id, topic_id, office_id, name, unit, kind, precision, formula, position)
     VALUES (?, 't', ?, ?, ?, ?, ?, NULL, ?)`,
  );
  const kinds = [
    ['件', 'count', 0],
    ['万元', 'amount', 2],
    ['%', 'rate', 1],
  ] as const;
  database.transaction(() => {
    for (let at = 0; at < offices; at += 1) {
      office.run(`o${at}`, `第${at + 1}办公室`, at);
      for (let row = 0; row < rowsEach; row += 1) {
        const [unit, kind, precision] = kinds[row % kinds.length] ?? kinds[0];
        indicator.run(`o${at}.${row}`, `o${at}`, `全年办理的第${row + 1}项`, unit, kind, precision, row);
      }
    }
  })();
  database.close();
}

async function everyCell(app: BenchApp, ofYear: number, entry: Observation['entry']): Promise<void> {
  const { indicators } = await app.call('numbers.read', {});
  const observations = indicators.map(({ id }): Observation => {
    return { indicatorId: id, year: ofYear, entry, state: 'confirmed', source: '', note: '', evidence: '' };
  });
  await app.call('numbers.set', { observations });
}

export async function exchangeTimings(): Promise<Timing[]> {
  const folder = freshFolder();
  await workspaceWithOffices(folder);
  const app = await openBenchApp(folder);
  await everyCell(app, year - 1, { kind: 'number', value: '60' });
  // The sheets go out with the numbers on them, and come back to a table that has none.
  await everyCell(app, year, { kind: 'number', value: '58' });
  const officeIds = Array.from({ length: offices }, (_, at) => `o${at}`);
  const { files } = await app.call('exchange.issue', { year, officeIds, folder: null });
  const grants = files.map(({ file }) => file.grant);
  const result = await measure(
    `${offices} office workbooks of ${rowsEach} rows: read, check, write`,
    {
      runs: 30,
      warmUps: 3,
      goal: 'under 1 s',
      prepare: () => everyCell(app, year, { kind: 'empty' }),
    },
    async () => {
      const preview = await app.call('exchange.read', { year, grants });
      const sums = new Map(preview.files.map(({ grant, sha256 }) => [grant, sha256]));
      const { observations } = await app.call('exchange.accept', {
        year,
        decisions: preview.items
          .filter(({ verdict }) => verdict === 'new')
          .map(({ grant, row, indicatorId, current }) => ({
            grant,
            row,
            sha256: sums.get(grant) ?? '',
            indicatorId: indicatorId ?? '',
            expected: current,
          })),
      });
      if (observations.length !== offices * rowsEach) throw new Error(`only ${observations.length} were new`);
    },
  );
  app.close();
  rmSync(folder, { recursive: true });
  return [result];
}
