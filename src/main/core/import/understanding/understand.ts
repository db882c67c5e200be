/**
 * From source paragraphs to an understood report. Each step decides some lines and leaves the others open; nothing is
 * removed but what is listed as left out.
 */
import type { ParsedReport } from '../../../../shared/domain/parsed-report.ts';
import { withoutBlanks } from '../../../../shared/domain/text/characters.ts';
import { findDates } from '../../../../shared/domain/text/dates.ts';
import { findMarker } from '../../../../shared/domain/text/markers.ts';
import { findQuantities } from '../../../../shared/domain/text/quantities.ts';
import { importWarnings } from '../import-warnings.ts';
import { plainParagraph, type SourceDocument } from '../source-document.ts';
import { type Closing, readClosing } from './closing.ts';
import { separateEmbeddedHeadings } from './embedded-headings.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { type OutlinedParagraph, outlineParagraphs } from './headings.ts';
import { isOpen, type Line, lineFrom } from './line.ts';
import { barePageNumbers, metadataValue, noiseReason } from './noise.ts';
import { leadingOrganization, leadingTownship, townshipInOpening } from './organization-name.ts';
import { rejoinParagraphs } from './rejoin.ts';
import { reportingYear } from './reporting-year.ts';
import { runningHeaders } from './running-headers.ts';

/** What one reading of the lines found. */
interface Reading {
  front: Omit<FrontMatter, 'lines' | 'end'>;
  closing: Omit<Closing, 'lines'>;
  outlined: OutlinedParagraph[];
  dropped: ParsedReport['dropped'];
  /** Lines of a catalogue of documents, as they stood. */
  metadata: string[];
  joins: number;
}

/** Its own result read again is almost always what it was; a text that never settles is nobody's writing. */
const mostReadings = 4;

/** Understands a document. Never throws; takes time in proportion to the document's length. */
export function understand(source: SourceDocument): ParsedReport {
  const reading = readUntilSettled(source);
  const { front, closing, metadata, joins } = reading;
  const { headings, paragraphs, skipped } = underHeadings(reading.outlined);

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
      leadingTownship(title ?? '') ??
      townshipInOpening(paragraphs.find(({ kind }) => kind === 'body')?.text ?? ''),
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
    dropped: [...reading.dropped, ...source.dropped],
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

/**
 * Reads a plain text again from its own result until that stays as it is: what is joined, cut or left out changes what
 * its neighbours look like, and a report that is exported as text and read again must come out the same. What a word
 * processor says of its paragraphs would be gone in the second reading: such a document is read once.
 */
function readUntilSettled(source: SourceDocument): Reading {
  let reading = readOnce(source.paragraphs.map(lineFrom));
  const plain = source.paragraphs.every(
    ({ place, styleLevel, numbering }) => place === 'text' && styleLevel === null && numbering === null,
  );
  for (let readings = 1; plain && readings < mostReadings; readings += 1) {
    const kept = reading.outlined.map(({ text }) => ({ ...plainParagraph(text), mayBeWrapped: true }));
    const again = readOnce(kept.map(lineFrom));
    if (again.dropped.length === 0 && sameOutline(reading.outlined, again.outlined)) break;
    reading = {
      front: { ...again.front, documentNumber: again.front.documentNumber ?? reading.front.documentNumber },
      closing: { ...again.closing, printedOn: again.closing.printedOn ?? reading.closing.printedOn },
      outlined: again.outlined,
      dropped: [...reading.dropped, ...again.dropped],
      metadata: [...reading.metadata, ...again.metadata],
      joins: reading.joins + again.joins,
    };
  }
  return reading;
}

function readOnce(source: Line[]): Reading {
  const { lines: fronted, end, ...front } = readFrontMatter(dropNoise(source));
  const { lines: closed, ...closing } = readClosing(fronted, end);
  const { lines, joins } = rejoinParagraphs(closed.filter((line) => line.drop === null && line.text !== ''));
  return {
    front,
    closing,
    outlined: outlineParagraphs(separateEmbeddedHeadings(lines)),
    dropped: droppedOf(closed),
    metadata: closed.filter((line) => line.drop === 'metadata').map((line) => line.raw),
    joins,
  };
}

function sameOutline(first: readonly OutlinedParagraph[], second: readonly OutlinedParagraph[]): boolean {
  return (
    first.length === second.length &&
    first.every(({ text, kind, heading }, index) => {
      const other = second[index];
      return text === other?.text && kind === other.kind && heading?.level === other.heading?.level;
    })
  );
}

/** Marks page numbers, running headers and the words of a web page. */
function dropNoise(lines: readonly Line[]): Line[] {
  const isText = (line: Line) => line.text.length > 60 || findMarker(line.text, line.numbering) !== null;
  const first = lines.findIndex((line) => isOpen(line) && isText(line));
  const last = lines.findLastIndex((line) => isOpen(line) && isText(line));
  const numbers = barePageNumbers(lines.map((line) => (isOpen(line) ? line.text : '')));
  const cleaned = lines.map((line, index): Line => {
    if (line.kind !== null || line.raw.trim() === '') return line;
    const around = first < 0 || index < first || index > last;
    // A page number's dashes look like a list's bullet: the line is judged as it stood, too.
    const reason = numbers.has(index)
      ? 'pageNumber'
      : (noiseReason(line.raw, around) ?? noiseReason(line.text, around));
    return reason === null ? line : { ...line, drop: reason };
  });
  const headers = runningHeaders(cleaned, first);
  return cleaned.map((line, index) => (headers.has(index) ? { ...line, drop: 'header' } : line));
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
