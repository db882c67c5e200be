import type { LearntFormat } from '../../../shared/domain/learnt-format.ts';
import { done, type ErrorCode, ExpectedFailure, failed, type Outcome } from '../../../shared/errors.ts';
import { openArchive } from '../import/archive/archive.ts';
import { findParts } from '../import/docx/package-parts.ts';
import { detectFormat } from '../import/file-format.ts';
import { importLimits, limitInWords } from '../import/import-limits.ts';
import { learnFormat } from './learn-format.ts';
import { readSample } from './read-sample.ts';

/** What readers and threads say of a file, in the words of this errand. */
export const sampleCodes: Partial<Record<ErrorCode, ErrorCode>> = {
  'import.damaged': 'formatProfile.unreadable',
  'import.encrypted': 'formatProfile.unreadable',
  'import.tooLarge': 'formatProfile.tooLarge',
  'import.tookTooLong': 'formatProfile.tooLarge',
};

/**
 * Learns a format from a .docx. Errors, each with `name`: formatProfile.notDocx, formatProfile.unreadable (damaged, or
 * with a password), formatProfile.tooLarge, formatProfile.noSample (no text).
 */
export function learnSampleFile(name: string, bytes: Uint8Array): Outcome<LearntFormat> {
  try {
    if (bytes.length === 0) return failed('formatProfile.noSample', { name });
    if (bytes.length > importLimits.archiveBytes) {
      return failed('formatProfile.tooLarge', { name, limit: limitInWords(importLimits.archiveBytes) });
    }
    // A password makes a compound file of a .docx, which looks like an old .doc: both want to be saved anew.
    const format = detectFormat(name, bytes);
    if (format.kind === 'damaged') return failed('formatProfile.unreadable', { name });
    if (format.kind !== 'zip') return failed('formatProfile.notDocx', { name });
    const archive = openArchive(bytes);
    const parts = archive.names.has('OFD.xml') ? null : findParts(archive);
    if (parts === null) return failed('formatProfile.notDocx', { name });
    const sample = readSample(archive, parts);
    return sample.paragraphs.length === 0
      ? failed('formatProfile.noSample', { name })
      : done(learnFormat(sample));
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    return failed(sampleCodes[error.failure.code] ?? error.failure.code, { name });
  }
}
