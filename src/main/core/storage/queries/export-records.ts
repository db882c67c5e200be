/** Everything that left the program: names, sizes and sums, never contents. */
import { z } from 'zod';
import type { ExportRecord } from '../../../../shared/contract.ts';
import { exportModes, looks } from '../../../../shared/domain/look.ts';
import { submissionFileSchema } from '../../../../shared/domain/submission/manifest.ts';
import { errorCodeSchema } from '../../../../shared/errors.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

const row = z
  .object({
    id: z.string(),
    exportedAt: z.string(),
    look: z.enum(looks),
    mode: z.enum(exportModes),
    destination: z.string(),
    files: z.string(),
    failure: z.string(),
  })
  .transform(({ files, failure, ...rest }) => {
    // A code that a later version no longer has is still a failure.
    const code = errorCodeSchema.safeParse(failure);
    return {
      ...rest,
      files: z.array(submissionFileSchema).parse(JSON.parse(files)),
      failure: failure === '' ? null : code.success ? code.data : ('internal' as const),
    };
  });

export function insertExportRecord(
  database: WritableDatabase,
  reportId: string,
  { files, failure, ...record }: ExportRecord,
): void {
  database
    .prepare(
      `INSERT INTO export_record (id, report_id, exported_at, look, mode, destination, files, failure)
       VALUES (:id, :reportId, :exportedAt, :look, :mode, :destination, :files, :failure)`,
    )
    .run({ ...record, reportId, files: JSON.stringify(files), failure: failure ?? '' });
}

/** The latest first. */
export function readExportRecords(database: ReadableDatabase, reportId: string): ExportRecord[] {
  return z.array(row).parse(
    database
      .prepare(
        `SELECT id, exported_at AS exportedAt, look, mode, destination, files, failure
           FROM export_record WHERE report_id = ? ORDER BY exported_at DESC, id DESC`,
      )
      .all(reportId),
  );
}
