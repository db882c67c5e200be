/** Which places a report can be written to now, and which of them is meant. Pure. */
import type { Target } from './hand-in-store.ts';
import type { Drive } from './use-drives.ts';

/** What a drive is called: its label, else where it is mounted. */
export function driveName({ label, path }: Pick<Drive, 'label' | 'path'>): string {
  return label || path;
}

/** Why nothing can be written there, as far as can be told beforehand; null where it can be tried. */
export function driveProblem({ busy, readOnly, freeBytes }: Drive): 'busy' | 'readOnly' | 'full' | null {
  if (busy) return 'busy';
  if (readOnly) return 'readOnly';
  return freeBytes === 0 ? 'full' : null;
}

/**
 * The place meant: the one a person chose, as long as it is there and can take it, null where it is not; before anybody
 * chose, the first drive that can take it, else the program's own folder. Null too while the drives are not yet known.
 */
export function meantTarget(chosen: Target | null, drives: readonly Drive[] | null): Target | null {
  const able = (drives ?? []).filter((drive) => driveProblem(drive) === null);
  if (chosen === null) {
    const [first] = able;
    if (first) return { kind: 'drive', grant: first.grant, name: driveName(first) };
    return drives === null ? null : { kind: 'exports' };
  }
  if (chosen.kind !== 'drive') return chosen;
  return able.some(({ grant }) => grant === chosen.grant) ? chosen : null;
}
