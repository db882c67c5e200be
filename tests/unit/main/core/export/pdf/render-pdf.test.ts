import { describe, expect, it } from 'vitest';
import { noPdfEngine } from '../../../../../../src/main/core/export/pdf/no-pdf-engine.ts';
import { type Printing, renderPdf } from '../../../../../../src/main/core/export/pdf/render-pdf.ts';
import { nationalStandardProfile } from '../../../../../../src/shared/domain/format-profile.ts';
import { done, failed } from '../../../../../../src/shared/errors.ts';
import { officialLayout } from '../../../../../support/official-layout.ts';

function printing(pdf: Printing['pdf'], installed: readonly string[] = []): Printing {
  return {
    pdf,
    installedFonts: { families: async () => new Set(installed) },
    shippedFonts: { faces: async () => '@font-face{font-family:"LXGW WenKai"}' },
  };
}

describe('renderPdf', () => {
  it('gives the engine the pages with the fonts that are there and those of the program', async () => {
    const given: string[] = [];
    const pdf: Printing['pdf'] = {
      describe: async () => null,
      print: async ({ html }) => {
        given.push(html);
        return failed('pdf.timedOut', { seconds: 60 });
      },
    };
    const rendered = await renderPdf(officialLayout, nationalStandardProfile, printing(pdf, ['fangsong']));
    expect(rendered).toEqual(failed('pdf.timedOut', { seconds: 60 }));
    const [html = ''] = given;
    expect(html).toContain(`<title>${officialLayout.title}</title>`);
    expect(html).toContain('@font-face{font-family:"LXGW WenKai"}');
    expect(html).toMatch(/--font-body:(?:&#39;|')仿宋(?:&#39;|'), (?:&#39;|')FangSong/);
    expect(html).toMatch(/--font-heading2:(?:&#39;|')LXGW WenKai/);
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  it('says so where nothing can print, and takes nothing that is no .pdf for one', async () => {
    expect(await renderPdf(officialLayout, nationalStandardProfile, printing(noPdfEngine))).toEqual(
      failed('pdf.noEngine'),
    );
    const odd = { describe: async () => null, print: async () => done(new TextEncoder().encode('%PDF-1.7')) };
    expect(await renderPdf(officialLayout, nationalStandardProfile, printing(odd))).toEqual(
      failed('pdf.failed', { reason: 'unusual' }),
    );
  });
});
