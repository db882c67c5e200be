/** Update files on the sticks that are plugged in. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../../../shared/errors.ts';
import type { Drives } from '../../core/ports.ts';
import { compareVersions } from '../edition/edition-layout.ts';
import { assessUpdate } from './assess-update.ts';
import { updateExtension } from './update-description.ts';
import { readSignedUpdate } from './update-file.ts';
import type { UpdatableCopy } from './update-manner.ts';

export interface UpdateOnDrive {
  path: string;
  drive: string;
  name: string;
  size: number;
  version: string | null;
  notes: string;
  refusal: Failure | null;
}

/** More of them than anybody means to have on a stick are not looked at. */
const mostPerDrive = 20;

/**
 * Looks through the top folder of each drive, and into the signed head of each update file there: not at its whole
 * bytes, which are held to their digests when it is taken. The newest first; what cannot be taken comes last.
 */
export async function findUpdates(
  drives: Drives,
  copy: UpdatableCopy,
): Promise<{ drives: number; updates: UpdateOnDrive[] }> {
  const listed = (await drives.list()).filter(({ busy }) => !busy);
  const updates: UpdateOnDrive[] = [];
  for (const { path, label } of listed) {
    const names = await readdir(path).catch(() => []);
    const chosen = names.filter(
      (name) => name.toLowerCase().endsWith(updateExtension) && !name.startsWith('.'),
    );
    for (const name of chosen.sort().slice(0, mostPerDrive)) {
      const found = await lookAt(join(path, name), name, copy);
      if (found !== null) updates.push({ ...found, drive: label || path });
    }
  }
  const version = ({ version }: UpdateOnDrive) => version ?? '0.0.0';
  updates.sort(
    (a, b) =>
      Number(a.refusal !== null) - Number(b.refusal !== null) || compareVersions(version(b), version(a)),
  );
  return { drives: listed.length, updates };
}

async function lookAt(
  path: string,
  name: string,
  copy: UpdatableCopy,
): Promise<Omit<UpdateOnDrive, 'drive'> | null> {
  const about = await stat(path).catch(() => null);
  if (about?.isDirectory()) return null;
  const size = about?.size ?? 0;
  const signed = await readSignedUpdate(path, copy.updateKey);
  if (!signed.ok) return { path, name, size, version: null, notes: '', refusal: signed.error };
  const { version, notes } = signed.value.description;
  const assessed = assessUpdate(signed.value.description, copy.installed);
  return { path, name, size, version, notes, refusal: assessed.ok ? null : assessed.error };
}
