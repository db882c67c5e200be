/** Import of a file of any format that is read, among them the one whose reader is asynchronous. */
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import { done, ExpectedFailure, failed, type Outcome } from '../../../shared/errors.ts';
import { detectFormat } from './file-format.ts';
import { parseReportFile } from './import-file.ts';
import { importLimits } from './import-limits.ts';
import { understand } from './understanding/understand.ts';

/**
 * Understands a report from a .pdf with a text layer, or from any format that `parseReportFile` reads, whose promise
 * and errors hold here as well. Besides them, with `name`: import.noText (pages, but no text on any of them).
 */
export async function parseAnyReportFile(name: string, bytes: Uint8Array): Promise<Outcome<ParsedReport>> {
  const format = detectFormat(name, bytes);
  const isPdf = bytes.length > 0 && format.kind === 'other' && format.format === 'pdf';
  return isPdf ? await parsePdf(name, bytes) : parseReportFile(name, bytes);
}

async function parsePdf(name: string, bytes: Uint8Array): Promise<Outcome<ParsedReport>> {
  // Loaded when the first .pdf comes: the reader is larger than all the others together.
  const { readPdf } = await import('./pdf/read-pdf.ts');
  try {
    const parsed = understand(await readPdf(bytes));
    return parsed.paragraphs.length > importLimits.paragraphs
      ? failed('import.tooLarge', { name, limit: importLimits.paragraphs })
      : done(parsed);
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    return failed(error.failure.code, { name, ...error.failure.parameters });
  }
}
