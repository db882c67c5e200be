/** What is not let out of the house as a formal document. */
import type { ExportMode, Look } from '../../../shared/domain/look.ts';
import { failed, type Outcome } from '../../../shared/errors.ts';
import type { Readiness } from './readiness.ts';

/** Null where nothing stands in the way. A draft may always go out: it shows what is open. */
export function refusalOf(
  { unresolved, carriedParagraphs, staleHeadings, imprintMissing }: Readiness,
  mode: ExportMode,
  look: Look,
): Outcome<never> | null {
  if (mode === 'draft') return null;
  if (unresolved.length + carriedParagraphs + staleHeadings.length > 0) {
    return failed('export.unresolved', {
      numbers: unresolved.length,
      paragraphs: carriedParagraphs,
      headings: staleHeadings.length,
    });
  }
  // Only the red head shows a hole where they would stand; other looks leave them out.
  if (look === 'formal' && imprintMissing.length > 0) {
    return failed('export.imprintMissing', { count: imprintMissing.length });
  }
  return null;
}
