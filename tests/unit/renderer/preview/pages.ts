/** Pages by hand, for the tests of the preview: as many lines as are said, 28.95 pt apart, on A4. */
import type {
  DocumentPage,
  PageBlock,
  PageSegment,
  PageSource,
} from '../../../../src/shared/domain/paged-document.ts';

export const linePitch = 28.95;
export const pageTop = 104.9;

export interface WrittenBlock {
  source: PageSource | null;
  /** One for each line. */
  lines: string[];
}

export function segment(text: string): PageSegment {
  return {
    text,
    left: 79.4,
    width: text.length * 15.75,
    font: 'body',
    size: 16,
    letterSpacing: -0.25,
    color: '000000',
    mark: null,
    bindingId: null,
  };
}

function textBlock({ source, lines }: WrittenBlock, firstLine: number): PageBlock {
  return {
    kind: 'text',
    role: source === null ? 'title' : source.paragraph === null ? 'heading1' : 'paragraph',
    continued: false,
    source,
    lines: lines.map((text, index) => ({
      top: pageTop + (firstLine + index) * linePitch,
      height: linePitch,
      segments: [segment(text)],
    })),
  };
}

/** A page that holds these blocks one under another. */
export function page(number: number, blocks: readonly WrittenBlock[]): DocumentPage {
  let line = 0;
  const laid = blocks.map((block) => {
    const one = textBlock(block, line);
    line += block.lines.length;
    return one;
  });
  return { number, width: 595.3, height: 841.9, landscape: false, lines: line, blocks: laid, furniture: [] };
}

export function paragraph(chapterId: string, index: number, ...lines: string[]): WrittenBlock {
  return { source: { chapterId, paragraph: index }, lines };
}
