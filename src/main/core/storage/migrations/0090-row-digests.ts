import type { Migration } from './index.ts';

/**
 * SQLite notices damage to its own structure, not to the bytes of a text: a flipped bit in the middle of a sentence
 * reads as another sentence. So each row has a digest, kept in a place of its own, by which such damage is found.
 */
export const rowDigests: Migration = {
  version: 90,
  sql: `
    CREATE TABLE row_digest (
      owner TEXT NOT NULL,
      key TEXT NOT NULL,
      digest TEXT NOT NULL,
      PRIMARY KEY (owner, key)
    ) STRICT, WITHOUT ROWID;
  `,
};
