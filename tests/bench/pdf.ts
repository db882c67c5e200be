/** What a .pdf of a thirty-page report costs, the browser's start included. */
import type { LaidOutElement, LaidOutReport } from '../../src/main/core/export/layout-model.ts';
import { composeDocument } from '../../src/main/core/export/pages/compose-document.ts';
import { renderPdf } from '../../src/main/core/export/pdf/render-pdf.ts';
import { createInstalledFonts } from '../../src/main/node/fonts/installed-fonts.ts';
import { createShippedFonts } from '../../src/main/node/fonts/shipped-fonts.ts';
import { nationalStandardProfile } from '../../src/shared/domain/format-profile.ts';
import { table } from '../support/official-layout.ts';
import { builtRendererFiles, testPdfEngine } from '../support/pdf-engine.ts';
import { measure, type Timing } from './measure.ts';

const sections = 10;
const numbersEach = 30;
const wantedPages = 30;
const goal = 'below 3 s';

/** A paragraph of about 330 characters with its share of the numbers. */
function paragraph(chapterId: string, index: number, numbers: number): LaidOutElement {
  const runs = Array.from({ length: numbers }, (_, number) => [
    {
      kind: 'plain' as const,
      text: `干部轮流到村里坐班听取群众意见把能办的事情当场办结第${index + 1}批办了`,
    },
    {
      kind: 'number' as const,
      text: `${(index + 1) * 137 + number * 11}件`,
      bindingId: `${chapterId}-${index}-${number}`,
      indicatorId: 'i',
      unresolved: null,
    },
    { kind: 'plain' as const, text: '，不能办的讲明原因，群众都说好。' },
  ]);
  return { kind: 'body', chapterId, paragraph: index, lead: null, runs: runs.flat(), carried: false };
}

function thirtyPages(): LaidOutReport {
  const perParagraph = 6;
  const elements = Array.from({ length: sections }, (_, section): LaidOutElement[] => {
    const id = `c${section}`;
    return [
      { kind: 'heading', chapterId: id, level: 1, marker: '一、', text: `第${section + 1}方面的工作` },
      ...Array.from({ length: numbersEach / perParagraph }, (_, index) => paragraph(id, index, perParagraph)),
      table(id, numbersEach, 8, 3),
    ];
  });
  return {
    mode: 'formal',
    look: 'plain',
    title: '关于2024年度工作情况的报告',
    organization: '云溪镇人民政府',
    issuedOn: '2025-02-05',
    elements: elements.flat(),
  };
}

export async function pdfTimings(): Promise<Timing[]> {
  const format = nationalStandardProfile;
  const layout = thirtyPages();
  const { pages } = await composeDocument(layout, format);
  const shippedFonts = createShippedFonts(builtRendererFiles);
  if ((await shippedFonts.faces()) === '') throw new Error('the program is not built: npm run build');
  const pdf = await testPdfEngine();
  const size = `${pages.length} pages, ${sections * numbersEach} numbers, ${sections} tables`;
  const fonts = [
    ['fonts of this computer', createInstalledFonts()],
    ['fonts of the program', { families: async () => new Set<string>() }],
  ] as const;
  const timings: Timing[] = [];
  for (const [name, installedFonts] of fonts) {
    timings.push(
      await measure(`pdf: ${size}, ${name}, with the browser's start`, { runs: 10, goal }, async () => {
        const printed = await renderPdf(layout, format, { pdf, installedFonts, shippedFonts });
        if (!printed.ok) throw new Error(printed.error.code);
      }),
    );
  }
  if (Math.abs(pages.length - wantedPages) > 2) throw new Error(`the report has ${pages.length} pages`);
  return timings;
}
