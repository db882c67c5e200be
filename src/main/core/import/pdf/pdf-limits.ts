/** Bounds on a .pdf besides those of `importLimits`. A yearly report has a few dozen pages. */
export const pdfLimits = {
  /** The file as it stands on the disk, in bytes: scans and pictures make it large, though they are not unpacked. */
  fileBytes: 100 * 1024 * 1024,
  pages: 300,
  /** Pieces of text; a program that places each character by itself makes one for each. */
  pieces: 600_000,
};
