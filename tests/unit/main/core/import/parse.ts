import { parseReportFile } from '../../../../../src/main/core/import/import-file.ts';
import type { ParsedReport } from '../../../../../src/shared/domain/parsed-report.ts';

export function parseBytes(name: string, bytes: Uint8Array): ParsedReport {
  const outcome = parseReportFile(name, bytes);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

export function parseText(text: string): ParsedReport {
  return parseBytes('report.txt', new TextEncoder().encode(text));
}

/** `level marker text`, one per heading. */
export function headingLines(parsed: ParsedReport): string[] {
  return parsed.headings.map(({ level, marker, text }) => `${level} ${marker} ${text}`);
}

export function textsOf(parsed: ParsedReport, kind: string): string[] {
  return parsed.paragraphs.filter((paragraph) => paragraph.kind === kind).map(({ text }) => text);
}
