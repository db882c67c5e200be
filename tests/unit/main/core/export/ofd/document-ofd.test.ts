import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { layOutReport } from '../../../../../../src/main/core/export/layout.ts';
import { renderOfd } from '../../../../../../src/main/core/export/ofd/document-ofd.ts';
import { composeDocument } from '../../../../../../src/main/core/export/pages/compose-document.ts';
import { parse } from '../../../../../../src/main/core/export/read-xml.ts';
import { nationalStandardProfile } from '../../../../../../src/shared/domain/format-profile.ts';
import type { PagedDocument } from '../../../../../../src/shared/domain/paged-document.ts';
import { parseBytes, textsOf } from '../../import/parse.ts';
import { figureBook, figureChapters } from '../figure-report.ts';
import { trialContent } from '../trial-report.ts';

const format = nationalStandardProfile;
let document: PagedDocument;
let bytes: Uint8Array;

beforeAll(async () => {
  const content = trialContent(figureChapters());
  const layout = layOutReport(content, figureBook(), { mode: 'draft', look: 'formal', format });
  document = await composeDocument(layout, format);
  bytes = renderOfd(document, format, '2025-02-05');
});

function parts(): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

interface Element {
  name: string;
  attributes: Record<string, string>;
}

function elementsOf(source: string): Element[] {
  const found: Element[] = [];
  parse(source, { open: (name, attributes) => found.push({ name, attributes }), text() {}, close() {} });
  return found;
}

describe('an .ofd of a report with table and charts', () => {
  it('holds one part for each page, each named by the document', () => {
    const named = elementsOf(parts().get('Doc_0/Document.xml') ?? '')
      .filter(({ name }) => name === 'ofd:Page')
      .map(({ attributes }) => `Doc_0/${attributes.BaseLoc}`);
    expect(named).toHaveLength(document.pages.length);
    expect([...parts().keys()]).toEqual(['OFD.xml', 'Doc_0/Document.xml', 'Doc_0/PublicRes.xml', ...named]);
  });

  it('gives every object an identifier of its own, and names only fonts that it lists', () => {
    const all = [...parts().values()].flatMap(elementsOf);
    const ids = all.flatMap(({ attributes }) => attributes.ID ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const fonts = new Set(
      all.filter(({ name }) => name === 'ofd:Font').map(({ attributes }) => attributes.ID),
    );
    const used = all.flatMap(({ name, attributes }) => (name === 'ofd:TextObject' ? [attributes.Font] : []));
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((font) => !fonts.has(font))).toEqual([]);
    const largest = /<ofd:MaxUnitID>(\d+)</.exec(parts().get('Doc_0/Document.xml') ?? '')?.[1];
    expect(Math.max(...ids.map(Number))).toBe(Number(largest));
  });

  it('sets every piece of text of the pages, each character with its step, inside the page', () => {
    for (const [index, page] of document.pages.entries()) {
      const source = parts().get(`Doc_0/Pages/Page_${index}/Content.xml`) ?? '';
      const texts = [...source.matchAll(/<ofd:TextCode[^>]*?(?: DeltaX="([^"]*)")?>([^<]*)</g)];
      const lines = page.blocks.flatMap((block) => {
        if (block.kind === 'text') return block.lines;
        return block.kind === 'table' ? block.rows.flat().flatMap((cell) => cell.lines) : [];
      });
      const shown = [...lines, ...page.furniture].flatMap(({ segments }) => segments.map(({ text }) => text));
      const written = texts.map(([, , text = '']) => text.replaceAll('&amp;', '&'));
      for (const text of shown) expect(written).toContain(text);
      for (const [, steps = '', text = ''] of texts) {
        const counted = steps.replace(/g (\d+) [\d.-]+/g, (_, count) => 'x '.repeat(Number(count)).trim());
        const count = counted === '' ? 0 : counted.split(' ').length;
        expect(count).toBe([...text.replaceAll('&amp;', '&')].length - 1);
      }
      for (const { attributes } of elementsOf(source).filter(({ attributes }) => attributes.Boundary)) {
        const [left = 0, top = 0, width = 0, height = 0] = (attributes.Boundary ?? '').split(' ').map(Number);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThan(page.landscape ? 297 : 210);
        expect(top + height).toBeLessThan(page.landscape ? 210 : 297);
      }
    }
  });

  it('begins a paragraph two characters in, 28 mm from the edge, its lines 28.95 pt apart', () => {
    const source = [...parts()]
      .filter(([name]) => name.endsWith('Content.xml'))
      .map(([, part]) => part)
      .join('');
    const lefts = [...source.matchAll(/Boundary="([\d.]+) [\d.]+ [\d.]+ [\d.]+" Font="\d+" Size="5.644"/g)];
    expect(lefts.map(([, left]) => Number(left))).toContain(28.011);
    expect(lefts.map(([, left]) => Number(left))).toContain(39.123);
  });

  it('is read by our own import as the text it was made from', () => {
    const parsed = parseBytes('a.ofd', bytes);
    expect(parsed.title).toContain('法治政府建设情况的报告');
    const body = textsOf(parsed, 'body').join('');
    expect(body).toContain('干部轮流到村里坐班听取群众意见把能办的事情当场办结把不能办的原因讲明白');
  });

  it('has an outline of its headings that leads to their pages', () => {
    const titles = elementsOf(parts().get('Doc_0/Document.xml') ?? '')
      .filter(({ name }) => name === 'ofd:OutlineElem')
      .map(({ attributes }) => attributes.Title);
    const headings = document.pages
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'text' && block.role.startsWith('heading') ? [block] : []))
      .map(({ lines }) => lines.flatMap(({ segments }) => segments.map(({ text }) => text)).join(''));
    expect(titles.length).toBeGreaterThan(0);
    expect(titles).toEqual(headings);
  });

  it('is the same for the same report, and says nothing of this computer', () => {
    expect(renderOfd(document, format, '2025-02-05')).toEqual(bytes);
    const root = parts().get('OFD.xml') ?? '';
    expect(root).toContain('<ofd:CreationDate>2025-02-05</ofd:CreationDate>');
    expect(root).toMatch(/<ofd:DocID>[0-9a-f]{32}</);
  });
});

test('a report without a day or a heading is an .ofd as well', () => {
  const empty: PagedDocument = { title: '', organization: '', pages: [] };
  const written = Object.entries(unzipSync(renderOfd(empty, format, null)));
  expect(written.map(([name]) => name)).toEqual(['OFD.xml', 'Doc_0/Document.xml', 'Doc_0/PublicRes.xml']);
});
