/** 关于本机: facts for whoever helps from afar. What cannot be told is told as such, and leaves out nothing else. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fontsOfFormat } from '../../../shared/domain/font-report.ts';
import { nationalStandardProfile } from '../../../shared/domain/format-profile.ts';
import type { ReadContext } from '../context.ts';
import { writeFileAtomically } from '../export/atomic-write.ts';
import { readReportTitles } from '../storage/queries/reports.ts';
import type { QueryHandlers } from './kinds.ts';
import { succeeded } from './succeeded.ts';

type Part<T> = { told: true; value: T } | { told: false };

/** Whatever goes wrong in one part, a bug included, is no reason to keep the others from a supporter. */
async function part<T>(find: () => T | Promise<T>): Promise<Part<T>> {
  try {
    return { told: true, value: await find() };
  } catch {
    return { told: false };
  }
}

async function sizeOf(path: string): Promise<number> {
  const sizes = [path, `${path}-wal`].map((file) =>
    stat(file).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function describeWorkspace({ database, workspacePath }: ReadContext) {
  const titles = readReportTitles(database);
  return {
    sizeBytes: await sizeOf(workspacePath),
    schema: Number(database.prepare('PRAGMA user_version').pluck().get()),
    reports: titles.filter(({ removed }) => !removed).length,
    removedReports: titles.filter(({ removed }) => removed).length,
  };
}

async function describeBackups({ backups }: ReadContext) {
  const listed = await backups.list();
  return {
    count: listed.length,
    newestAt: listed[0]?.at.toISOString() ?? null,
    lastFailure: backups.lastFailure()?.failure.code ?? null,
  };
}

export const supportQueries = {
  'support.facts': async (context) => {
    const { machine, drives, installedFonts, pdf, database, workspaceFolder, holder, programVersion } =
      context;
    const [machineFacts, sqlite, freeBytes, fonts, driveList, workspace, backups, engine] = await Promise.all(
      [
        part(() => machine.facts()),
        part(() => String(database.prepare('SELECT sqlite_version()').pluck().get())),
        part(async () => (await drives.volume(workspaceFolder)).freeBytes),
        part(async () => fontsOfFormat(nationalStandardProfile, await installedFonts.families())),
        part(async () =>
          (await drives.list()).map(({ fileSystem, totalBytes, freeBytes: free, readOnly, busy }) => ({
            fileSystem,
            totalBytes,
            freeBytes: free,
            readOnly,
            busy,
          })),
        ),
        part(() => describeWorkspace(context)),
        part(() => describeBackups(context)),
        part(() => pdf.describe()),
      ],
    );
    return {
      program: { version: programVersion, door: holder.door },
      machine: machineFacts,
      sqlite,
      freeBytes,
      fonts,
      drives: driveList,
      workspace,
      backups,
      pdf: engine,
    };
  },

  'support.write': async ({ grants }, { target, text }) => {
    const path = succeeded(grants.path(target));
    // Windows' own editor of old takes a file without the mark for GBK.
    succeeded(await writeFileAtomically(path, Buffer.from(`\uFEFF${text}`, 'utf8')));
    return { name: basename(path) };
  },
} satisfies Partial<QueryHandlers>;
