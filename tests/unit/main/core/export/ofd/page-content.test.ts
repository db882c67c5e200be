import { describe, expect, it } from 'vitest';
import { createFontTable } from '../../../../../../src/main/core/export/ofd/font-table.ts';
import { createObjectIds } from '../../../../../../src/main/core/export/ofd/object-ids.ts';
import { pageContent } from '../../../../../../src/main/core/export/ofd/page-content.ts';
import { xmlText } from '../../../../../../src/main/core/export/xml-text.ts';
import { nationalStandardProfile } from '../../../../../../src/shared/domain/format-profile.ts';
import type { DocumentPage, PageSegment } from '../../../../../../src/shared/domain/paged-document.ts';

const segment: PageSegment = {
  text: '甲乙',
  left: 72,
  width: 32,
  font: 'body',
  size: 16,
  letterSpacing: 0,
  color: '000000',
  mark: null,
  bindingId: null,
};

function page(changes: Partial<DocumentPage>): DocumentPage {
  return {
    number: 1,
    width: 595.28,
    height: 841.89,
    landscape: false,
    lines: 1,
    blocks: [],
    furniture: [],
    ...changes,
  };
}

function textBlock(...segments: PageSegment[]): DocumentPage['blocks'] {
  const lines = [{ top: 100, height: 28, segments }];
  return [{ kind: 'text', role: 'paragraph', continued: false, source: null, lines }];
}

function written(drawn: DocumentPage, format = nationalStandardProfile): string {
  const ids = createObjectIds();
  return xmlText(pageContent(drawn, { fonts: createFontTable(format, ids), format, ids }));
}

describe('a page of an .ofd', () => {
  it('turns the number of a landscape page with it, at its place of an upright one', () => {
    const number = { ...segment, text: '—', font: 'western' as const, left: 100, width: 16 };
    const source = written(
      page({
        width: 841.89,
        height: 595.28,
        landscape: true,
        furniture: [{ kind: 'pageNumber', turned: true, top: 760, height: 16, segments: [number] }],
      }),
    );
    // Its baseline lies 841.89 − (768 + 0.36 × 16) = 68.13 pt from the left edge and begins 100 pt from the top.
    const [, left = 0, top = 0, width = 0] =
      /Boundary="([\d.]+) ([\d.]+) ([\d.]+) [\d.]+"/.exec(source)?.map(Number) ?? [];
    expect(left).toBeCloseTo(((68.13 - 0.3 * 16) * 25.4) / 72, 2);
    expect(top).toBeCloseTo((100 * 25.4) / 72, 2);
    expect(width).toBeCloseTo((1.3 * 16 * 25.4) / 72, 2);
    expect(source).toContain('CTM="0 1 -1 0 7.338 0"');
  });

  it('sets letters and digits as bold as the writing around them', () => {
    const { fonts } = nationalStandardProfile;
    const format = {
      ...nationalStandardProfile,
      fonts: { ...fonts, body: { ...fonts.body, bold: true } },
    };
    const digits: PageSegment = { ...segment, text: '58', font: 'western', left: 104, width: 16 };
    const drawn = page({ blocks: textBlock(segment, digits) });
    expect(written(drawn).match(/Weight="700"/g)).toBeNull();
    expect(written(drawn, format).match(/Weight="700"/g)).toHaveLength(2);
  });

  it('draws the mark of a draft behind the words that it marks', () => {
    const marked: PageSegment = { ...segment, mark: 'missing' };
    const source = written(page({ blocks: textBlock(marked) }));
    expect(source).toContain('<ofd:FillColor Value="255 255 0"/>');
    expect(source.indexOf('PathObject')).toBeLessThan(source.indexOf('TextObject'));
    expect(written(page({ blocks: textBlock(segment) }))).not.toContain('PathObject');
  });
});
