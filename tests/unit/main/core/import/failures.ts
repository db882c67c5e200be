/** How the importer answers to spoilt files: with one of its codes, never with anything thrown. */
import { parseReportFile } from '../../../../../src/main/core/import/import-file.ts';
import type { Failure } from '../../../../../src/shared/errors.ts';

export function errorOf(name: string, bytes: Uint8Array): Failure | null {
  const outcome = parseReportFile(name, bytes);
  return outcome.ok ? null : outcome.error;
}

/** Codes that a file whose bytes were changed may be answered with; `read` where it still tells a text. */
export const answersToChangedBytes = [
  'read',
  'import.damaged',
  'import.unsupported',
  'import.encrypted',
  'import.tooLarge',
  'import.empty',
];

export function answerTo(name: string, bytes: Uint8Array): string {
  return errorOf(name, bytes)?.code ?? 'read';
}
