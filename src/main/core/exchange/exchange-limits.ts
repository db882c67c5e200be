/** Bounds on a returned workbook; an office's sheet has some 40 rows and 20 kB. */
const mebibyte = 1024 * 1024;

export const exchangeLimits = {
  /** One unpacked part: room for a sheet whose 1,048,576 rows were all given a height. */
  partBytes: 64 * mebibyte,
  unpackedBytes: 96 * mebibyte,
  /** Larger sheets are freed of empty rows before they are read. */
  plainSheetBytes: mebibyte,
  sheets: 50,
  /** Cells with a value, of all sheets together. */
  cells: 200_000,
  sharedTexts: 200_000,
  mergedRanges: 20_000,
  /** Rows that may name an indicator, of all sheets together. */
  rows: 5000,
  /** Text of one cell that is kept, in UTF-16 units. */
  cellText: 500,
  /** Files read at a time. */
  files: 200,
  timeLimitMilliseconds: 10_000,
  memoryLimitMegabytes: 512,
};
