import { basename } from 'node:path';
import type { ReportContent } from '../../../shared/contract.ts';
import type { Outcome } from '../../../shared/errors.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext } from '../context.ts';
import { readBytes } from '../import/read-bytes.ts';
import { acceptReturned, restoreReturned } from '../returned/accept-returned.ts';
import { type ComparisonSource, compareWithReport } from '../returned/compare-with-report.ts';
import type { ReadReturnedFile } from '../returned/returned-files.ts';
import { readChapters } from '../storage/queries/chapters.ts';
import {
  keepReturnedFile,
  readReturnedFile,
  readReturnedFiles,
  setReturnedAccepted,
} from '../storage/queries/returned.ts';
import { formatOf } from './format-profiles.ts';
import type { CommandHandlers, Preparations, QueryHandlers } from './kinds.ts';
import { requireEditableReport, requireReport } from './reports.ts';

interface FileBytes {
  name: string;
  bytes: Uint8Array;
}

/** Read by the preparation of a command, by its input. */
const prepared = new WeakMap<object, { read: ReadReturnedFile; bytes: Uint8Array }>();

function required<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new ExpectedFailure(outcome.error.code, outcome.error.parameters);
  return outcome.value;
}

async function grantedFile(context: ReadContext, grant: string): Promise<FileBytes> {
  const path = required(context.grants.path(grant));
  const name = basename(path);
  return { name, bytes: required(await readBytes(path, name)) };
}

function keptFile(context: Pick<ReadContext, 'database'>, reportId: string, fileId: string): FileBytes {
  const file = readReturnedFile(context.database, reportId, fileId);
  if (file === null) throw new ExpectedFailure('returned.fileNotFound');
  return { name: file.name, bytes: new Uint8Array(file.bytes) };
}

function contentOf(context: Pick<ReadContext, 'database'>, reportId: string): ReportContent {
  return {
    report: requireReport(context, reportId),
    chapters: readChapters(context.database, reportId),
  };
}

function sourceOf(context: Pick<ReadContext, 'database'>): ComparisonSource {
  return { database: context.database, formatOf: (report) => formatOf(context, report) };
}

function preparedFor(input: object) {
  const found = prepared.get(input);
  if (found === undefined) throw new Error('the command was not prepared');
  return found;
}

export const returnedQueries = {
  'returned.files': (context, { reportId }) => {
    requireReport(context, reportId);
    return { files: readReturnedFiles(context.database, reportId) };
  },

  'returned.read': async (context, input) => {
    const { reportId } = input;
    requireReport(context, reportId);
    const file =
      'grant' in input ? await grantedFile(context, input.grant) : keptFile(context, reportId, input.fileId);
    const read = required(await context.returnedFiles.read(file.name, file.bytes));
    const { comparison, exportedAt, fingerprint } = compareWithReport(
      sourceOf(context),
      contentOf(context, reportId),
      read,
    );
    const { changes, numbers, comments, asides } = comparison;
    return {
      name: file.name,
      exportedAt,
      fingerprint,
      changes: changes.map(({ act: _act, ...change }) => change),
      numbers,
      comments,
      asides,
    };
  },
} satisfies Partial<QueryHandlers>;

export const returnedPreparations = {
  'returned.keep': async (context, input) => {
    const file = await grantedFile(context, input.grant);
    const read = required(await context.returnedFiles.read(file.name, file.bytes));
    prepared.set(input, { read, bytes: file.bytes });
  },
  'returned.accept': async (context, input) => {
    const { name, bytes } = keptFile(context, input.reportId, input.fileId);
    prepared.set(input, { read: required(await context.returnedFiles.read(name, bytes)), bytes });
  },
} satisfies Preparations;

export const returnedCommands = {
  'returned.keep': (context, input) => {
    const { database, newId, now } = context;
    const { reportId } = input;
    const { read, bytes } = preparedFor(input);
    compareWithReport(sourceOf(context), contentOf(context, reportId), read);
    const { name, sha256 } = read;
    const id = keepReturnedFile(database, { id: newId(), reportId, name, sha256, bytes, receivedAt: now });
    const file = readReturnedFiles(database, reportId).find((one) => one.id === id);
    if (file === undefined) throw new Error('the file was not kept');
    return { savedAt: now, file };
  },

  'returned.accept': (context, input) => {
    const { reportId, fileId, fingerprint, taken, numbers } = input;
    requireEditableReport(context, reportId);
    const { read } = preparedFor(input);
    const compared = compareWithReport(sourceOf(context), contentOf(context, reportId), read);
    if (compared.fingerprint !== fingerprint) throw new ExpectedFailure('returned.changedMeanwhile');
    const decisions = {
      taken: new Set(taken),
      numbers: new Map(numbers.map(({ key, decision }) => [key, decision])),
    };
    const { before, after, written } = acceptReturned(context, compared, decisions, read.name);
    setReturnedAccepted(context.database, fileId, context.now);
    return { ...written, before, after };
  },

  'returned.restore': (context, { reportId, state, expected }) => {
    requireEditableReport(context, reportId);
    return restoreReturned(context, contentOf(context, reportId), state, expected);
  },
} satisfies Partial<CommandHandlers>;
