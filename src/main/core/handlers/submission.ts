import { join } from 'node:path';
import type { ParsedInput } from '../../../shared/contract.ts';
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import type { ExportMode, Look } from '../../../shared/domain/look.ts';
import type { Refusal } from '../../../shared/domain/submission/refusal.ts';
import { ExpectedFailure, type Failure } from '../../../shared/errors.ts';
import type { ReadContext } from '../context.ts';
import { renderPdf } from '../export/pdf/render-pdf.ts';
import { keepState } from '../history/keep-state.ts';
import { keepReturnedBase } from '../returned/keep-base.ts';
import { insertExportRecord, readExportRecords } from '../storage/queries/export-records.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import { readOrganization } from '../storage/queries/organization.ts';
import { nodeDeviceFiles } from '../submission/device-files.ts';
import { refusalsOf } from '../submission/refusals.ts';
import { submissionName } from '../submission/submission-name.ts';
import { unpackSubmission } from '../submission/unpack.ts';
import { verifyAt } from '../submission/verify.ts';
import { destinationName, type WrittenFiles, writeSubmission } from '../submission/write-submission.ts';
import { exportFolder, type ReportMaterial, readForExport } from './exports.ts';
import { formatOf } from './format-profiles.ts';
import type { CommandHandlers, Preparations, QueryHandlers } from './kinds.ts';
import { requireReport, templateOf } from './reports.ts';

interface Ended {
  /** What it was written from. */
  material: ReportMaterial;
  format: FormatProfile;
  destination: string;
  written: WrittenFiles | null;
  failure: Failure | null;
  refused: Refusal[];
}

/** What a preparation did, on its way to the transaction that records it, by the very input of that call. */
const prepared = new WeakMap<object, Ended>();

function grantedPath({ grants }: Pick<ReadContext, 'grants'>, grant: string): string {
  const path = grants.path(grant);
  if (!path.ok) throw new ExpectedFailure(path.error.code, path.error.parameters);
  return path.value;
}

function organizationOf(context: ReadContext, { content }: ReportMaterial): string {
  return content.report.signature.trim() || (readOrganization(context.database)?.name ?? '');
}

function nameFor(context: ReadContext, material: ReportMaterial, look: Look, mode: ExportMode): string {
  const { report } = material.content;
  const { subject } = templateOf(context, report);
  return submissionName({
    organization: organizationOf(context, material),
    year: report.year,
    subject,
    look,
    mode,
  });
}

async function write(context: ReadContext, input: ParsedInput<'submission.write'>): Promise<Ended> {
  const { reportId, look, mode, form, documents, password } = input;
  const folder = input.target === null ? exportFolder(context) : grantedPath(context, input.target);
  const material = readForExport(context, reportId);
  const { report } = material.content;
  const format = formatOf(context, report);
  const { key, version } = templateOf(context, report);
  const { offices } = readNumberTables(context.database);
  const destination = await destinationName(context.drives, folder);
  const name = nameFor(context, material, look, mode);
  const ended = await context.submissionJobs.run(reportId, (watch) =>
    writeSubmission(
      {
        ...material,
        look,
        mode,
        form,
        documents,
        password,
        folder,
        folderName: destination,
        name,
        head: {
          organization: organizationOf(context, material),
          year: report.year,
          title: report.title.replace(/\s+/gu, ''),
          look,
          mode,
          template: { key, version },
          programVersion: context.programVersion,
          createdAt: context.clock.now().toISOString(),
        },
        officeName: (id) => offices.find((office) => office.id === id)?.name,
        format,
        makePdf: (layout) => renderPdf(layout, format, context),
      },
      { files: nodeDeviceFiles, drives: context.drives, watch },
    ),
  );
  if (ended.ok) return { material, format, destination, written: ended.value, failure: null, refused: [] };
  const { code, parameters } = ended.error;
  if (code === 'submission.busy' || code === 'protection.passwordTooShort') {
    throw new ExpectedFailure(code, parameters);
  }
  const refused =
    ended.error.code === 'export.unresolved' || ended.error.code === 'export.imprintMissing'
      ? refusalsOf({ ...material, format, look })
      : [];
  return { material, format, destination, written: null, failure: ended.error, refused };
}

export const submissionPreparations = {
  'submission.write': async (context, input) => {
    prepared.set(input, await write(context, input));
  },
} satisfies Preparations;

export const submissionQueries = {
  'drive.list': async ({ drives, driveGrants }) => ({
    drives: (await drives.list()).map((drive) => ({ grant: driveGrants.grant(drive.path), ...drive })),
  }),

  'submission.readiness': async (context, { reportId, look }) => {
    const material = readForExport(context, reportId);
    return {
      refused: refusalsOf({ ...material, look, format: formatOf(context, material.content.report) }),
      name: nameFor(context, material, look, 'formal'),
      pdfEngine: await context.pdf.describe(),
    };
  },

  'submission.progress': ({ submissionJobs }, { reportId }) => ({
    progress: submissionJobs.progress(reportId),
  }),

  'submission.cancel': ({ submissionJobs }, { reportId }) => {
    submissionJobs.cancel(reportId);
    return {};
  },

  'submission.log': (context, { reportId }) => {
    requireReport(context, reportId);
    return { records: readExportRecords(context.database, reportId) };
  },

  'submission.verify': async (context, { grant, password }) => {
    const verified = await verifyAt(nodeDeviceFiles, grantedPath(context, grant), password);
    if (!verified.ok) throw new ExpectedFailure(verified.error.code, verified.error.parameters);
    return verified.value;
  },

  'submission.unpack': async (context, { grant, name, password, target }) => {
    const granted = grantedPath(context, grant);
    const isFolder = (await nodeDeviceFiles.kind(granted)) === 'folder';
    const folder = target === null ? exportFolder(context) : grantedPath(context, target);
    const unpacked = await unpackSubmission(nodeDeviceFiles, context.drives, {
      path: isFolder ? join(granted, name) : granted,
      password,
      folder,
      folderName: await destinationName(context.drives, folder),
    });
    if (!unpacked.ok) throw new ExpectedFailure(unpacked.error.code, unpacked.error.parameters);
    return unpacked.value;
  },
} satisfies Partial<QueryHandlers>;

export const submissionCommands = {
  'submission.write': (context, input) => {
    const ended = prepared.get(input);
    if (ended === undefined) throw new Error('submission.write was not prepared');
    const { material, format, destination, written, failure, refused } = ended;
    const { reportId, look, mode } = input;
    const record = {
      id: context.newId(),
      exportedAt: context.now,
      look,
      mode,
      destination,
      // Of an archive what stands on the drive is one file.
      files: written === null ? [] : written.archive === null ? written.files : [written.archive],
      failure: failure?.code ?? null,
    };
    insertExportRecord(context.database, reportId, record);
    if (written !== null) {
      keepReturnedBase(context, material, look, format);
      keepState(context, reportId, 'export');
    }
    return {
      savedAt: context.now,
      record,
      written: written === null ? null : { ...written, grant: context.grants.grant(written.path) },
      failure,
      refused,
    };
  },
} satisfies Partial<CommandHandlers>;
