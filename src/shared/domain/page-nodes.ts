/**
 * A page as a small tree of elements that knows neither the DOM nor HTML: the preview makes React elements of it, the
 * .pdf is printed from its HTML. All places are absolute, so that both show the lines that were composed.
 */
import type { FontChoice, FontRole } from './format-profile.ts';
import type {
  DocumentPage,
  PageBlock,
  PageLine,
  PageRule,
  PageSegment,
  PageSource,
} from './paged-document.ts';

export type PageTag =
  | 'section'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'p'
  | 'div'
  | 'span'
  | 'table'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td';

export interface PageNode {
  tag: PageTag;
  /** A name for what it is, for tests and for what the screen adds: selection, marks under the pointer. */
  className: string;
  /** CSS properties by their names in script (`letterSpacing`) or as custom properties (`--font-body`). */
  style: Readonly<Record<string, string>>;
  /** `role`, `aria-*`, and `data-*` that lead back to the place in the report. */
  attributes: Readonly<Record<string, string>>;
  /** Text, elements, or an SVG document of our own making. */
  content: { text: string } | { nodes: readonly PageNode[] } | { svg: string };
}

/** The font of each role: families in the order in which they are tried. */
export type DrawnFonts = Readonly<
  Record<PageSegment['font'], { families: readonly string[]; bold: boolean }>
>;

/**
 * The fonts of a format. `isMissing` tells which of its first choices this computer lacks: a fallback is then set bold
 * where the format wants that.
 */
export function drawnFonts(
  format: { fonts: Record<FontRole, FontChoice>; westernFont: string },
  isMissing: (name: string) => boolean,
): DrawnFonts {
  const drawn = ({ name, fallbacks, bold, boldFallback }: FontChoice) => ({
    families: [name, ...fallbacks, 'serif'],
    bold: bold || (boldFallback && isMissing(name)),
  });
  const { fonts, westernFont } = format;
  return {
    body: drawn(fonts.body),
    title: drawn(fonts.title),
    masthead: drawn(fonts.masthead),
    heading1: drawn(fonts.heading1),
    heading2: drawn(fonts.heading2),
    heading3: drawn(fonts.heading3),
    heading4: drawn(fonts.heading4),
    signer: drawn(fonts.signer),
    pageNumber: drawn(fonts.pageNumber),
    mark: drawn(fonts.mark),
    // Liberation Serif has the widths of Times New Roman.
    western: { families: [westernFont, 'Times New Roman', 'Liberation Serif', 'serif'], bold: false },
  };
}

/** Colours behind what is not decided yet, those of the .docx. RRGGBB. */
export const markColours = { missing: 'FFFF00', sourceChanged: 'FFFF00', carried: 'FFF2CC' } as const;

const generic = new Set(['serif', 'sans-serif', 'monospace']);

/** A value of `font-family`. A name with quotes or brackets is no font's: such characters are taken out. */
export function fontFamilyList(families: readonly string[]): string {
  return families
    .map((family) => (generic.has(family) ? family : `'${family.replaceAll(/['"\\<>{};]/gu, '')}'`))
    .join(', ');
}

/** A length as CSS has it, without the dust of binary fractions. */
function pt(length: number): string {
  return `${Number(length.toFixed(3))}pt`;
}

function colour(rgb: string): string {
  return `#${rgb}`;
}

function element(
  tag: PageTag,
  className: string,
  style: PageNode['style'],
  content: PageNode['content'],
  attributes: PageNode['attributes'] = {},
): PageNode {
  return { tag, className, style, attributes, content };
}

/** The page itself: its size, and what all its lines have in common. */
export function pageNode(page: DocumentPage, fonts: DrawnFonts): PageNode {
  const families = Object.entries(fonts).map(([font, { families }]) => [
    `--font-${font}`,
    fontFamilyList(families),
  ]);
  const style = {
    ...Object.fromEntries(families),
    position: 'relative',
    width: pt(page.width),
    height: pt(page.height),
    overflow: 'hidden',
    background: '#fff',
    // Every full-width mark keeps its whole square, as the lines were composed.
    textSpacingTrim: 'space-all',
    textAutospace: 'no-autospace',
    fontKerning: 'none',
    fontVariantLigatures: 'none',
    textAlign: 'left',
    printColorAdjust: 'exact',
  };
  const nodes = [
    ...page.blocks.map((block) => blockNode(block, fonts)),
    ...page.furniture.map((line) => furnitureNode(line, fonts)),
  ];
  return element(
    'section',
    'document-page',
    style,
    { nodes },
    { lang: 'zh-CN', 'data-page': `${page.number}` },
  );
}

const textTags = {
  title: 'h1',
  heading1: 'h2',
  heading2: 'h3',
  heading3: 'h4',
  heading4: 'h5',
  paragraph: 'p',
  caption: 'p',
  note: 'p',
} as const;

const noBox = { margin: '0', padding: '0', font: 'inherit' } as const;

function sourceAttributes(source: PageSource | null): Record<string, string> {
  if (source === null) return {};
  const paragraph = source.paragraph === null ? {} : { 'data-paragraph': `${source.paragraph}` };
  return { 'data-chapter': source.chapterId, ...paragraph };
}

