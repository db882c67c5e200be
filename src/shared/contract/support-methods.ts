/** What a supporter asks of a computer. Facts about machine and program only: no name, no path, no text of a person. */
import { z } from 'zod';
import { roleFontSchema } from '../domain/font-report.ts';
import { errorCodes } from '../errors.ts';
import { grantSchema, method, nothing } from './method.ts';

/** A part that could not be told leaves the others whole. */
function part<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('told', [
    z.object({ told: z.literal(true), value }),
    z.object({ told: z.literal(false) }),
  ]);
}

const bytes = z.number().min(0);

export const machineFactsSchema = z.object({
  /** «Windows 11 Pro», «银河麒麟桌面操作系统 V10»; '' where the system does not say. */
  systemName: z.string(),
  /** Of the kernel: «10.0.22631». */
  systemRelease: z.string(),
  /** As Node calls it: «x64», «arm64», «loong64». */
  architecture: z.string(),
  memoryBytes: bytes,
  freeMemoryBytes: bytes,
  /** '' where the program does not run in it. */
  node: z.string(),
  electron: z.string(),
  chromium: z.string(),
});
export type MachineFacts = z.infer<typeof machineFactsSchema>;

export const supportFactsSchema = z.object({
  program: z.object({ version: z.string(), door: z.enum(['electron', 'http', 'cli']) }),
  machine: part(machineFactsSchema),
  sqlite: part(z.string()),
  /** Of the drive that the workspace is on; null where the system does not say. */
  freeBytes: part(bytes.nullable()),
  /** The fonts of the national standard. */
  fonts: part(z.array(roleFontSchema)),
  /** Drives that can be pulled out; labels, which may name a person, are left out. */
  drives: part(
    z.array(
      z.object({
        fileSystem: z.string(),
        totalBytes: bytes,
        freeBytes: bytes,
        readOnly: z.boolean(),
        busy: z.boolean(),
      }),
    ),
  ),
  workspace: part(
    z.object({
      /** The file and what SQLite keeps beside it. */
      sizeBytes: bytes,
      schema: z.number().int(),
      reports: z.number().int(),
      /** Those put out of sight. */
      removedReports: z.number().int(),
    }),
  ),
  backups: part(
    z.object({
      count: z.number().int(),
      newestAt: z.iso.datetime().nullable(),
      lastFailure: z.enum(errorCodes).nullable(),
    }),
  ),
  /** What prints a .pdf; null where nothing can. */
  pdf: part(z.object({ name: z.string(), version: z.string() }).nullable()),
});
export type SupportFacts = z.infer<typeof supportFactsSchema>;

export const supportMethods = {
  'support.facts': method('query', nothing, supportFactsSchema),
  /** Writes the text of the page where a person has chosen. Failures: those of writing a file. */
  'support.write': method(
    'query',
    z.object({ target: grantSchema, text: z.string().min(1).max(20_000) }),
    z.object({ name: z.string() }),
  ),
} as const;
