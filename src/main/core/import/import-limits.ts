/**
 * Bounds on what is read from a file nobody vouches for. A report of 50 pages has some 30,000 characters and a
 * thousand paragraphs; the limits leave room for twenty such reports and keep time and memory bounded.
 */
const mebibyte = 1024 * 1024;

export const importLimits = {
  /** A text file, in bytes. */
  textBytes: 4 * mebibyte,
  /** A web page, in bytes; pictures may be written into it. */
  pageBytes: 16 * mebibyte,
  /** Elements, pieces of text and comments of a web page. */
  pageNodes: 100_000,
  /** Elements within elements of a web page; browsers stop there, too. */
  pageDepth: 512,
  /** Attributes of one element of a web page. */
  elementAttributes: 500,
  /** A .doc or .wps file as it stands on the disk, pictures included. */
  compoundBytes: 100 * mebibyte,
  /** One stream of such a file that is read; pictures are in others. */
  streamBytes: 24 * mebibyte,
  /** A .docx file as it stands on the disk; of its pictures no more than `pictureBytes` are unpacked. */
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
  /** Pictures kept of one file, and their bytes together. */
  pictures: 200,
  pictureBytes: 20 * mebibyte,
  /** Elements within elements. */
  xmlDepth: 200,
  /** Text kept, in UTF-16 units. */
  characters: 1_000_000,
  /** Text of all tables with that of merged cells repeated, in UTF-16 units. */
  tableCharacters: 4_000_000,
  /** Pieces of text placed on the pages of an .ofd file. */
  placedTexts: 200_000,
  /** Read or made by cutting; as many as a chapter may hold (see `chapterDocumentSchema`). */
  paragraphs: 5000,
};

/** How a limit in bytes is told to a person. */
export function limitInWords(bytes: number): string {
  return `${Math.floor(bytes / mebibyte)} MB`;
}
