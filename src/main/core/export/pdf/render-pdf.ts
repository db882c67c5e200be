/** The .pdf of a laid-out report: its pages as the preview shows them, printed by the engine at hand. */
import { fontsOfFormat, formatAsDrawn } from '../../../../shared/domain/font-report.ts';
import type { FormatProfile } from '../../../../shared/domain/format-profile.ts';
import { done, failed, type Outcome } from '../../../../shared/errors.ts';
import type { AppDependencies } from '../../ports.ts';
import type { LaidOutReport } from '../layout-model.ts';
import { composeDocument } from '../pages/compose-document.ts';
import { pagedHtml } from '../pages/paged-html.ts';
import { finishPdf } from './finish-pdf.ts';

/**
 * A browser sets baselines and rules on whole pixels of 0.75 pt, which is more than a rule of 0.25 mm is thick. Pages are
 * therefore laid out this many times larger and drawn as much smaller.
 */
const fineness = 16;
const finePixels = `.document-page{zoom:${fineness};transform:scale(${1 / fineness});transform-origin:0 0}`;

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
  const drawn = formatAsDrawn(format, fontsOfFormat(format, await installedFonts.families()));
  // Lines and pages do not depend on the fonts that are there; the words in its charts are drawn with them.
  const document = await composeDocument(layout, drawn);
  const rules = [await shippedFonts.faces(), finePixels].join('\n');
  const html = pagedHtml(document, drawn, { rules, isMissing: () => false });
  const printed = await pdf.print({ html });
  if (!printed.ok) return printed;
  const { title, organization, issuedOn } = layout;
  const properties = { title, author: organization, issuedOn, characters: new Set(html) };
  const finished = finishPdf(printed.value, properties);
  return finished === null ? failed('pdf.failed', { reason: 'unusual' }) : done(finished);
}
