/**
 * The one contract of the program: every method, with its input and output as schemas, by area under contract/. Each
 * door validates the input before the handler runs; handlers and the renderer's client derive their types from here.
 */
import type { z } from 'zod';
import { chapterMethods } from './contract/chapter-methods.ts';
import { exportMethods } from './contract/export-methods.ts';
import { hostMethods } from './contract/host-methods.ts';
import { importMethods } from './contract/import-methods.ts';
import { indicatorCreateMethods } from './contract/indicator-create-methods.ts';
import type { MethodKind } from './contract/method.ts';
import { reportMethods } from './contract/report-methods.ts';
import { rollMethods } from './contract/roll-methods.ts';
import { workspaceMethods } from './contract/workspace-methods.ts';

export type { exportPlaceSchema } from './contract/export-methods.ts';
export type { AcceptanceUndo } from './contract/import-methods.ts';
export type { NewIndicator } from './contract/indicator-create-methods.ts';
export { type GrantedFile, type MethodKind, maximumFileBytes } from './contract/method.ts';
export {
  type AttachmentEntry,
  attachmentEntrySchema,
  type ReportContent,
} from './contract/report-methods.ts';
export type { NumberTables, ReportCard } from './contract/workspace-methods.ts';

export const contract = {
  ...hostMethods,
  ...workspaceMethods,
  ...reportMethods,
  ...rollMethods,
  ...chapterMethods,
  ...indicatorCreateMethods,
  ...importMethods,
  ...exportMethods,
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
