/** A .docx file as source paragraphs, in reading order. */
import type { DropReason } from '../../../../shared/domain/parsed-report.ts';
import type { Archive } from '../archive/archive.ts';
import { childrenOf, readBlocks, type XmlElement } from '../archive/xml-elements.ts';
import { createDocumentSink } from '../document-sink.ts';
import { createNumberingCounters } from '../numbering/numbering-counters.ts';
import type { SourceDocument } from '../source-document.ts';
import { readNumbering } from './numbering-definitions.ts';
import type { PackageParts, PartKind } from './package-parts.ts';
import { textWithin } from './paragraph-text.ts';
import { createPictureParts } from './picture-parts.ts';
import { type BlockContext, createBlockReader, readSeparately } from './read-blocks.ts';
import { readStyles } from './styles.ts';

/**
 * Reads the main document, its notes where they are referred to, and lists what is left out: headers, footers,
 * comments, deleted revisions. Throws ExpectedFailure: import.damaged, import.encrypted, import.tooLarge.
 */
export function readDocx(archive: Archive, parts: PackageParts): SourceDocument {
  const first = (kind: PartKind) => parts.named(kind)[0] ?? null;
  const readFirst = (kind: PartKind) => archive.read(first(kind) ?? '');
  const styles = readStyles(readFirst('styles'));
  const lists = readNumbering(readFirst('numbering'), (style) => styles.list(style)?.numId ?? null);
  const notes = new Map([
    ...readNotes(readFirst('footnotes'), 'footnote'),
    ...readNotes(readFirst('endnotes'), 'endnote'),
  ]);
  const sink = createDocumentSink();
  const pictures = createPictureParts(archive, parts, sink);
  const counters = createNumberingCounters(lists);
  const contextOf = (part: string): BlockContext => ({
    styles,
    counters,
    takeNote(key) {
      const blocks = notes.get(key) ?? [];
      notes.delete(key);
      return {
        blocks,
        context: contextOf(first(key.startsWith('footnote') ? 'footnotes' : 'endnotes') ?? ''),
      };
    },
    sink,
    takePicture: (references) => pictures.take(part, references),
  });
  const dropAll = (name: string, container: string, reason: DropReason) => {
    const blocks: XmlElement[] = [];
    readBlocks(archive.read(name) ?? new Uint8Array(), new Set([container]), (block) => blocks.push(block));
    readSeparately(contextOf(name), blocks, ({ text }) => sink.drop(text, reason));
  };

  for (const name of parts.named('header')) dropAll(name, 'w:hdr', 'header');
  const body = createBlockReader(contextOf(parts.document), sink.paragraph);
  const document = archive.read(parts.document) ?? new Uint8Array();
  readBlocks(document, new Set(['w:document', 'w:body']), body.read);
  body.end();
  // A note nobody refers to is not displayed, but it is text all the same.
  for (const key of [...notes.keys()]) {
    const { blocks, context } = contextOf(parts.document).takeNote(key);
    readSeparately(context, blocks, (paragraph) => sink.paragraph({ ...paragraph, place: 'note' }));
  }
  for (const name of parts.named('footer')) dropAll(name, 'w:ftr', 'footer');
  for (const name of parts.named('comments')) {
    readBlocks(archive.read(name) ?? new Uint8Array(), new Set(['w:comments']), (comment) =>
      sink.drop(textWithin(comment), 'comment'),
    );
  }
  pictures.takeRest();
  return sink.finish();
}

/** Blocks of each note, by «footnote 3»; the lines that part notes from text are none. */
function readNotes(part: Uint8Array | null, kind: 'footnote' | 'endnote'): [string, XmlElement[]][] {
  const notes: [string, XmlElement[]][] = [];
  if (part === null) return notes;
  readBlocks(part, new Set([`w:${kind}s`]), (note) => {
    const type = note.attributes['w:type'] ?? 'normal';
    if (type === 'normal') notes.push([`${kind} ${note.attributes['w:id'] ?? ''}`, childrenOf(note)]);
  });
  return notes;
}
