/** The .pdf and the .docx of one layout have the same pages. Needs soffice and pdftotext; says so where they are missing. */
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../../../src/main/core/export/document-docx.ts';
import { renderPdf } from '../../../src/main/core/export/pdf/render-pdf.ts';
import { createInstalledFonts } from '../../../src/main/node/fonts/installed-fonts.ts';
import { createShippedFonts } from '../../../src/main/node/fonts/shipped-fonts.ts';
import { nationalStandardProfile } from '../../../src/shared/domain/format-profile.ts';
import { officialLayout } from '../../support/official-layout.ts';
import { builtRendererFiles, openPdf, testPdfEngine } from '../../support/pdf-engine.ts';
import { missingForRendering, renderedPages } from '../../support/rendered-pages.ts';

const missing = missingForRendering();
const note = missing.length === 0 ? '' : ` (skipped, missing here: ${missing.join(', ')})`;

describe.skipIf(missing.length > 0)(`the .pdf beside the .docx${note}`, () => {
  it('has as many pages as LibreOffice makes of the .docx', async () => {
    const rendered = await renderPdf(officialLayout, nationalStandardProfile, {
      pdf: await testPdfEngine(),
      installedFonts: createInstalledFonts(),
      shippedFonts: createShippedFonts(builtRendererFiles),
    });
    if (!rendered.ok) throw new Error(JSON.stringify(rendered.error));
    const [pages = []] = renderedPages([await renderDocx(officialLayout, nationalStandardProfile)], {
      autoSpace: 'honoured',
    });
    expect((await openPdf(rendered.value)).numPages).toBe(pages.length);
  }, 120_000);
});
