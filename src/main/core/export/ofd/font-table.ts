/** The fonts of an OFD: named, not embedded; a reader that lacks one takes its own of the same kind. */
import type { FormatProfile } from '../../../../shared/domain/format-profile.ts';
import type { PageSegment } from '../../../../shared/domain/paged-document.ts';
import { westernWidth } from '../pages/western-widths.ts';
import { type XmlElement, xml } from '../xml-text.ts';
import type { ObjectIds } from './object-ids.ts';

type SegmentFont = PageSegment['font'];

export interface FontTable {
  idOf(font: SegmentFont): number;
  /** Width of a character of `size`, in the unit of `size`. */
  advance(character: string, size: number): number;
  /** The fonts that were asked for, for the list of resources. */
  elements(): XmlElement[];
}

/** Marks stand on the character before them. */
const widthless = /^[\p{Mark}\p{Join_Control}\p{Variation_Selector}]$/u;

export function createFontTable(format: FormatProfile, ids: ObjectIds): FontTable {
  const known = new Map<string, number>();
  const nameOf = (font: SegmentFont) => (font === 'western' ? format.westernFont : format.fonts[font].name);
  return {
    idOf(font) {
      const name = nameOf(font);
      const id = known.get(name) ?? ids.next();
      known.set(name, id);
      return id;
    },
    advance: (character, size) => (westernWidth(character) ?? (widthless.test(character) ? 0 : 1)) * size,
    // GB/T 33190-2016, 11.1: the family's name leads a reader to the font of its own.
    elements: () =>
      [...known].map(([name, id]) =>
        xml('ofd:Font', { ID: id, FontName: name, FamilyName: name, Charset: 'unicode' }),
      ),
  };
}
