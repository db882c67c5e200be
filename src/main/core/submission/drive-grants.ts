/** One grant for each drive, however often drives are listed: a list that is polled must not push out other grants. */
import type { FileGrants } from '../ports.ts';

export interface DriveGrants {
  grant(path: string): string;
}

export function createDriveGrants(grants: FileGrants): DriveGrants {
  const known = new Map<string, string>();
  return {
    grant(path) {
      const kept = known.get(path);
      if (kept !== undefined && grants.path(kept).ok) return kept;
      const grant = grants.grant(path);
      known.set(path, grant);
      return grant;
    },
  };
}
