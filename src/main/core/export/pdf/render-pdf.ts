/** The .pdf of a laid-out report: its pages as the preview shows them, printed by the engine at hand. */
import { fontsOfFormat, formatAsDrawn } from '../../../../shared/domain/font-report.ts';
import type { FormatProfile } from '../../../../shared/domain/format-profile.ts';
import { done, failed, type Outcome } from '../../../../shared/errors.ts';
import type { AppDependencies } from '../../ports.ts';
import type { LaidOutReport } from '../layout-model.ts';
import { composeDocument } from '../pages/compose-document.ts';
import { pagedHtml } from '../pages/paged-html.ts';
import { finishPdf } from './finish-pdf.ts';

export type Printing = Pick<AppDependencies, 'pdf' | 'installedFonts' | 'shippedFonts'>;

/**
 * Tagged, with an outline of the headings, its fonts embedded, its title and organ in its properties and no person's name.
 * Where the computer lacks a font of the format the best of the others is taken, at last one that comes with the program.
 * Failures: pdf.noEngine, pdf.failed, pdf.timedOut.
 */
export async function renderPdf(
  layout: LaidOutReport,
  format: FormatProfile,
  { pdf, installedFonts, shippedFonts }: Printing,
): Promise<Outcome<Uint8Array>> {
  const document = await composeDocument(layout, format);
  const fonts = fontsOfFormat(format, await installedFonts.families());
  const drawn = formatAsDrawn(format, fonts);
  const html = pagedHtml(document, drawn, { rules: await shippedFonts.faces(), isMissing: () => false });
  const printed = await pdf.print({ html });
  if (!printed.ok) return printed;
  const { title, organization } = document;
  const finished = finishPdf(printed.value, { title, author: organization, characters: new Set(html) });
  return finished === null ? failed('pdf.failed', { reason: 'unusual' }) : done(finished);
}
