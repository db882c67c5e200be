/** Reads all that the session shows of a report, at once. */
import type { MethodOutput } from '../../../shared/contract.ts';
import { done, type Outcome } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';

export interface OpenedReport {
  content: MethodOutput<'report.read'>;
  tables: MethodOutput<'numbers.read'>;
  predecessor: MethodOutput<'report.readPredecessor'>['content'];
  guidance: MethodOutput<'report.guidance'>;
  format: MethodOutput<'formatProfile.ofReport'>['profile'];
}

/** The first failure where anything of it cannot be read: half a report is not shown. */
export async function readReport(call: Call, id: string): Promise<Outcome<OpenedReport>> {
  const [content, tables, predecessor, guidance, format] = await Promise.all([
    call('report.read', { id }),
    call('numbers.read', {}),
    call('report.readPredecessor', { id }),
    call('report.guidance', { id }),
    call('formatProfile.ofReport', { reportId: id }),
  ]);
  if (!content.ok) return content;
  if (!tables.ok) return tables;
  if (!predecessor.ok) return predecessor;
  if (!guidance.ok) return guidance;
  if (!format.ok) return format;
  return done({
    content: content.value,
    tables: tables.value,
    predecessor: predecessor.value.content,
    guidance: guidance.value,
    format: format.value.profile,
  });
}
