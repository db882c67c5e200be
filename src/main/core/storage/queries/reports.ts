import { z } from 'zod';
import { imprintSchema } from '../../../../shared/domain/imprint.ts';
import { type Report, reportSchema } from '../../../../shared/domain/model.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

const reportColumns = `id, template_key AS templateKey, year, title, document_number AS documentNumber, addressee,
  signature, issued_on AS issuedOn, imprint, format_profile_id AS formatProfileId, state, origin, predecessor_id AS predecessorId, updated_at AS updatedAt`;

const reportRow = z
  .looseObject({ imprint: z.string() })
  .transform((row) => ({ ...row, imprint: imprintSchema.parse(JSON.parse(row.imprint)) }))
  .pipe(reportSchema);

/** The report in sight of that id, or null. */
export function readReport(database: ReadableDatabase, id: string): Report | null {
  const row = database
    .prepare(`SELECT ${reportColumns} FROM report WHERE id = ? AND removed_at IS NULL`)
    .get(id);
  return row === undefined ? null : reportRow.parse(row);
}

/** All reports in sight, newest year first. */
export function readReports(database: ReadableDatabase): Report[] {
  const rows = database
    .prepare(
      `SELECT ${reportColumns} FROM report WHERE removed_at IS NULL ORDER BY year DESC, template_key, id`,
    )
    .all();
  return z.array(reportRow).parse(rows);
}

const titleRow = z.object({
  id: z.string(),
  year: z.number(),
  title: z.string(),
  removed: z.number().transform(Boolean),
});

/** Every report, those out of sight included, newest year first. */
export function readReportTitles(database: ReadableDatabase): z.infer<typeof titleRow>[] {
  const rows = database
    .prepare('SELECT id, year, title, removed_at IS NOT NULL AS removed FROM report ORDER BY year DESC, id')
    .all();
  return z.array(titleRow).parse(rows);
}

/** The report in sight of a template and year, or null. */
export function findReport(database: ReadableDatabase, templateKey: string, year: number): Report | null {
  const row = database
    .prepare(`SELECT ${reportColumns} FROM report WHERE template_key = ? AND year = ? AND removed_at IS NULL`)
    .get(templateKey, year);
  return row === undefined ? null : reportRow.parse(row);
}

/** The version of the template that the report was begun with. Throws where there is no such report. */
export function readTemplateVersion(database: ReadableDatabase, reportId: string): string {
  return z
    .string()
    .parse(database.prepare('SELECT template_version FROM report WHERE id = ?').pluck().get(reportId));
}

/** Writes a new report; `updatedAt` is also when it was created. */
export function insertReport(database: WritableDatabase, report: Report & { templateVersion: string }): void {
  database
    .prepare(
      `INSERT INTO report (id, template_key, template_version, year, title, document_number, addressee, signature,
                           issued_on, imprint, format_profile_id, state, origin, predecessor_id, created_at, updated_at)
       VALUES (:id, :templateKey, :templateVersion, :year, :title, :documentNumber, :addressee, :signature,
               :issuedOn, :imprint, :formatProfileId, :state, :origin, :predecessorId, :updatedAt, :updatedAt)`,
    )
    .run({ ...report, imprint: JSON.stringify(report.imprint) });
}

/** Writes what a person may change of a report: its head, state and time. */
export function updateReport(database: WritableDatabase, report: Report): void {
  database
    .prepare(
      `UPDATE report SET title = :title, document_number = :documentNumber, addressee = :addressee,
              signature = :signature, issued_on = :issuedOn, imprint = :imprint,
              format_profile_id = :formatProfileId, state = :state, updated_at = :updatedAt
        WHERE id = :id`,
    )
    .run({ ...report, imprint: JSON.stringify(report.imprint) });
}

/** Notes that something of the report changed at `now` (ISO 8601). */
export function touchReport(database: WritableDatabase, id: string, now: string): void {
  database.prepare('UPDATE report SET updated_at = ? WHERE id = ?').run(now, id);
}

const removedReport = z.object({ templateKey: z.string(), year: z.number() });

/** Template and year of a report that is out of sight, or null where there is none. */
export function readRemovedReport(database: ReadableDatabase, id: string) {
  const row = database
    .prepare('SELECT template_key AS templateKey, year FROM report WHERE id = ? AND removed_at IS NOT NULL')
    .get(id);
  return row === undefined ? null : removedReport.parse(row);
}

/** Puts a report out of sight at an instant (ISO 8601), or with null back in sight. */
export function setReportRemoved(database: WritableDatabase, id: string, removedAt: string | null): void {
  database.prepare('UPDATE report SET removed_at = ? WHERE id = ?').run(removedAt, id);
}

const summaryRow = z.object({
  reportId: z.string(),
  carriedParagraphs: z.number(),
  emptyChapters: z.number(),
});

/** Per report: paragraphs still marked as carried over, and chapters without text or children. */
export function readReportSummaries(database: ReadableDatabase): z.infer<typeof summaryRow>[] {
  const rows = database
    .prepare(
      `WITH RECURSIVE visible (id, report_id, carried_paragraphs, blank) AS (
         SELECT id, report_id, carried_paragraphs, blank FROM chapter
          WHERE parent_id IS NULL AND removed_at IS NULL
         UNION ALL
         SELECT c.id, c.report_id, c.carried_paragraphs, c.blank
           FROM chapter c JOIN visible v ON c.report_id = v.report_id AND c.parent_id = v.id
          WHERE c.removed_at IS NULL
       )
       SELECT report_id AS reportId, sum(carried_paragraphs) AS carriedParagraphs,
              sum(blank AND NOT EXISTS (
                SELECT 1 FROM chapter child
                 WHERE child.report_id = visible.report_id AND child.parent_id = visible.id
                   AND child.removed_at IS NULL
              )) AS emptyChapters
         FROM visible GROUP BY report_id`,
    )
    .all();
  return z.array(summaryRow).parse(rows);
}

/** Keeps what a report was imported from: file, SHA-256, and as JSON what was understood. */
export function writeImportRecord(
  database: WritableDatabase,
  record: { reportId: string; fileName: string; sha256: string; parsed: string; importedAt: string },
): void {
  database
    .prepare(
      `INSERT INTO import_record (report_id, file_name, sha256, parsed, imported_at)
       VALUES (:reportId, :fileName, :sha256, :parsed, :importedAt)`,
    )
    .run(record);
}
