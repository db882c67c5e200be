/** Which parts of a .docx are what, told by its relationships. Source: ECMA-376 part 2, 9; part 1, 11.3. */
import { ExpectedFailure } from '../../../../shared/errors.ts';
import type { Archive } from '../archive/archive.ts';
import { type Relationship, relationships } from '../archive/relationships.ts';

/** Last word of a relationship's type, the same in transitional and strict files. */
export type PartKind =
  | 'styles'
  | 'numbering'
  | 'footnotes'
  | 'endnotes'
  | 'comments'
  | 'header'
  | 'footer'
  | 'theme'
  | 'settings';

export interface PackageParts {
  /** Name of the main document's part. */
  document: string;
  /** Names of the parts of a kind that are there, in the order of the relationships. */
  named(kind: PartKind): string[];
  /** Names of the pictures' parts that a part refers to, by the reference's id. */
  pictures(part: string): ReadonlyMap<string, string>;
}

/** Null if the archive is no .docx. Throws ExpectedFailure, import.damaged among others. */
export function findParts(archive: Archive): PackageParts | null {
  const main = relationships(archive, '').find(
    ({ kind, target }) => kind === 'officeDocument' && archive.names.has(target),
  );
  const document = main?.target ?? 'word/document.xml';
  // A presentation or a sheet has a main document as well, elsewhere.
  if (!archive.names.has(document) || /^(?:xl|ppt)\//.test(document)) return null;
  const related = relationships(archive, document);
  return {
    document,
    named: (kind) => [
      ...new Set(
        related
          .filter((each) => each.kind === kind && archive.names.has(each.target))
          .map(({ target }) => target),
      ),
    ],
    pictures: (part) => picturesOf(archive, part === document ? related : relationshipsOrNone(archive, part)),
  };
}

function picturesOf(archive: Archive, related: readonly Relationship[]): ReadonlyMap<string, string> {
  const pictures = related.filter(({ kind, target }) => kind === 'image' && archive.names.has(target));
  return new Map(pictures.map(({ id, target }) => [id, target]));
}

/** Only pictures hang on them: damaged ones must not keep the text from being read. */
function relationshipsOrNone(archive: Archive, source: string): Relationship[] {
  try {
    return relationships(archive, source);
  } catch (error) {
    if (error instanceof ExpectedFailure) return [];
    throw error;
  }
}
