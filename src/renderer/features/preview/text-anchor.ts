/**
 * Holds the eye to the same text while pages change under it: the piece of text at a height of the desk is remembered,
 * and found again on the new pages. Pure.
 */
import type { DocumentPage, PageBlock, PageSource } from '../../../shared/domain/paged-document.ts';
import { type DeskLayout, pageAt } from './desk-layout.ts';

/** A block on its page, in points. */
export interface BlockPlace {
  /** Index of its page. */
  page: number;
  /** Index among the blocks of its page. */
  block: number;
  top: number;
  bottom: number;
  source: PageSource | null;
  /** Its first line, or a table's first cells, by which it is known again. */
  words: string;
}

export interface TextAnchor {
  place: BlockPlace;
  /** From the block's top down to the remembered height, in points. */
  into: number;
}

function wordsOf(lines: readonly { segments: readonly { text: string }[] }[]): string {
  return lines[0]?.segments.map(({ text }) => text).join('') ?? '';
}

/** Null for what has no text of its own, a rule. */
function placeOf(block: PageBlock): Pick<BlockPlace, 'top' | 'bottom' | 'source' | 'words'> | null {
  switch (block.kind) {
    case 'rule':
      return null;
    case 'text': {
      const [first] = block.lines;
      const last = block.lines.at(-1);
      if (!first || !last) return null;
      return {
        top: first.top,
        bottom: last.top + last.height,
        source: block.source,
        words: wordsOf(block.lines),
      };
    }
    case 'table': {
      const cells = block.rows.flat();
      if (cells.length === 0) return null;
      return {
        top: Math.min(...cells.map(({ top }) => top)),
        bottom: Math.max(...cells.map(({ top, height }) => top + height)),
        source: block.source,
        words: cells.map(({ lines }) => wordsOf(lines)).join('|'),
      };
    }
    case 'chart':
      return { top: block.top, bottom: block.top + block.height, source: block.source, words: block.words };
  }
}

/** Blocks of all pages in reading order; those without text are left out. */
export function blockPlaces(pages: readonly DocumentPage[]): BlockPlace[] {
  return pages.flatMap(({ blocks }, page) =>
    blocks.flatMap((block, index) => {
      const place = placeOf(block);
      return place === null ? [] : [{ page, block: index, ...place }];
    }),
  );
}

/** The height of the desk that a point of a page lies at. */
export function deskY({ pages }: DeskLayout, page: number, points: number): number {
  const placed = pages[page];
  return placed === undefined ? 0 : placed.top + points * placed.scale;
}

/** The text at a height of the desk: the block there, else the next one below, else the last. Null for an empty desk. */
export function anchorAt(places: readonly BlockPlace[], layout: DeskLayout, y: number): TextAnchor | null {
  const page = pageAt(layout, y);
  const placed = layout.pages[page];
  if (placed === undefined) return null;
  const points = (y - placed.top) / placed.scale;
  const place =
    places.find((one) => one.page > page || (one.page === page && one.bottom > points)) ?? places.at(-1);
  if (place === undefined) return null;
  const into =
    place.page === page ? points - place.top : (y - deskY(layout, place.page, place.top)) / placed.scale;
  return { place, into };
}

function sameSource(one: PageSource | null, other: PageSource | null): boolean {
  return one?.chapterId === other?.chapterId && one?.paragraph === other?.paragraph;
}

/** Of several equally good ones, the one nearest to where it was. */
function nearest(candidates: readonly BlockPlace[], to: BlockPlace): BlockPlace | undefined {
  const distance = (one: BlockPlace) => Math.abs(one.page - to.page) * 10_000 + Math.abs(one.top - to.top);
  return candidates.reduce<BlockPlace | undefined>(
    (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
    undefined,
  );
}

/** The block of the new pages that holds the remembered text: the same words, else the same paragraph, else the chapter. */
export function findAgain(places: readonly BlockPlace[], remembered: BlockPlace): BlockPlace | undefined {
  const { source, words } = remembered;
  const inChapter = places.filter((one) => one.source?.chapterId === source?.chapterId);
  const inParagraph = inChapter.filter((one) => sameSource(one.source, source));
  const saysTheSame = (one: BlockPlace) => one.words === words;
  return (
    nearest(inParagraph.filter(saysTheSame), remembered) ??
    nearest(inChapter.filter(saysTheSame), remembered) ??
    (source === null ? undefined : (nearest(inParagraph, remembered) ?? nearest(inChapter, remembered))) ??
    nearest(places, remembered)
  );
}

/** The height of the desk at which the remembered text now stands; null for an empty desk. */
export function yOfAnchor(
  places: readonly BlockPlace[],
  layout: DeskLayout,
  anchor: TextAnchor,
): number | null {
  const place = findAgain(places, anchor.place);
  if (place === undefined) return null;
  const scale = layout.pages[place.page]?.scale ?? 1;
  return deskY(layout, place.page, place.top) + anchor.into * scale;
}

/** The first block of a chapter from one of its paragraphs on; its heading for null, the chapter's end if it is shorter. */
export function placeOfText(places: readonly BlockPlace[], wanted: PageSource): BlockPlace | undefined {
  const inChapter = places.filter((one) => one.source?.chapterId === wanted.chapterId);
  if (wanted.paragraph === null) return inChapter[0];
  const from = wanted.paragraph;
  return (
    inChapter.find(({ source }) => source?.paragraph !== null && (source?.paragraph ?? -1) >= from) ??
    inChapter.at(-1)
  );
}
