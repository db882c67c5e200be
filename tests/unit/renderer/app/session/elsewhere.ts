import type { SessionCapabilities } from '../../../../../src/renderer/app/session/create-report-session.ts';

/** A person who sees no place of the report, for tests to which it does not matter. */
export const elsewhere: Pick<
  SessionCapabilities,
  'sight' | 'numberWords' | 'tableWords' | 'outlineWords' | 'historyWords' | 'journalWords' | 'newSession'
> = {
  sight: { place: () => null, go: () => {} },
  numberWords: () => ({ describe: () => '' }),
  tableWords: () => ({ describe: () => '' }),
  outlineWords: () => ({ describe: () => '' }),
  historyWords: { restored: () => '' },
  journalWords: { accepted: () => '' },
  newSession: () => '00000000-0000-4000-8000-000000000000',
};
