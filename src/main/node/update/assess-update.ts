/** Whether an update is one for this copy: the refusals that need no look at its files. */
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import { compareVersions, type Edition } from '../edition/edition-layout.ts';
import type { UpdateDescription } from './update-description.ts';

export interface UpdatedCopy {
  edition: Pick<Edition, 'platform' | 'arch'>;
  /** The version in use. */
  version: string;
}

/** Failures: update.otherSystem, update.sameVersion, update.older. */
export function assessUpdate(
  { version, platform, arch }: Pick<UpdateDescription, 'version' | 'platform' | 'arch'>,
  copy: UpdatedCopy,
): Outcome<null> {
  const { edition } = copy;
  if (platform !== edition.platform || arch !== edition.arch) {
    return failed('update.otherSystem', {
      system: `${platform}-${arch}`,
      own: `${edition.platform}-${edition.arch}`,
    });
  }
  const order = compareVersions(version, copy.version);
  if (order === 0) return failed('update.sameVersion', { version });
  return order < 0 ? failed('update.older', { version, current: copy.version }) : done(null);
}
