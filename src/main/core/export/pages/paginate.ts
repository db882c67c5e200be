/** Breaks the parts of a report into pages. */
import type { PageBlock } from '../../../../shared/domain/paged-document.ts';
import { type Area, type FlowPart, type FlowRow, heightOf } from './flow.ts';

export interface FilledPage {
  landscape: boolean;
  /** Lines of the grid that hold something. */
  lines: number;
  blocks: PageBlock[];
}

export interface PageAreas {
  upright: Area;
  landscape: Area;
}

interface OpenPage extends FilledPage {
  /** Twips of the area that are taken. */
  used: number;
}

/** Rows that stand together at the beginning of a part: a table's header is never alone. */
function firstRows(part: FlowPart): readonly FlowRow[] {
  if (part.whole) return part.rows;
  return part.rows.slice(0, part.header + 1);
}

/**
 * Height that part `index` needs to begin on a page, with all that must stand there with it. `before` of the first part
 * is not counted. What would not fit on an empty page either keeps only what does.
 */
function beginning(parts: readonly FlowPart[], index: number, most: number): number {
  let height = 0;
  for (let next = index; next < parts.length; next++) {
    const part = parts[next];
    if (part === undefined) break;
    const keepsAll = part.keepNext && part.moves === 'all';
    const own = heightOf(keepsAll ? part.rows : firstRows(part)) + (next === index ? 0 : part.before);
    if (height > 0 && height + own > most) return height;
    height += own;
    // A part of one row keeps it with the next, whichever of its rows move.
    if (!keepsAll && !(part.keepNext && part.rows.length <= 1)) break;
    const following = parts[next + 1];
    if (following === undefined || following.newPage || following.landscape !== part.landscape) break;
    if (following.atBottom) break;
  }
  return height;
}

/** Pages in order; there is always one. */
export function paginate(parts: readonly FlowPart[], areas: PageAreas): FilledPage[] {
  const pages: OpenPage[] = [];
  const areaOf = (page: OpenPage) => (page.landscape ? areas.landscape : areas.upright);
  const open = (landscape: boolean): OpenPage => {
    const page: OpenPage = { landscape, lines: 0, blocks: [], used: 0 };
    pages.push(page);
    return page;
  };
  let page = open(parts[0]?.landscape ?? false);
  for (const [index, part] of parts.entries()) {
    const isEmpty = page.blocks.length === 0;
    if (page.landscape !== part.landscape || part.newPage) {
      if (isEmpty) page.landscape = part.landscape;
      else page = open(part.landscape);
    }
    page = place(parts, index, page, areaOf(page), () => open(part.landscape));
  }
  return pages.map(({ landscape, lines, blocks }) => ({ landscape, lines, blocks }));
}

/** The page on which the part ends. */
function place(
  parts: readonly FlowPart[],
  index: number,
  first: OpenPage,
  area: Area,
  open: () => OpenPage,
): OpenPage {
  const part = parts[index];
  if (part === undefined || part.rows.length === 0) return first;
  let page = first;
  const needed = beginning(parts, index, area.height);
  if (page.blocks.length > 0 && page.used + part.before + needed > area.height) page = open();
  const isFirstOfReport = index === 0;
  if (page.blocks.length > 0 || isFirstOfReport) page.used += part.before;
  if (part.atBottom) page.used = Math.max(page.used, area.height - heightOf(part.rows));
  const header = part.rows.slice(0, part.header);
  let from = 0;
  while (from < part.rows.length) {
    const isContinued = from > 0;
    const space = area.height - page.used - (isContinued ? heightOf(header) : 0);
    const to = endOfSlice(parts, index, from, space, page.blocks.length === 0);
    if (to > from) {
      const rows = [...(isContinued ? header : []), ...part.rows.slice(from, to)];
      page.blocks.push(...part.draw({ from, to, top: area.top + page.used }, area));
      page.used += heightOf(rows);
      page.lines += rows.reduce((lines, row) => lines + row.lines, 0);
      from = to;
    }
    if (from < part.rows.length) page = open();
  }
  return page;
}

/** How many rows stand on this page. On an empty page it is at least one, so that every row finds its place. */
function endOfSlice(
  parts: readonly FlowPart[],
  index: number,
  from: number,
  space: number,
  pageIsEmpty: boolean,
): number {
  const part = parts[index];
  if (part === undefined) return from;
  let to = from;
  let left = space;
  for (const row of part.rows.slice(from)) {
    if (row.height > left) break;
    left -= row.height;
    to += 1;
  }
  if (to === from) return pageIsEmpty ? from + 1 : from;
  const following = parts[index + 1];
  const endsHere = to === part.rows.length;
  if (!endsHere || !part.keepNext || following === undefined || following.newPage) return to;
  const next = following.before + beginning(parts, index + 1, Number.POSITIVE_INFINITY);
  return next > left && to - from > 1 ? to - 1 : to;
}
