/** Collects what the reader of a format finds, within the limits. */
import type { DropReason } from '../../../shared/domain/parsed-report.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import { importLimits } from './import-limits.ts';
import { importWarnings } from './import-warnings.ts';
import type { SourceDocument, SourceParagraph } from './source-document.ts';

export interface DocumentSink {
  /** Takes one displayed line; a blank one only parts its neighbours. */
  paragraph(paragraph: SourceParagraph): void;
  table(rows: string[][]): void;
  drop(text: string, reason: DropReason): void;
  pictures(count: number): void;
  flattenedTable(): void;
  finish(): SourceDocument;
}

/** Throws ExpectedFailure import.tooLarge from its methods once more comes in than the program takes. */
export function createDocumentSink(): DocumentSink {
  const document: SourceDocument = { paragraphs: [], tables: [], dropped: [], warnings: [] };
  let characters = 0;
  let tableCharacters = 0;
  let pictureCount = 0;
  let flattened = 0;
  let blankBefore = false;
  const count = (text: string) => {
    characters += text.length;
    if (characters > importLimits.characters) {
      throw new ExpectedFailure('import.tooLarge', { limit: importLimits.characters });
    }
  };
  return {
    paragraph(paragraph) {
      count(paragraph.text);
      if (paragraph.text.trim() === '') {
        blankBefore = true;
        return;
      }
      document.paragraphs.push({ ...paragraph, blankBefore });
      blankBefore = false;
      if (document.paragraphs.length > importLimits.paragraphs) {
        throw new ExpectedFailure('import.tooLarge', { limit: importLimits.paragraphs });
      }
    },
    table(rows) {
      for (const cell of rows.flat()) tableCharacters += cell.length;
      if (tableCharacters > importLimits.tableCharacters) {
        throw new ExpectedFailure('import.tooLarge', { limit: importLimits.tableCharacters });
      }
      document.tables.push({ rows });
    },
    drop(text, reason) {
      count(text);
      if (text.trim() !== '') document.dropped.push({ text: text.trim(), reason });
    },
    pictures(found) {
      pictureCount += found;
    },
    flattenedTable() {
      flattened += 1;
    },
    finish() {
      if (pictureCount > 0) document.warnings.push(importWarnings.pictureLeftOut(pictureCount));
      if (flattened > 0) document.warnings.push(importWarnings.tableFlattened(flattened));
      return document;
    },
  };
}
