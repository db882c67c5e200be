import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { maximumFileBytes } from '../../../shared/contract.ts';
import { documentFromTexts } from '../../../shared/domain/document.ts';
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import { recogniseChapter } from '../../../shared/domain/recognise-chapter.ts';
import type { Template } from '../../../shared/domain/template.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { parseReportFile } from '../import/import-file.ts';
import { chaptersFromParsed, type ImportedChapter } from '../import/report-from-parsed.ts';
import { writeChapter } from '../storage/queries/chapters.ts';
import { readOrganization, writeOrganization } from '../storage/queries/organization.ts';
import { insertReport, writeImportRecord } from '../storage/queries/reports.ts';
import { installTemplate } from '../storage/queries/templates.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';
import { requireNoReport, titleFor } from './reports.ts';

function readGrantedFile(context: ReadContext | WriteContext, grant: string) {
  const path = context.grants.path(grant);
  if (!path.ok) throw new ExpectedFailure(path.error.code, path.error.parameters);
  const name = basename(path.value);
  try {
    if (statSync(path.value).size > maximumFileBytes) {
      throw new ExpectedFailure('file.tooLarge', { name, limit: maximumFileBytes / 1024 / 1024 });
    }
    return { name, bytes: new Uint8Array(readFileSync(path.value)) };
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new ExpectedFailure(missing ? 'file.notFound' : 'file.unreadable', { name });
  }
}

function parseGranted(context: ReadContext | WriteContext, grant: string) {
  const { name, bytes } = readGrantedFile(context, grant);
  const parsed = parseReportFile(name, bytes);
  if (!parsed.ok) throw new ExpectedFailure(parsed.error.code, parsed.error.parameters);
  return { name, bytes, parsed: parsed.value };
}

export const importQueries = {
  'import.preview': (context, { grant }) => ({ parsed: parseGranted(context, grant).parsed }),
} satisfies Partial<QueryHandlers>;

/** Longest texts of a report's head and headings, as the model has them; an absurd file may hold longer ones. */
const longest = { title: 200, documentNumber: 60, addressee: 120, signature: 120, heading: 200 };

/** A heading too long to be one is cut, and then stands whole in the chapter's text: nothing is lost. */
function headingAndTexts({ heading, paragraphs }: ImportedChapter): { heading: string; texts: string[] } {
  return heading.length <= longest.heading
    ? { heading, texts: paragraphs }
    : { heading: heading.slice(0, longest.heading), texts: [heading, ...paragraphs] };
}

function writeImportedChapters(
  context: WriteContext,
  reportId: string,
  chapters: readonly ImportedChapter[],
  parentId: string | null,
  template: Template,
): void {
  chapters.forEach((chapter, position) => {
    const id = context.newId();
    const { heading, texts } = headingAndTexts(chapter);
    writeChapter(
      context.database,
      reportId,
      {
        id,
        parentId,
        position,
        kind: chapter.kind,
        heading,
        runIn: chapter.runIn,
        templateChapterKey:
          chapter.kind === 'section'
            ? recogniseChapter(chapter.heading, template)
            : (template.chapters.find((described) => described.kind === chapter.kind)?.key ?? null),
        body: documentFromTexts(texts),
        done: true,
        revision: 0,
      },
      context.now,
    );
    writeImportedChapters(context, reportId, chapter.children, id, template);
  });
}

/** A first import also introduces the unit, by the name it signs with; the person can correct it at any time. */
function organizationName(context: WriteContext, parsed: ParsedReport): string {
  const known = readOrganization(context.database);
  if (known !== null) return known.name;
  const name = (parsed.organization ?? '').slice(0, 60);
  if (name === '') return '';
  writeOrganization(context.database, {
    name,
    abbreviation: '',
    county: '',
    addressee: (parsed.addressee ?? '').slice(0, longest.addressee),
  });
  return name;
}

export const importCommands = {
  'import.commit': (context, { grant, templateKey, year, title }) => {
    const { database, newId, now } = context;
    const template = context.templates.require(templateKey);
    requireNoReport(context, template, year);
    const { name, bytes, parsed } = parseGranted(context, grant);
    const organization = organizationName(context, parsed);
    installTemplate(database, template);
    const id = newId();
    insertReport(database, {
      id,
      templateKey: template.key,
      templateVersion: template.version,
      year,
      title: title ?? parsed.title?.slice(0, longest.title) ?? titleFor(template, organization, year),
      documentNumber: (parsed.documentNumber ?? '').slice(0, longest.documentNumber),
      addressee: (parsed.addressee ?? '').slice(0, longest.addressee),
      signature: (parsed.organization ?? organization).slice(0, longest.signature),
      issuedOn: parsed.issuedOn,
      state: 'final',
      origin: 'imported',
      predecessorId: null,
      updatedAt: now,
    });
    writeImportedChapters(context, id, chaptersFromParsed(parsed), null, template);
    writeImportRecord(database, {
      reportId: id,
      fileName: name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      parsed: JSON.stringify(parsed),
      importedAt: now,
    });
    return { id };
  },
} satisfies Partial<CommandHandlers>;
