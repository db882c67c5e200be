/** What was sent to the offices, and what they supplied. */
import { z } from 'zod';
import type { OfficeSupply } from '../../../../shared/contract.ts';
import type { EarlierSupply } from '../../../../shared/domain/exchange/supply-item.ts';
import { type Entry, entrySchema } from '../../../../shared/domain/model.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

const issueRow = z.object({
  officeId: z.string(),
  number: z.number(),
  fileName: z.string(),
  asked: z.number(),
  issuedAt: z.string(),
  issuedBy: z.string(),
});
export type OfficeIssue = z.infer<typeof issueRow>;

const supplyRow = z
  .object({
    id: z.number(),
    indicatorId: z.string(),
    officeId: z.string(),
    officeName: z.string(),
    issue: z.number().nullable(),
    fileName: z.string(),
    sha256: z.string(),
    kind: z.enum(['number', 'notApplicable']),
    value: z.string().nullable(),
    acceptedAt: z.string(),
    acceptedBy: z.string(),
  })
  .transform(({ kind, value, ...rest }) => ({
    ...rest,
    entry: entrySchema.parse(kind === 'number' ? { kind, value } : { kind }),
  }));

/** By what the workspace is known in the workbooks it sends. */
export function readWorkspaceId(database: ReadableDatabase): string {
  return z.string().parse(database.prepare('SELECT workspace_id FROM workspace_identity').pluck().get());
}

/** What was sent for the year, the latest first. */
export function readIssues(database: ReadableDatabase, year: number): OfficeIssue[] {
  return z.array(issueRow).parse(
    database
      .prepare(
        `SELECT office_id AS officeId, number, file_name AS fileName, asked, issued_at AS issuedAt,
                issued_by AS issuedBy
           FROM office_issue WHERE year = ? ORDER BY issued_at DESC, number DESC, office_id`,
      )
      .all(year),
  );
}

/** The number of the office's latest sheet for the year, 0 before the first. */
export function latestIssue(database: ReadableDatabase, officeId: string, year: number): number {
  const latest = database
    .prepare('SELECT max(number) FROM office_issue WHERE office_id = ? AND year = ?')
    .pluck()
    .get(officeId, year);
  return z.number().nullable().parse(latest) ?? 0;
}

export function insertIssue(database: WritableDatabase, year: number, issue: OfficeIssue): void {
  database
    .prepare(
      `INSERT INTO office_issue (office_id, year, number, file_name, asked, issued_by, issued_at)
       VALUES (:officeId, :year, :number, :fileName, :asked, :issuedBy, :issuedAt)`,
    )
    .run({ ...issue, year });
}

const supplyColumns = `id, indicator_id AS indicatorId, office_id AS officeId, office_name AS officeName, issue,
  file_name AS fileName, sha256, kind, value, accepted_at AS acceptedAt, accepted_by AS acceptedBy`;

/** What was taken in for the year, the latest first. */
export function readSupplies(database: ReadableDatabase, year: number): OfficeSupply[] {
  const rows = database
    .prepare(`SELECT ${supplyColumns} FROM office_supply WHERE year = ? ORDER BY id DESC`)
    .all(year);
  return z
    .array(supplyRow)
    .parse(rows)
    .map(({ issue: _, ...supply }) => supply);
}

/** The latest supply of each office for each indicator of the year. */
export function readEarlierSupplies(database: ReadableDatabase, year: number): EarlierSupply[] {
  const rows = database
    .prepare(
      `SELECT ${supplyColumns} FROM office_supply
        WHERE id IN (SELECT max(id) FROM office_supply WHERE year = ? GROUP BY indicator_id, office_id)`,
    )
    .all(year);
  return z
    .array(supplyRow)
    .parse(rows)
    .map(({ indicatorId, officeId, issue, entry }) => ({ indicatorId, officeId, issue, entry }));
}

/** A number that an office supplied, to be logged; `issue` is null where the workbook did not say. */
export interface NewSupply extends Omit<OfficeSupply, 'id' | 'entry'> {
  issue: number | null;
  entry: Exclude<Entry, { kind: 'empty' }>;
}

export function insertSupplies(database: WritableDatabase, year: number, supplies: NewSupply[]): void {
  const insert = database.prepare(
    `INSERT INTO office_supply (indicator_id, year, office_id, office_name, issue, file_name, sha256, kind, value,
                                accepted_by, accepted_at)
     VALUES (:indicatorId, :year, :officeId, :officeName, :issue, :fileName, :sha256, :kind, :value, :acceptedBy,
             :acceptedAt)`,
  );
  for (const { entry, ...supply } of supplies) {
    const value = entry.kind === 'number' ? entry.value : null;
    insert.run({ ...supply, year, kind: entry.kind, value });
  }
}
