/** Submissions on a stick, as a folder and as one .zip: what was changed is never called whole. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { nodeDeviceFiles } from '../../../src/main/core/submission/device-files.ts';
import { packArchive } from '../../../src/main/core/submission/submission-archive.ts';
import type { SubmissionFileBytes } from '../../../src/main/core/submission/sums.ts';
import { verifyAt } from '../../../src/main/core/submission/verify.ts';
import { trialHead, trialName, trialSubmission } from '../../unit/main/core/submission/trial-submission.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { type Json, mutateJson } from '../mutate/json.ts';
import { mutateText } from '../mutate/text.ts';
import { mutateZip } from '../mutate/zip.ts';
import type { Random } from '../random.ts';
import { type FuzzTarget, mustHold, type Verdict } from '../target.ts';

const manifest = 'manifest.json';

/** Whether the same files under the same names are in both. */
function sameFiles(found: ReadonlyMap<string, Uint8Array>, made: readonly SubmissionFileBytes[]): boolean {
  return (
    found.size === made.length &&
    made.every(({ name, bytes }) => Buffer.compare(found.get(name) ?? new Uint8Array(), bytes) === 0)
  );
}

/** A run's input is always an archive; for a folder its entries are what is written down. */
function changedFiles(made: readonly SubmissionFileBytes[], random: Random): Map<string, Uint8Array> {
  const files = new Map(made.map(({ name, bytes }) => [name, bytes]));
  const { name, bytes } = random.pick(made);
  switch (random.below(7)) {
    case 0:
      files.delete(name);
      break;
    case 1:
      files.set(random.pick(['附加.txt', 'manifest.json.bak', `${name} `]), random.bytes(40));
      break;
    case 2:
      files.set(name, random.pick(made).bytes);
      break;
    case 3:
      files.set(manifest, new Uint8Array(Buffer.from(mutateText(manifestText(made), random))));
      break;
    case 4: {
      const value: Json = JSON.parse(manifestText(made));
      files.set(
        manifest,
        new Uint8Array(Buffer.from(`${JSON.stringify(mutateJson(value, random), null, 2)}\n`)),
      );
      break;
    }
    default:
      files.set(name, mutateBytes(bytes, random));
  }
  return files;
}

function manifestText(made: readonly SubmissionFileBytes[]): string {
  return Buffer.from(made.find(({ name }) => name === manifest)?.bytes ?? []).toString('utf8');
}

/** The files as another program finds them; null where it finds no archive. */
function unpacked(bytes: Uint8Array): Map<string, Uint8Array> | null {
  try {
    return new Map(Object.entries(unzipSync(bytes)));
  } catch {
    return null;
  }
}

async function verdictAt(path: string, isSame: boolean): Promise<Verdict> {
  const verified = await verifyAt(nodeDeviceFiles, path);
  if (!verified.ok) {
    mustHold(!isSame, `a whole submission is not refused: ${verified.error.code}`);
    return 'refused';
  }
  const { ok, submissions } = verified.value;
  if (!ok) {
    for (const { failure, files, numbers } of submissions) {
      const told = failure !== null || files.some((file) => !file.ok) || (numbers?.unequal ?? 0) > 0;
      mustHold(told || submissions.length > 1, 'what is not as it should be is told');
    }
    return 'refused';
  }
  mustHold(isSame, 'a changed submission is not called whole');
  return 'accepted';
}

export const submissionFolderTarget: FuzzTarget = {
  name: 'submission-folder',
  async prepare(folder) {
    const { files: made } = await trialSubmission();
    const path = join(folder, trialName);
    return {
      make: (random) => ({
        name: 'folder.zip',
        bytes: zipSync(Object.fromEntries(changedFiles(made, random)), {
          level: 0,
          mtime: new Date(trialHead.createdAt),
        }),
      }),
      async attempt({ bytes }) {
        const files = unpacked(bytes) ?? new Map();
        rmSync(path, { recursive: true, force: true });
        mkdirSync(path);
        for (const [name, content] of files) writeFileSync(join(path, name), content);
        return verdictAt(path, sameFiles(files, made));
      },
    };
  },
};

export const submissionArchiveTarget: FuzzTarget = {
  name: 'submission-archive',
  async prepare(folder) {
    const { files: made } = await trialSubmission();
    const whole = packArchive(made, new Date(trialHead.createdAt));
    const path = join(folder, `${trialName}.zip`);
    const older = join(folder, `${trialName}.zip.上一份`);
    return {
      make(random) {
        if (random.chance(0.03)) return { name: 'whole.zip', bytes: whole };
        const bytes = random.chance(0.3)
          ? packArchive(
              [...changedFiles(made, random)].map(([name, content]) => ({ name, bytes: content })),
              new Date(trialHead.createdAt),
            )
          : mutateZip(whole, random, /manifest|\.docx$/);
        // Some with an older one beside them, which then may be put back: that one is whole.
        return { name: random.chance(0.1) ? 'with older.zip' : 'alone.zip', bytes };
      },
      async attempt({ name, bytes }) {
        rmSync(older, { recursive: true, force: true });
        writeFileSync(path, bytes);
        if (name === 'with older.zip') writeFileSync(older, whole);
        const found = unpacked(bytes);
        const verified = await verifyAt(nodeDeviceFiles, path);
        const now = new Uint8Array(readFileSync(path));
        const standing = unpacked(now);
        if (verified.ok && verified.value.ok) {
          mustHold(
            standing !== null && sameFiles(standing, made),
            'a changed submission is not called whole',
          );
          return 'accepted';
        }
        mustHold(name === 'with older.zip' || Buffer.compare(now, bytes) === 0, 'looking changes nothing');
        mustHold(found === null || Buffer.compare(bytes, whole) !== 0, 'a whole submission is not refused');
        return 'refused';
      },
    };
  },
};

/** A stick with several things on it, one of them spoilt. */
export const submissionStickTarget: FuzzTarget = {
  name: 'submission-stick',
  async prepare(folder) {
    const { files: made } = await trialSubmission();
    const whole = packArchive(made, new Date(trialHead.createdAt));
    const stick = join(folder, 'stick');
    const names = [`${trialName}.zip`, trialName, `${trialName}.上一份`, `${trialName}.zip.正在写`];
    return {
      make: (random) => ({
        name: `${random.below(1 << names.length)}.zip`,
        bytes: mutateZip(whole, random, /manifest/),
      }),
      async attempt({ name, bytes }) {
        rmSync(stick, { recursive: true, force: true });
        mkdirSync(stick);
        const present = Number.parseInt(name, 10);
        const entries = unpacked(bytes) ?? new Map<string, Uint8Array>();
        names.forEach((each, index) => {
          if ((present & (1 << index)) === 0) return;
          const path = join(stick, each);
          if (index === 0 || index === 3) writeFileSync(path, bytes);
          else {
            mkdirSync(path);
            const plain = [...entries].filter(
              ([inside]) => /^[^/\\\0]{1,80}$/.test(inside) && !/^\.{1,2}$/.test(inside),
            );
            for (const [inside, content] of plain) writeFileSync(join(path, inside), content);
          }
        });
        writeFileSync(join(stick, 'notes.txt'), 'x');
        const verified = await verifyAt(nodeDeviceFiles, stick);
        return verified.ok && verified.value.ok ? 'accepted' : 'refused';
      },
    };
  },
};
