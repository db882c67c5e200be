import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { composeDocument } from '../../../../../../src/main/core/export/pages/compose-document.ts';
import { pagedHtml } from '../../../../../../src/main/core/export/pages/paged-html.ts';
import { nationalStandardProfile as format } from '../../../../../../src/shared/domain/format-profile.ts';
import { drawnFonts, fontFamilyList, pageNode } from '../../../../../../src/shared/domain/page-nodes.ts';
import { formalReport, generatedTable, randomFrom } from '../../../../../support/generated-reports.ts';

const faces = { rules: '', isMissing: () => false };

describe('pagedHtml', () => {
  it('has a sheet for each page, headings as headings, tables as tables and a chart with its words', async () => {
    const document = await composeDocument(formalReport(8), format);
    const html = pagedHtml(document, format, faces);
    expect(html.match(/class="sheet /g)).toHaveLength(document.pages.length);
    expect(html.match(/<h1 /g)).toHaveLength(1);
    // One of the first level, and the titles of two attachments.
    expect(html.match(/<h2 /g)).toHaveLength(3);
    expect(html).toContain('role="table"');
    expect(html.match(/role="columnheader"/g)).toHaveLength(5);
    expect(html).toContain('aria-label="接待群众：2022年120人次，2023年150人次，2024年180人次。"');
    expect(html).toContain('<svg width="442.2pt"');
    expect(html).toContain('@page upright{size:595.3pt 841.9pt;margin:0}');
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/u);
    expect(parse(html).childNodes).toHaveLength(2);
  });

  it('lets no text become markup', async () => {
    const report = formalReport(1);
    const title = `<img src=x onerror="alert('1')">&</style>`;
    const elements = [{ kind: 'title' as const, lines: [title] }];
    const html = pagedHtml(await composeDocument({ ...report, title, elements }, format), format, faces);
    expect(html).not.toContain('<img');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  it('gives a wide table a page of its own that lies across, its number turned', async () => {
    const report = formalReport(4);
    const wide = generatedTable(1, 5, randomFrom(1));
    if (wide.kind !== 'figure') throw new Error('no figure');
    const elements = [
      ...report.elements.slice(0, 5),
      { ...wide, landscape: true },
      ...report.elements.slice(5),
    ];
    const document = await composeDocument({ ...report, elements }, format);
    const across = document.pages.filter(({ landscape }) => landscape);
    expect(across.map(({ width, height }) => [width, height])).toEqual([[841.9, 595.3]]);
    expect(across[0]?.furniture.map(({ turned }) => turned)).toEqual([true]);
    expect(pagedHtml(document, format, faces)).toContain('@page landscape{size:841.9pt 595.3pt;margin:0}');
  });
});

describe('page-nodes', () => {
  it('leads from each block back to its paragraph and from each number to its binding', async () => {
    const report = formalReport(1);
    const elements = [
      {
        kind: 'body' as const,
        chapterId: 'chapter',
        paragraph: 4,
        lead: null,
        runs: [
          { kind: 'plain' as const, text: '办结' },
          { kind: 'number' as const, text: '12', bindingId: 'b1', indicatorId: 'i', unresolved: null },
        ],
        carried: false,
      },
    ];
    const { pages } = await composeDocument({ ...report, elements }, format);
    const [page] = pages;
    if (page === undefined) throw new Error('no page');
    const written = JSON.stringify(
      pageNode(
        page,
        drawnFonts(format, () => false),
      ),
    );
    expect(written).toContain('"data-chapter":"chapter","data-paragraph":"4"');
    expect(written).toContain('"data-binding":"b1"');
  });

  it('sets a title bold only where its font is missing', () => {
    expect(drawnFonts(format, () => true).title.bold).toBe(true);
    expect(drawnFonts(format, () => false).title.bold).toBe(false);
  });

  it('takes out of a font name what would end it', () => {
    expect(fontFamilyList(["仿宋'};x{", 'serif'])).toBe("'仿宋x', serif");
  });
});
