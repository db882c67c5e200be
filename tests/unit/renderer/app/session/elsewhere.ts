import type { SessionCapabilities } from '../../../../../src/renderer/app/session/create-report-session.ts';

/** A person who sees no place of the report, for tests to which it does not matter. */
export const elsewhere: Pick<
  SessionCapabilities,
  'sight' | 'numberWords' | 'tableWords' | 'outlineWords' | 'historyWords'
> = {
  sight: { place: () => null, go: () => {} },
  numberWords: () => ({ describe: () => '' }),
  tableWords: () => ({ describe: () => '' }),
  outlineWords: () => ({ describe: () => '' }),
  historyWords: { restored: () => '' },
};
