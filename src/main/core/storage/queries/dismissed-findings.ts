import { z } from 'zod';
import { type Dismissal, dismissalSchema } from '../../../../shared/domain/checks/finding.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

/** What is set aside of a report's findings at present, the latest first. */
export function readDismissals(database: ReadableDatabase, reportId: string): Dismissal[] {
  const rows = database
    .prepare(
      `SELECT finding_id AS findingId, reason, dismissed_at AS dismissedAt FROM dismissed_finding
        WHERE report_id = ? AND restored_at IS NULL ORDER BY dismissed_at DESC, finding_id`,
    )
    .all(reportId);
  return z.array(dismissalSchema).parse(rows);
}

/** The latest reason stands. */
export function writeDismissal(
  database: WritableDatabase,
  reportId: string,
  { findingId, reason, dismissedAt }: Dismissal,
): void {
  database
    .prepare(
      `INSERT INTO dismissed_finding (report_id, finding_id, reason, dismissed_at)
       VALUES (:reportId, :findingId, :reason, :dismissedAt)
       ON CONFLICT (report_id, finding_id)
       DO UPDATE SET reason = :reason, dismissed_at = :dismissedAt, restored_at = NULL`,
    )
    .run({ reportId, findingId, reason, dismissedAt });
}

export function restoreFinding(
  database: WritableDatabase,
  reportId: string,
  findingId: string,
  now: string,
): void {
  database
    .prepare(
      `UPDATE dismissed_finding SET restored_at = ?
        WHERE report_id = ? AND finding_id = ? AND restored_at IS NULL`,
    )
    .run(now, reportId, findingId);
}
