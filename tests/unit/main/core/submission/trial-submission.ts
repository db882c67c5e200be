/** Submissions of the small report, made as the program makes them, for the tests of writing and verifying. */
import {
  type MadeSubmission,
  makeSubmission,
} from '../../../../../src/main/core/submission/make-submission.ts';
import { submissionName } from '../../../../../src/main/core/submission/submission-name.ts';
import type { DocumentKind } from '../../../../../src/shared/contract.ts';
import { nationalStandardProfile } from '../../../../../src/shared/domain/format-profile.ts';
import type { ManifestHead } from '../../../../../src/shared/domain/submission/manifest.ts';
import { failed } from '../../../../../src/shared/errors.ts';
import { resolvedChapters, trialBook, trialContent } from '../export/trial-report.ts';

export const trialHead: ManifestHead = {
  organization: '松岭镇人民政府',
  year: 2024,
  title: '松岭镇人民政府关于2024年度法治政府建设情况的报告',
  look: 'plain',
  mode: 'formal',
  template: { key: 'trial', version: '1.0.0' },
  programVersion: '9.9.9',
  createdAt: '2025-02-05T08:00:00.000Z',
};

export const trialName = submissionName({ ...trialHead, subject: '法治政府建设' });

/** Differs from another by the time at which it was made. */
export async function trialSubmission(
  createdAt = trialHead.createdAt,
  documents: DocumentKind[] = ['docx'],
): Promise<MadeSubmission> {
  const made = await makeSubmission({
    content: trialContent(resolvedChapters),
    book: trialBook(),
    lastYearHeadings: new Set(),
    mode: 'formal',
    look: 'plain',
    format: nationalStandardProfile,
    head: { ...trialHead, createdAt },
    documents,
    officeName: () => undefined,
    makePdf: async () => failed('pdf.noEngine'),
  });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}
