/** The .ofd of a laid-out report: the pages of the preview and the .pdf in the state's own page format. */
import type { FormatProfile } from '../../../../shared/domain/format-profile.ts';
import type { LaidOutReport } from '../layout-model.ts';
import { composeDocument } from '../pages/compose-document.ts';
import { renderOfd } from './document-ofd.ts';

/** See renderOfd. It names the format's fonts, whatever this computer has: they are the reader's. */
export async function makeOfd(layout: LaidOutReport, format: FormatProfile): Promise<Uint8Array> {
  return renderOfd(await composeDocument(layout, format), format, layout.issuedOn);
}
