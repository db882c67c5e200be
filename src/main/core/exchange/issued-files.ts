/** Workbooks for the offices, written before the command that records them. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { askedOfOffice } from '../../../shared/domain/exchange/asked-indicators.ts';
import { type WorkbookIdentity, workbookFormat } from '../../../shared/domain/exchange/supply.ts';
import { createNumberBook } from '../../../shared/domain/number-book.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext } from '../context.ts';
import { writeFileAtomically } from '../export/atomic-write.ts';
import { fileNameOf } from '../export/file-name.ts';
import { latestIssue, readWorkspaceId } from '../storage/queries/exchange.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import { readOrganization } from '../storage/queries/organization.ts';
import { type OfficeSheet, officeSheet } from './office-sheet.ts';
import { readWorkbook } from './read-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

export interface IssuedFile {
  officeId: string;
  number: number;
  asked: number;
  path: string;
  name: string;
  size: number;
}

export interface IssuedFiles {
  folder: string;
  files: IssuedFile[];
}

export interface IssueRequest {
  year: number;
  officeIds: string[];
  folder: string | null;
}

const exportFolder = '导出';

/**
 * Writes and reads back a workbook for each of the offices that has something to fill in. An existing file is never
 * replaced: an office may have filled it in where it stands. Throws ExpectedFailure organization.missing,
 * exchange.nothingToAsk, file.grantUnknown, those of writing.
 */
export async function writeIssuedFiles(context: ReadContext, request: IssueRequest): Promise<IssuedFiles> {
  const sheets = sheetsFor(context, request);
  const folder = folderFor(context, request);
  const files: IssuedFile[] = [];
  for (const sheet of sheets) {
    const { officeId, issue: number } = sheet.identity;
    const bytes = await writeWorkbook(sheet, context.clock.now());
    const path = freePath(folder, `${request.year}年填报表-${sheet.identity.officeName}-第${number}次`);
    const written = await writeFileAtomically(path.path, bytes);
    if (!written.ok) throw new ExpectedFailure(written.error.code, written.error.parameters);
    if (!readsBack(path.name, bytes, sheet)) {
      throw new ExpectedFailure('export.readBackDiffers', { name: path.name });
    }
    files.push({ officeId, number, asked: sheet.rows.length, ...path, size: bytes.length });
  }
  return { folder, files };
}

function sheetsFor({ database }: ReadContext, { year, officeIds }: IssueRequest): OfficeSheet[] {
  const organization = readOrganization(database);
  if (organization === null) throw new ExpectedFailure('organization.missing');
  const tables = readNumberTables(database);
  const book = createNumberBook(tables);
  const workspaceId = readWorkspaceId(database);
  const sheets = tables.offices.flatMap((office) => {
    const asked = askedOfOffice(tables.indicators, office.id, year);
    if (!officeIds.includes(office.id) || asked.length === 0) return [];
    const identity: WorkbookIdentity = {
      format: workbookFormat,
      workspaceId,
      organization: organization.name,
      year,
      officeId: office.id,
      officeName: office.name,
      issue: latestIssue(database, office.id, year) + 1,
    };
    return [officeSheet(identity, asked, book)];
  });
  if (sheets.length === 0) throw new ExpectedFailure('exchange.nothingToAsk', { year });
  return sheets;
}

function folderFor(context: ReadContext, { year, folder }: IssueRequest): string {
  if (folder !== null) {
    const path = context.grants.path(folder);
    if (!path.ok) throw new ExpectedFailure(path.error.code, path.error.parameters);
    return made(path.value);
  }
  return made(join(context.workspaceFolder, exportFolder, `填报表-${year}`));
}

function made(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new ExpectedFailure('export.writeFailed', { name: folder, reason });
  }
}

function freePath(folder: string, title: string): { path: string; name: string } {
  for (let copy = 1; ; copy += 1) {
    const name = fileNameOf(copy === 1 ? title : `${title}（${copy}）`, '.xlsx');
    const path = join(folder, name);
    if (!existsSync(path)) return { path, name };
  }
}

/** What comes back is judged by the reader; a sheet that it does not know again must not go out. */
function readsBack(name: string, bytes: Uint8Array, { identity, rows }: OfficeSheet): boolean {
  const read = readWorkbook(name, bytes);
  if (!read.ok || JSON.stringify(read.value.identity) !== JSON.stringify(identity)) return false;
  const ids = (list: readonly { indicatorId: string | null }[]) =>
    list.map((row) => row.indicatorId).join('\n');
  return ids(read.value.rows) === ids(rows);
}
