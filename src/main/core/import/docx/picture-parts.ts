/** Pictures of a .docx: the parts that its text refers to. Source: ECMA-376 part 1, 15.2.14. */
import type { Archive } from '../archive/archive.ts';
import type { DocumentSink } from '../document-sink.ts';
import type { PackageParts, PartKind } from './package-parts.ts';

export interface PictureParts {
  /** Takes a picture that `part` shows; without references that lead to bytes it is left out. */
  take(part: string, references: readonly string[]): void;
  /** Takes what is referred to, but shown otherwise: fills of shapes, pictures of deleted text and of comments. */
  takeRest(): void;
}

const showing: readonly PartKind[] = ['header', 'footnotes', 'endnotes', 'footer', 'comments'];

export function createPictureParts(archive: Archive, parts: PackageParts, sink: DocumentSink): PictureParts {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const picturesOf = (part: string) => {
    const pictures = known.get(part) ?? parts.pictures(part);
    known.set(part, pictures);
    return pictures;
  };
  const takeNamed = (name: string) => {
    const size = archive.statedSize(name) ?? 0;
    sink.picture({ key: name, name, size, read: () => archive.tryRead(name) });
  };
  return {
    take(part, references) {
      const names = references.flatMap((id) => picturesOf(part).get(id) ?? []);
      names.forEach(takeNamed);
      if (names.length === 0) sink.picturesLeftOut(1);
    },
    takeRest() {
      for (const part of [parts.document, ...showing.flatMap(parts.named)]) {
        for (const name of picturesOf(part).values()) takeNamed(name);
      }
    },
  };
}
