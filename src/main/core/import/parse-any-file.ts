/** Import of a file of any format that is read, among them the one whose reader is asynchronous. */
import { ExpectedFailure, failed, type Outcome } from '../../../shared/errors.ts';
import { detectFormat } from './file-format.ts';
import { type ReadReport, readingOf, readReportFile } from './import-file.ts';

/**
 * Understands a report, and takes out its pictures, from a .pdf with a text layer, or from any format that
 * `readReportFile` reads, whose promise and errors hold here as well. Besides them, with `name`: import.noText (pages,
 * but no text on any of them).
 */
export async function readAnyReportFile(name: string, bytes: Uint8Array): Promise<Outcome<ReadReport>> {
  const format = detectFormat(name, bytes);
  const isPdf = bytes.length > 0 && format.kind === 'other' && format.format === 'pdf';
  return isPdf ? await readPdfFile(name, bytes) : readReportFile(name, bytes);
}

async function readPdfFile(name: string, bytes: Uint8Array): Promise<Outcome<ReadReport>> {
  // Loaded when the first .pdf comes: the reader is larger than all the others together.
  const { readPdf } = await import('./pdf/read-pdf.ts');
  try {
    return readingOf(name, await readPdf(bytes));
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    return failed(error.failure.code, { name, ...error.failure.parameters });
  }
}
