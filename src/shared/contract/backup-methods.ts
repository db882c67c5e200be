/** Copies of the whole workspace: made by the program, listed, carried away, and gone back to. */
import { z } from 'zod';
import { failureSchema } from '../errors.ts';
import { fileSchema, grantSchema, method, nothing } from './method.ts';
import { passwordSchema } from './password.ts';

export const contentCountsSchema = z.object({
  reports: z.number().int(),
  chapters: z.number().int(),
  /** Of headings and text, blanks left out. */
  characters: z.number().int(),
  /** Cells that hold a number or say that none applies. */
  observations: z.number().int(),
});
export type ContentCounts = z.infer<typeof contentCountsSchema>;

const backupSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  reason: z.enum(['automatic', 'manual', 'beforeRestore', 'beforeUpgrade']),
  /** Bytes. */
  size: z.number().int(),
  state: z.enum(['good', 'newer', 'damaged']),
  /** Null for one that cannot be read. */
  counts: contentCountsSchema.nullable(),
  /** It holds what the workspace holds now. */
  sameAsNow: z.boolean(),
});
export type Backup = z.infer<typeof backupSchema>;

const backupWarningSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('failed'), at: z.iso.datetime(), failure: failureSchema }),
  /** The newest backup, of this time, is more than an hour behind the work. */
  z.object({ kind: z.literal('behind'), at: z.iso.datetime() }),
  /** All backups hold one state, that of this time. */
  z.object({ kind: z.literal('allSame'), at: z.iso.datetime() }),
]);
export type BackupWarning = z.infer<typeof backupWarningSchema>;

const chosen = z.object({ id: z.string().min(1).max(200) });
/** A copy that comes from outside; the password is needed for a protected one only. */
const outside = z.object({ grant: grantSchema, password: passwordSchema });
const restored = z.object({ savedAs: z.string(), counts: contentCountsSchema });

export const backupMethods = {
  'backup.list': method(
    'query',
    nothing,
    z.object({
      /** Where the backups stand, for the person. */
      folder: z.string(),
      /** Newest first. */
      backups: z.array(backupSchema),
      present: contentCountsSchema,
      warning: backupWarningSchema.nullable(),
    }),
  ),
  /** A query, because it writes a file but not the workspace, and other work goes on meanwhile. */
  'backup.make': method('query', nothing, z.object({ id: z.string(), counts: contentCountsSchema })),
  /**
   * Copies a backup to a stick or folder and reads the copy back. Without a target the backup's own file is handed
   * out, for a browser to save; then nothing is read back. With a password the copy is a protected file, and opened with
   * that password when it is read back; without a target it is written into the program's own export folder first.
   */
  'backup.copyTo': method(
    'query',
    chosen.extend({ target: grantSchema.nullable(), password: passwordSchema }),
    z.object({ file: fileSchema, path: z.string(), sha256: z.string() }),
  ),
  /** Saves the present state as a backup, then puts the chosen one in its place. */
  'backup.restore': method('exclusive', chosen, restored),
  /**
   * What a copy from a stick or another computer holds. Nothing is changed. Failures: protection.needsPassword,
   * .wrongPassword and those of damage; backup.damaged, workspace.newer.
   */
  'backup.readCopy': method(
    'query',
    outside,
    z.object({
      name: z.string(),
      isProtected: z.boolean(),
      counts: contentCountsSchema,
      sameAsNow: z.boolean(),
    }),
  ),
  /** As `backup.restore`, from a copy that comes from outside. */
  'backup.restoreCopy': method('exclusive', outside, restored),
} as const;
