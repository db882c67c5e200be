/** From a report to the files of its submission, in memory and checked, before a drive is touched. */
import type { DocumentKind, NotMade } from '../../../shared/contract.ts';
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import { maskPrivateData } from '../../../shared/domain/private-data.ts';
import {
  dataName,
  type ManifestFile,
  type ManifestHead,
  manifestName,
  mostNumbers,
  notesName,
} from '../../../shared/domain/submission/manifest.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import { type CheckedNumbers, type DocxRequest, makeDocx } from '../export/export-report.ts';
import type { LaidOutReport } from '../export/layout-model.ts';
import { makeOfd } from '../export/ofd/make-ofd.ts';
import { boundNumbers } from './bound-numbers.ts';
import { dataRows } from './data-rows.ts';
import { writeDataWorkbook } from './data-workbook.ts';
import { notesText } from './notes-text.ts';
import { writeManifest } from './sealed-manifest.ts';
import { documentNames } from './submission-name.ts';
import { type SubmissionFileBytes, sha256Of } from './sums.ts';

export interface MadeSubmission {
  /** The manifest is the last: a reader that finds it finds everything. */
  files: SubmissionFileBytes[];
  numbers: CheckedNumbers;
  notMade: NotMade[];
}

export interface SubmissionRequest extends DocxRequest {
  format: FormatProfile;
  head: ManifestHead;
  documents: readonly DocumentKind[];
  officeName: (id: string) => string | undefined;
  /** The .pdf of the same layout. */
  makePdf: (layout: LaidOutReport) => Promise<Outcome<Uint8Array>>;
}

/**
 * The same bytes for the same report and `createdAt`, but for the .pdf, which its engine dates. A .pdf that cannot be
 * made is told in `notMade`, and fails only where nothing else was asked for.
 * Errors: those of makeDocx; submission.tooManyNumbers; of the .pdf alone, its own.
 */
export async function makeSubmission(request: SubmissionRequest): Promise<Outcome<MadeSubmission>> {
  const { content, book, documents } = request;
  const printed = (words: string) => (request.look === 'public' ? maskPrivateData(words) : words);
  const { title, year } = content.report;
  const names = documentNames({ title: printed(title), year });
  // Also without a .docx in it: the check of the document and its numbers is made on that one.
  const made = await makeDocx(request, names.document);
  if (!made.ok) return made;
  const { layout, numbers } = made.value;
  const head: ManifestHead = { ...request.head, title: layout.title || request.head.title };
  const bound = boundNumbers(content, layout, book, request.format);
  if (bound.length > mostNumbers) {
    return failed('submission.tooManyNumbers', { count: bound.length, limit: mostNumbers });
  }
  const files: (SubmissionFileBytes & { role: ManifestFile['role'] })[] = [];
  const notMade: NotMade[] = [];
  if (documents.includes('docx')) {
    files.push({ name: names.document, role: 'document', bytes: made.value.bytes });
  }
  if (documents.includes('pdf')) {
    const pages = await request.makePdf(layout);
    if (pages.ok) files.push({ name: names.pages, role: 'pages', bytes: pages.value });
    else notMade.push({ document: 'pdf', failure: pages.error });
  }
  if (documents.includes('ofd')) {
    files.push({ name: names.statePages, role: 'pages', bytes: await makeOfd(layout, request.format) });
  }
  const [onlyFailure] = notMade;
  if (files.length === 0 && onlyFailure !== undefined) return { ok: false, error: onlyFailure.failure };
  const rows = dataRows(bound, request.officeName);
  files.push({ name: dataName, role: 'data', bytes: await writeDataWorkbook(head, rows) });
  const notes = notesText(head, files.map(listed), bound.length);
  files.push({ name: notesName, role: 'notes', bytes: notes });
  const manifest = writeManifest({
    ...head,
    files: files.map(listed),
    numbers: bound.map(
      ({ isNotApplicable: _state, officeId: _office, source: _source, ...number }) => number,
    ),
  });
  return done({
    files: [...files.map(({ name, bytes }) => ({ name, bytes })), { name: manifestName, bytes: manifest }],
    numbers,
    notMade,
  });
}

function listed({ name, role, bytes }: SubmissionFileBytes & { role: ManifestFile['role'] }): ManifestFile {
  return { name, role, size: bytes.byteLength, sha256: sha256Of(bytes) };
}
