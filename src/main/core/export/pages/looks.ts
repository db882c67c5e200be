/** How the pieces of the report look: fonts, sizes, marks of a draft. */
import type { FontRole, FormatProfile } from '../../../../shared/domain/format-profile.ts';
import type { PageSegment } from '../../../../shared/domain/paged-document.ts';
import type { StyledText, TextLook } from './glyphs.ts';

/** A half-point in twips. */
export const halfPoint = 10;

/** Type of the text: squeezed so that 28 characters fit. `size` in half-points. */
export function lookOf(format: FormatProfile, font: FontRole, size: number = format.sizes.body): TextLook {
  return {
    font,
    size: size * halfPoint,
    spacing: format.characterSpacing,
    color: format.color,
    mark: null,
    bindingId: null,
  };
}

/** Type that stands apart from the text: its characters are as wide as they are. */
export function unsqueezed(format: FormatProfile, font: FontRole, size: number): TextLook {
  return { ...lookOf(format, font, size), spacing: 0 };
}

export function marked(look: TextLook, mark: PageSegment['mark']): TextLook {
  return mark === null ? look : { ...look, mark };
}

export function styled(text: string, look: TextLook): StyledText {
  return { text, look };
}
