/** What a submission and its documents are called. The words are printed on the stick, so they are Chinese. */
import type { ExportMode, Look } from '../../../shared/domain/look.ts';
import type { Report } from '../../../shared/domain/model.ts';
import { fileNameOf, suggestedFileName } from '../export/file-name.ts';

export interface SubmissionTitle {
  organization: string;
  year: number;
  /** «法治政府建设». */
  subject: string;
  look: Look;
  mode: ExportMode;
}

/**
 * «云溪镇人民政府2024年度法治政府建设报告». A draft and the public version have a name of their own, so that neither takes
 * the formal one's place. Without extension, as every drive and system takes it.
 */
export function submissionName({ organization, year, subject, look, mode }: SubmissionTitle): string {
  const kind = `${look === 'public' ? '（公开版）' : ''}${mode === 'draft' ? '（草稿）' : ''}`;
  // Cut before the kind is added: it is what tells the two apart.
  const stem = fileNameOf(`${organization}${year}年度${subject}报告`, '') || `${year}年度报告`;
  return `${stem}${kind}`;
}

export function documentNames(
  report: Pick<Report, 'title' | 'year'>,
): Record<'document' | 'pages' | 'statePages', string> {
  const document = suggestedFileName(report);
  const stem = document.slice(0, -'.docx'.length);
  return { document, pages: `${stem}.pdf`, statePages: `${stem}.ofd` };
}
