import { documentFromTexts } from '../../../shared/domain/document.ts';
import { sameCharacters } from '../../../shared/domain/edit-parsed.ts';
import { emptyImprint } from '../../../shared/domain/imprint.ts';
import { mapChapters } from '../../../shared/domain/map-chapters.ts';
import type { Chapter } from '../../../shared/domain/model.ts';
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import type { Template } from '../../../shared/domain/template.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { keepState } from '../history/keep-state.ts';
import type { ImportedFile } from '../import/imported-files.ts';
import { chaptersFromParsed, type ImportedChapter } from '../import/report-from-parsed.ts';
import { writeChapter } from '../storage/queries/chapters.ts';
import { readOrganization, writeOrganization } from '../storage/queries/organization.ts';
import { readRememberedHeadings } from '../storage/queries/remembered-headings.ts';
import { insertReport, writeImportRecord } from '../storage/queries/reports.ts';
import { installTemplate } from '../storage/queries/templates.ts';
import { writeAttachments } from './attachments.ts';
import type { CommandHandlers, Preparations, QueryHandlers } from './kinds.ts';
import { requireNoReport, titleFor } from './reports.ts';

async function readFile(context: ReadContext, grant: string): Promise<ImportedFile> {
  const file = await context.importedFiles.read(grant);
  if (!file.ok) throw new ExpectedFailure(file.error.code, file.error.parameters);
  return file.value;
}

export const importQueries = {
  'import.preview': async (context, { grant }) => {
    const { parsed, pictures } = await readFile(context, grant);
    return { parsed, pictures: pictures.map(({ name, bytes }) => ({ name, size: bytes.length })) };
  },

  'import.cancel': (context, { grant }) => {
    context.importedFiles.cancel(grant);
    return {};
  },
} satisfies Partial<QueryHandlers>;

export const importPreparations = {
  'import.commit': async (context, { grant }) => {
    await readFile(context, grant);
  },
} satisfies Preparations;

/** Longest texts of a report's head and headings, as the model has them; an absurd file may hold longer ones. */
const longest = { title: 200, documentNumber: 60, addressee: 120, signature: 120, heading: 200 };

/** A heading too long to be one is cut, and then stands whole in the chapter's text: nothing is lost. */
function headingAndTexts({ heading, paragraphs }: ImportedChapter): { heading: string; texts: string[] } {
  return heading.length <= longest.heading
    ? { heading, texts: paragraphs }
    : { heading: heading.slice(0, longest.heading), texts: [heading, ...paragraphs] };
}

/** The chapters in reading order, not yet mapped to the template's. */
function keptChapters(
  context: WriteContext,
  chapters: readonly ImportedChapter[],
  parentId: string | null,
): Chapter[] {
  return chapters.flatMap((imported, position) => {
    const id = context.newId();
    const { heading, texts } = headingAndTexts(imported);
    const chapter: Chapter = {
      id,
      parentId,
      position,
      kind: imported.kind,
      heading,
      runIn: imported.runIn,
      templateChapterKey: null,
      body: documentFromTexts(texts),
      done: true,
      revision: 0,
    };
    return [chapter, ...keptChapters(context, imported.children, id)];
  });
}

function writeImportedChapters(
  context: WriteContext,
  reportId: string,
  imported: readonly ImportedChapter[],
  template: Template,
): void {
  const { database, now } = context;
  const chapters = keptChapters(context, imported, null);
  const remembered = readRememberedHeadings(database, template.key);
  const mappings = mapChapters({ chapters, template, remembered });
  const keys = new Map(mappings.map(({ chapterId, chapterKey }) => [chapterId, chapterKey]));
  for (const chapter of chapters) {
    const templateChapterKey = keys.get(chapter.id) ?? null;
    writeChapter(database, reportId, { ...chapter, templateChapterKey }, now);
  }
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
  'import.commit': (context, { grant, templateKey, year, title, parsed: corrected }) => {
    const { database, newId, now } = context;
    const template = context.templates.require(templateKey);
    requireNoReport(context, template, year);
    const file = context.importedFiles.known(grant);
    if (file === null) throw new ExpectedFailure('file.grantUnknown');
    const parsed = corrected ?? file.parsed;
    const difference = sameCharacters(file.parsed, parsed);
    if (difference > 0) throw new ExpectedFailure('import.unaccounted', { count: difference });
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
      imprint: emptyImprint,
      formatProfileId: null,
      state: 'final',
      origin: 'imported',
      predecessorId: null,
      updatedAt: now,
    });
    writeImportedChapters(context, id, chaptersFromParsed(parsed), template);
    writeImportRecord(database, {
      reportId: id,
      fileName: file.name,
      sha256: file.sha256,
      parsed: JSON.stringify(parsed),
      importedAt: now,
    });
    writeAttachments(context, id, file);
    keepState(context, id, 'import');
    return { id };
  },
} satisfies Partial<CommandHandlers>;
