/** Text as a row of glyphs with their widths: what lines are broken from. */
import type { PageSegment } from '../../../../shared/domain/paged-document.ts';
import { westernWidth } from './western-widths.ts';

/** How a piece of text looks. Sizes and spacing are twips. */
export interface TextLook {
  font: Exclude<PageSegment['font'], 'western'>;
  size: number;
  /** Added after each character. */
  spacing: number;
  /** RRGGBB. */
  color: string;
  mark: PageSegment['mark'];
  bindingId: string | null;
}

export interface StyledText {
  text: string;
  look: TextLook;
}

export interface Glyph {
  /** One character as a reader sees it: several code points where they are joined. */
  text: string;
  look: TextLook;
  /** Half-width, in the Western font. */
  western: boolean;
  /** Twips, with its spacing. */
  width: number;
}

const clusters = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });
/** Characters that may join with their neighbours: only text that holds one needs the slow look. */
const joining =
  /\p{Mark}|\p{Join_Control}|\p{Variation_Selector}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u1100-\u11ff]/u;

function charactersOf(text: string): string[] {
  return joining.test(text) ? [...clusters.segment(text)].map(({ segment }) => segment) : [...text];
}

/** 7.5 asks for 宋体 digits in page numbers: there the half-width characters stay in the role's own font. */
function isWestern(character: string, look: TextLook): boolean {
  return look.font !== 'pageNumber' && westernWidth(character) !== null;
}

export function glyphsOf(texts: readonly StyledText[]): Glyph[] {
  return texts.flatMap(({ text, look }) =>
    charactersOf(text).map((character) => {
      const part = westernWidth(character) ?? 1;
      return {
        text: character,
        look,
        western: isWestern(character, look),
        width: part * look.size + look.spacing,
      };
    }),
  );
}

export function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((width, glyph) => width + glyph.width, 0);
}

export function isBlank({ text }: Glyph): boolean {
  return text === ' ' || text === '\u3000';
}
