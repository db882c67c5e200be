/** The door itself: dialogs, and bytes in and out of the page. */
import { z } from 'zod';
import { fileSchema, grantSchema, maximumFileBytes, method, nothing } from './method.ts';

export const hostMethods = {
  'host.describe': method(
    'host',
    nothing,
    z.object({
      door: z.enum(['electron', 'http', 'cli']),
      nativeDialogs: z.boolean(),
      version: z.string(),
    }),
  ),
  /** Waits a while and answers nothing: a window in a browser calls it again and again, to say that it is open. */
  'host.stay': method('host', nothing, z.object({})),
  /** Asks for one file with the system's dialog. `null`: the person cancelled. */
  'host.chooseFile': method('host', nothing, z.object({ file: fileSchema.nullable() })),
  /** Asks for spreadsheets, any number of them; empty when the person cancelled. */
  'host.chooseWorkbooks': method('host', nothing, z.object({ files: z.array(fileSchema) })),
  /** Asks for a folder, to write into or to take sheets from. `null`: the person cancelled. `path` is for the person. */
  'host.chooseFolder': method('host', nothing, z.object({ grant: grantSchema.nullable(), path: z.string() })),
  /** Asks for a copy of a backup with the system's dialog. `null`: the person cancelled. */
  'host.chooseBackup': method('host', nothing, z.object({ file: fileSchema.nullable() })),
  /** Asks for one .zip, or a protected one, with the system's dialog. `null`: the person cancelled. */
  'host.chooseArchive': method('host', nothing, z.object({ file: fileSchema.nullable() })),
  /** Asks where to save. `null`: the person cancelled. */
  'host.chooseTarget': method(
    'host',
    z.object({ suggestedName: z.string().min(1).max(200) }),
    z.object({ grant: grantSchema.nullable() }),
  ),
  /** Bytes handed over by the page (browser file field, drag and drop). */
  'host.receiveFile': method(
    'host',
    z.object({
      name: z.string().min(1).max(255),
      base64: z.base64().max(Math.ceil(maximumFileBytes / 3) * 4),
    }),
    fileSchema,
  ),
  /** Bytes of a file that this program wrote, for the browser to save. */
  'host.fetchFile': method(
    'host',
    z.object({ grant: grantSchema }),
    z.object({ name: z.string(), base64: z.string() }),
  ),
} as const;
