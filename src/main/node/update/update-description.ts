/** What an update file says of itself: the signed part, from which everything else in the file follows. */
import { z } from 'zod';
import { editionArchitectures, editionPlatforms, isVersion } from '../edition/edition-layout.ts';

export const productName = 'xiangbao';
export const updateExtension = '.xbupdate';

/** Far above what an edition needs (about 130 MB, 700 files), and what a check has to look at in the worst case. */
export const updateLimits = {
  descriptionBytes: 2 * 1024 * 1024,
  files: 5_000,
  fileBytes: 400 * 1024 * 1024,
  totalBytes: 800 * 1024 * 1024,
} as const;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const version = z.string().refine(isVersion);

/** A name that every system of ours can keep as it is: no separators, no drive, stream or device of Windows, no dot at an end. */
const safeName = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))(?![. ])[^/\\:*?"<>|\p{Cc}]{1,200}(?<![. ])$/iu;

/** Below a version's folder: `runtime/…` or `program/…`, with `/`, never out of it. */
export function isContainedPath(path: string): boolean {
  const [first, ...rest] = path.split('/');
  return (
    (first === 'runtime' || first === 'program') &&
    rest.length > 0 &&
    path.length <= 400 &&
    rest.every((name) => safeName.test(name))
  );
}

const describedFileSchema = z.object({
  path: z.string().refine(isContainedPath),
  /** Bytes, unpacked. */
  size: z.int().min(0).max(updateLimits.fileBytes),
  /** Of the unpacked bytes. */
  sha256: digest,
  executable: z.boolean(),
  /** Bytes of it in the update file, as raw deflate. */
  packedSize: z.int().min(0).max(updateLimits.fileBytes),
});

export type DescribedFile = z.output<typeof describedFileSchema>;

export const updateDescriptionSchema = z
  .object({
    schema: z.literal(1),
    product: z.literal(productName),
    version,
    platform: z.enum(editionPlatforms),
    arch: z.enum(editionArchitectures),
    /** What is new, in Chinese, for the clerk. */
    notes: z.string().max(4_000),
    /** In the order of the file. */
    files: z.array(describedFileSchema).min(1).max(updateLimits.files),
    /** Of all packed bytes, one after another. */
    packedSha256: digest,
  })
  .refine(({ files }) => files.reduce((sum, { size }) => sum + size, 0) <= updateLimits.totalBytes)
  .refine(({ files }) => stand(files.map(({ path }) => path)));

export type UpdateDescription = z.output<typeof updateDescriptionSchema>;

/** Whether all paths can stand side by side, also where capitals do not count: no two alike, none a folder of another. */
function stand(paths: readonly string[]): boolean {
  const folded = paths.map((path) => path.toLowerCase());
  const files = new Set(folded);
  const isFile = (folder: string[]) => files.has(folder.join('/'));
  return (
    files.size === paths.length &&
    folded.every((path) => {
      const parts = path.split('/');
      return parts.every((_, count) => count === 0 || !isFile(parts.slice(0, count)));
    })
  );
}
