/**
 * Bounds on what is read from a file nobody vouches for. A report of 50 pages has some 30,000 characters and a
 * thousand paragraphs; the limits leave room for twenty such reports and keep time and memory bounded.
 */
const mebibyte = 1024 * 1024;

export const importLimits = {
  /** A text file, in bytes. */
  textBytes: 4 * mebibyte,
  /** A .docx file as it stands on the disk; its pictures are never unpacked. */
  archiveBytes: 200 * mebibyte,
  /** Files inside the archive. */
  archiveEntries: 4096,
  /** One unpacked part. */
  partBytes: 24 * mebibyte,
  /** All unpacked parts together. */
  unpackedBytes: 48 * mebibyte,
  /** Unpacked bytes per packed byte, looked at once a part is larger than `ratioFreeBytes`. */
  ratio: 200,
  ratioFreeBytes: 2 * mebibyte,
  /** Elements within elements. */
  xmlDepth: 200,
  /** Text kept, in UTF-16 units. */
  characters: 1_000_000,
  /** Read or made by cutting; as many as a chapter may hold (see `chapterDocumentSchema`). */
  paragraphs: 5000,
};

/** How a limit in bytes is told to a person. */
export function limitInWords(bytes: number): string {
  return `${Math.floor(bytes / mebibyte)} MB`;
}
