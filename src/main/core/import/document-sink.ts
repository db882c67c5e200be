/** Collects what the reader of a format finds, within the limits. */
import type { DropReason } from '../../../shared/domain/parsed-report.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import { importLimits } from './import-limits.ts';
import { importWarnings } from './import-warnings.ts';
import { createPictureCollector, type ShownPicture } from './pictures.ts';
import type { SourceDocument, SourceParagraph } from './source-document.ts';

export interface DocumentSink {
  /** Takes one displayed line; a blank one only parts its neighbours. */
  paragraph(paragraph: SourceParagraph): void;
  table(rows: string[][]): void;
  drop(text: string, reason: DropReason): void;
  /** Takes a picture that the file shows, at each place where it does; what cannot be kept is told in a warning. */
  picture(picture: ShownPicture): void;
  /** Pictures that cannot be taken out of the file. */
  picturesLeftOut(count: number): void;
  flattenedTable(): void;
  /** Takes note of a tracked insertion, whose text is kept as text. */
  insertion(text: string): void;
  finish(): SourceDocument;
}

/** Throws ExpectedFailure import.tooLarge from its methods once more comes in than the program takes. */
export function createDocumentSink(): DocumentSink {
  const document: SourceDocument = { paragraphs: [], tables: [], dropped: [], warnings: [], pictures: [] };
  let characters = 0;
  let tableCharacters = 0;
  let flattened = 0;
  const insertions: string[] = [];
  const pictures = createPictureCollector();
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
    picture: pictures.take,
    picturesLeftOut: pictures.leaveOut,
    flattenedTable() {
      flattened += 1;
    },
    insertion: (text) => insertions.push(text),
    finish() {
      document.pictures = pictures.kept();
      const leftOut = pictures.leftOut();
      if (leftOut > 0) document.warnings.push(importWarnings.pictureLeftOut(leftOut));
      if (insertions.length > 0) document.warnings.push(importWarnings.insertionsKept(insertions));
      if (flattened > 0) document.warnings.push(importWarnings.tableFlattened(flattened));
      return document;
    },
  };
}