function blockNode(block: PageBlock, fonts: DrawnFonts): PageNode {
  switch (block.kind) {
    case 'text': {
      // A heading is told once: what of it stands on the next page is text.
      const tag = block.continued ? 'p' : textTags[block.role];
      const nodes = block.lines.map((line) => lineNode(line, fonts));
      return element(tag, `document-${block.role}`, noBox, { nodes }, sourceAttributes(block.source));
    }
    case 'rule':
      return ruleNode(block.rule);
    case 'table':
      return tableNode(block, fonts);
    case 'chart': {
      const { left, top, width, height, svg, words, source } = block;
      const style = { ...box(left, top, width, height) };
      const attributes = { role: 'img', 'aria-label': words, ...sourceAttributes(source) };
      return element('div', 'document-chart', style, { svg }, attributes);
    }
  }
}

function box(left: number, top: number, width: number, height: number): Record<string, string> {
  return { position: 'absolute', left: pt(left), top: pt(top), width: pt(width), height: pt(height) };
}

function ruleNode({ left, top, width, height, color }: PageRule): PageNode {
  const style = { ...box(left, top, width, height), background: colour(color), printColorAdjust: 'exact' };
  return element('div', 'document-rule', style, { text: '' }, { 'aria-hidden': 'true' });
}

/**
 * All segments of a line stand on one baseline: that of its own font, which is the first full-width one. They follow
 * each other, so that the line can be selected and read as one; only what stands apart in it is moved.
 */
function lineNode({ top, height, segments }: PageLine, fonts: DrawnFonts): PageNode {
  const [first] = segments;
  const strut = segments.find(({ font }) => font !== 'western') ?? first;
  const style = {
    position: 'absolute',
    left: pt(first?.left ?? 0),
    top: pt(top),
    height: pt(height),
    lineHeight: pt(height),
    whiteSpace: 'pre',
    ...(strut === undefined ? {} : { fontFamily: `var(--font-${strut.font})`, fontSize: pt(strut.size) }),
  };
  let end = first?.left ?? 0;
  const nodes = segments.map((segment) => {
    const gap = segment.left - end;
    end = segment.left + segment.width;
    return segmentNode(segment, gap, fonts);
  });
  return element('span', 'document-line', style, { nodes });
}

/** Less than can be seen. */
const noGap = 0.01;

function segmentNode(segment: PageSegment, gap: number, fonts: DrawnFonts): PageNode {
  const { text, font, size, letterSpacing, color, mark, bindingId } = segment;
  const style = {
    fontFamily: `var(--font-${font})`,
    fontSize: pt(size),
    fontWeight: fonts[font].bold ? 'bold' : 'normal',
    lineHeight: '0',
    letterSpacing: pt(letterSpacing),
    color: colour(color),
    ...(Math.abs(gap) > noGap ? { marginLeft: pt(gap) } : {}),
    ...(mark === null ? {} : { background: colour(markColours[mark]), printColorAdjust: 'exact' }),
  };
  const attributes = {
    ...(mark === null ? {} : { 'data-mark': mark }),
    ...(bindingId === null ? {} : { 'data-binding': bindingId }),
  };
  return element('span', 'document-segment', style, { text }, attributes);
}

type TableBlock = Extract<PageBlock, { kind: 'table' }>;

/** The roles are said, for elements at fixed places are no table to a browser. */
function tableNode({ source, rows, rules }: TableBlock, fonts: DrawnFonts): PageNode {
  const flat = { display: 'block', ...noBox };
  const bodyRows = rows.map((cells) => {
    const cellNodes = cells.map((cell) => {
      const style = { ...flat, ...box(cell.left, cell.top, cell.width, cell.height) };
      // Its lines have their places on the page.
      const inner = cell.lines.map((line) => lineNode(within(line, cell.left, cell.top), fonts));
      const role = cell.isHeader ? 'columnheader' : 'cell';
      return element(cell.isHeader ? 'th' : 'td', 'document-cell', style, { nodes: inner }, { role });
    });
    return element('tr', 'document-row', flat, { nodes: cellNodes }, { role: 'row' });
  });
  const body = element('tbody', 'document-rows', flat, { nodes: bodyRows }, { role: 'rowgroup' });
  const table = element('table', 'document-table', flat, { nodes: [body] }, { role: 'table' });
  const attributes = sourceAttributes(source);
  return element('div', 'document-figure', noBox, { nodes: [table, ...rules.map(ruleNode)] }, attributes);
}

function within({ top, height, segments }: PageLine, left: number, cellTop: number): PageLine {
  return {
    top: top - cellTop,
    height,
    segments: segments.map((segment) => ({ ...segment, left: segment.left - left })),
  };
}

function furnitureNode(line: DocumentPage['furniture'][number], fonts: DrawnFonts): PageNode {
  const className = line.kind === 'draft' ? 'document-draft' : 'document-page-number';
  return element('div', className, noBox, { nodes: [lineNode(line, fonts)] }, { 'aria-hidden': 'true' });
}
