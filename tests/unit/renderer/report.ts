/** A report, and its card at home, for the tests of the renderer. */
import type { ReportCard } from '../../../src/shared/contract.ts';
import { emptyImprint } from '../../../src/shared/domain/imprint.ts';
import type { Report } from '../../../src/shared/domain/model.ts';

/** A draft of 2024, but for what `different` says. */
export function report(different: Partial<Report> = {}): Report {
  return {
    id: 'r',
    templateKey: 'test',
    year: 2024,
    title: '报告',
    documentNumber: '',
    addressee: '',
    signature: '',
    issuedOn: null,
    imprint: emptyImprint,
    formatProfileId: null,
    state: 'draft',
    origin: 'template',
    predecessorId: null,
    updatedAt: '2025-01-31T08:00:00Z',
    ...different,
  };
}

/** The card of a draft of 2024 without numbers or open text, but for what `different` says. */
export function reportCard(different: Partial<ReportCard> = {}): ReportCard {
  return {
    ...report(),
    templateName: '模板',
    numbers: { confirmed: 0, carried: 0, missing: 0 },
    carriedParagraphs: 0,
    changedPlaces: 0,
    emptyChapters: 0,
    ...different,
  };
}
