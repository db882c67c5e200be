/** A computer of which nothing is known: no drive to pull out, and no limit before the writing. */
import type { Drives } from '../ports.ts';

export const noDrives: Drives = {
  list: async () => [],
  volume: async () => ({ label: '', fileSystem: '', freeBytes: null, readOnly: false, longestPath: null }),
};
