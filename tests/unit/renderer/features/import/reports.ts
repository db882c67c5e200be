import type { ParsedReport } from '../../../../../src/shared/domain/parsed-report.ts';

/** A report of text paragraphs and of pieces left out. */
export function reportOf(texts: readonly string[], left: readonly string[] = []): ParsedReport {
  return {
    title: null,
    organization: null,
    documentNumber: null,
    addressee: null,
    year: 2023,
    issuedOn: null,
    headings: [],
    paragraphs: texts.map((text) => ({ kind: 'body', text, heading: null })),
    quantities: [],
    dates: [],
    tables: [],
    dropped: left.map((text) => ({ text, reason: 'navigation' })),
    warnings: [],
  };
}
