/**
 * From source paragraphs to an understood report. Each step decides some lines and leaves the others open; nothing is
 * removed but what is listed as left out.
 */
import type { ParsedReport } from '../../../../shared/domain/parsed-report.ts';
import { importWarnings } from '../import-warnings.ts';
import type { SourceDocument } from '../source-document.ts';
import { withoutBlanks } from './characters.ts';
import { readClosing } from './closing.ts';
import { findDates } from './dates.ts';
import { separateEmbeddedHeadings } from './embedded-headings.ts';
import { readFrontMatter } from './front-matter.ts';
import { type OutlinedParagraph, outlineParagraphs } from './headings.ts';
import { isOpen, type Line, lineFrom } from './line.ts';
import { findMarker } from './markers.ts';
import { barePageNumbers, metadataValue, noiseReason } from './noise.ts';
import { leadingOrganization, leadingTownship } from './organization-name.ts';
import { findQuantities } from './quantities.ts';
import { rejoinParagraphs } from './rejoin.ts';
import { reportingYear } from './reporting-year.ts';

/** Understands a document. Never throws; takes time in proportion to the document's length. */
export function understand(source: SourceDocument): ParsedReport {
  const front = readFrontMatter(dropNoise(source.paragraphs.map(lineFrom)));
  const closing = readClosing(front.lines, front.end);
  const metadata = closing.lines.filter((line) => line.drop === 'metadata').map((line) => line.raw);
  const { lines, joins } = rejoinParagraphs(
    closing.lines.filter((line) => line.drop === null && line.text !== ''),
  );
  const outlined = outlineParagraphs(separateEmbeddedHeadings(lines));
  const { headings, paragraphs, skipped } = underHeadings(outlined);

  const issuedOn =
    closing.date ??
    front.date ??
    closing.printedOn ??
    dateFrom(metadata, '成文日期|发文日期|生成日期|发布日期|发布时间');
  const documentNumber = front.documentNumber ?? numberFrom(metadata);
  const title = front.title;
  const texts = paragraphs.filter((each) => ['body', 'heading'].includes(each.kind)).map((each) => each.text);
  const year = reportingYear({ title, documentNumber, issuedOn, texts });
  return {
    title,
    organization:
      front.organization ??
      leadingOrganization(title ?? '') ??
      closing.signature ??
      firstValue(metadata, '发布机构|发布机关|发文机关|发文机构|发布单位') ??
      leadingTownship(title ?? ''),
    documentNumber,
    addressee: front.addressee,
    year,
    issuedOn,
    headings,
    paragraphs,
    quantities: paragraphs.flatMap(({ kind, text }, paragraph) =>
      ['body', 'heading', 'table', 'note'].includes(kind)
        ? findQuantities(withoutMarker(text)).map((quantity) => ({ ...quantity, paragraph }))
        : [],
    ),
    dates: paragraphs.flatMap(({ text }) =>
      findDates(withoutMarker(text)).map(({ text, iso }) => ({ text, iso })),
    ),
    tables: source.tables,
    dropped: [...droppedOf(closing.lines), ...source.dropped],
    warnings: [
      ...source.warnings,
      ...(title === null ? [importWarnings.titleMissing()] : []),
      ...(year === null ? [importWarnings.yearMissing()] : []),
      ...(headings.length === 0 ? [importWarnings.headingsMissing()] : []),
      ...skipped.map(importWarnings.levelSkipped),
      ...(joins > 0 ? [importWarnings.paragraphsRejoined(joins)] : []),
    ],
  };
}

/** Marks page numbers and the words of a web page. */
function dropNoise(lines: readonly Line[]): Line[] {
  const isText = (line: Line) => line.text.length > 60 || findMarker(line.text, line.numbering) !== null;
  const first = lines.findIndex((line) => isOpen(line) && isText(line));
  const last = lines.findLastIndex((line) => isOpen(line) && isText(line));
  const numbers = barePageNumbers(lines.map((line) => (isOpen(line) ? line.text : '')));
  return lines.map((line, index) => {
    if (line.kind !== null || line.raw.trim() === '') return line;
    const around = first < 0 || index < first || index > last;
    // A page number's dashes look like a list's bullet: the line is judged as it stood, too.
    const reason = numbers.has(index)
      ? 'pageNumber'
      : (noiseReason(line.raw, around) ?? noiseReason(line.text, around));
    return reason === null ? line : { ...line, drop: reason };
  });
}

/** What was left out of the lines, in order: whole lines as they stood, or the marks taken out of them. */
function droppedOf(lines: readonly Line[]): ParsedReport['dropped'] {
  return lines.flatMap((line) =>
    line.drop === null
      ? line.removed.map((text) => ({ text, reason: 'markup' as const }))
      : [{ text: line.raw.trim(), reason: line.drop }],
  );
}

function underHeadings(outlined: readonly OutlinedParagraph[]) {
  const headings: ParsedReport['headings'] = [];
  const skipped: string[] = [];
  const paragraphs = outlined.map(({ kind, text, heading }): ParsedReport['paragraphs'][number] => {
    if (heading !== null) {
      if (heading.level > (headings.at(-1)?.level ?? 0) + 1) skipped.push(`${heading.marker}${heading.text}`);
      headings.push(heading);
    }
    return { kind, text, heading: headings.length === 0 ? null : headings.length - 1 };
  });
  return { headings, paragraphs, skipped };
}

/** The text with its marker blanked out, so that positions stay: «1.2024年…» holds no 1.2024. */
function withoutMarker(text: string): string {
  const marked = findMarker(text);
  return marked === null ? text : marked.rest.padStart(text.length, ' ');
}

function firstValue(metadata: readonly string[], keys: string): string | null {
  for (const line of metadata) {
    const value = metadataValue(line, keys);
    if (value !== null) return value;
  }
  return null;
}

function dateFrom(metadata: readonly string[], keys: string): string | null {
  const [date] = findDates(firstValue(metadata, keys) ?? '');
  return date?.iso.length === 10 ? date.iso : null;
}

function numberFrom(metadata: readonly string[]): string | null {
  const value = withoutBlanks(firstValue(metadata, '文号|发文字号') ?? '');
  return /[〔[(（【]\d{4}[〕\])）】]第?\d+号/.test(value) ? value : null;
}
