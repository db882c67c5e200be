/** A computer without a browser: it prints nothing and says so. The .docx does not need one. */
import { failed } from '../../../../shared/errors.ts';
import type { PdfEngine } from '../../ports.ts';

export const noPdfEngine: PdfEngine = {
  describe: async () => null,
  print: async () => failed('pdf.noEngine'),
};
