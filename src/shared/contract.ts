/**
 * The one contract of the program: every method, with its input and output as schemas, by area under contract/. Each
 * door validates the input before the handler runs; handlers and the renderer's client derive their types from here.
 */
import type { z } from 'zod';
import { activityMethods } from './contract/activity-methods.ts';
import { backupMethods } from './contract/backup-methods.ts';
import { chapterMethods } from './contract/chapter-methods.ts';
import { exchangeMethods } from './contract/exchange-methods.ts';
import { exportMethods } from './contract/export-methods.ts';
import { findingMethods } from './contract/finding-methods.ts';
import { fontMethods } from './contract/font-methods.ts';
import { formatProfileMethods } from './contract/format-profile-methods.ts';
import { historyMethods } from './contract/history-methods.ts';
import { hostMethods } from './contract/host-methods.ts';
import { importMethods } from './contract/import-methods.ts';
import { indicatorMethods } from './contract/indicator-methods.ts';
import { journalMethods } from './contract/journal-methods.ts';
import type { MethodKind } from './contract/method.ts';
import { previewMethods } from './contract/preview-methods.ts';
import { recoveryMethods } from './contract/recovery-methods.ts';
import { reportMethods } from './contract/report-methods.ts';
import { returnedMethods } from './contract/returned-methods.ts';
import { rollMethods } from './contract/roll-methods.ts';
import { sampleMethods } from './contract/sample-methods.ts';
import { submissionMethods } from './contract/submission-methods.ts';
import { supportMethods } from './contract/support-methods.ts';
import { updateMethods } from './contract/update-methods.ts';
import { workspaceMethods } from './contract/workspace-methods.ts';

export type { Backup, BackupWarning, ContentCounts } from './contract/backup-methods.ts';
export type { OfficeSupply, PreviewItem, SuppliedFile } from './contract/exchange-methods.ts';
export type { exportPlaceSchema, overriddenPlaceSchema } from './contract/export-methods.ts';
export type { AcceptanceUndo } from './contract/import-methods.ts';
export type { UnsavedEntry } from './contract/journal-methods.ts';
export { type GrantedFile, type MethodKind, maximumFileBytes } from './contract/method.ts';
export {
  type AttachmentEntry,
  attachmentEntrySchema,
  type ReportContent,
} from './contract/report-methods.ts';
export type {
  DocumentKind,
  ExportRecord,
  FileProblem,
  NotMade,
  VerifiedSubmission,
  WritingStep,
  WrittenSubmission,
} from './contract/submission-methods.ts';
export type { FoundUpdate, UpdateManner, UpdateStep } from './contract/update-methods.ts';
export type { NumberTables, ReportCard } from './contract/workspace-methods.ts';

export const contract = {
  ...hostMethods,
  ...workspaceMethods,
  ...indicatorMethods,
  ...reportMethods,
  ...rollMethods,
  ...chapterMethods,
  ...importMethods,
  ...exportMethods,
  ...findingMethods,
  ...exchangeMethods,
  ...historyMethods,
  ...activityMethods,
  ...backupMethods,
  ...journalMethods,
  ...recoveryMethods,
  ...submissionMethods,
  ...formatProfileMethods,
  ...returnedMethods,
  ...previewMethods,
  ...fontMethods,
  ...updateMethods,
  ...sampleMethods,
  ...supportMethods,
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type MethodInput<M extends MethodName> = z.input<Contract[M]['input']>;
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Contract[M]['output']>;
export type MethodsOfKind<K extends MethodKind> = {
  [M in MethodName]: Contract[M]['kind'] extends K ? M : never;
}[MethodName];

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}
