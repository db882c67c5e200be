import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeDeviceFiles } from '../../../../../src/main/core/submission/device-files.ts';
import { packagePaths } from '../../../../../src/main/core/submission/package-tree.ts';
import { packArchive } from '../../../../../src/main/core/submission/submission-archive.ts';
import { verifyAt } from '../../../../../src/main/core/submission/verify.ts';
import { writePackage } from '../../../../../src/main/core/submission/write-package.ts';
import type { PackageContent, WritingWatch } from '../../../../../src/main/core/submission/write-steps.ts';
import { createResourceFolder } from '../../../../../src/main/node/resource-folder.ts';
import { createTranslate, failureSentence } from '../../../../../src/main/node/translate.ts';
import { resourcesFolder } from '../../../../support/workspace.ts';
import { type Fault, failingFiles } from './failing-files.ts';
import { trialName, trialSubmission } from './trial-submission.ts';

const translate = createTranslate(createResourceFolder(resourcesFolder), 'zh-CN');
const oldTime = '2025-01-01T00:00:00.000Z';
const newTime = '2025-02-02T00:00:00.000Z';

type Form = PackageContent['form'];
const contents: Record<'old' | 'new', Record<Form, PackageContent>> = {
  old: { folder: { form: 'folder', files: [] }, file: { form: 'file', bytes: new Uint8Array() } },
  new: { folder: { form: 'folder', files: [] }, file: { form: 'file', bytes: new Uint8Array() } },
};

let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'xiangbao-faults-'));
  for (const [which, time] of [
    ['old', oldTime],
    ['new', newTime],
  ] as const) {
    const { files } = await trialSubmission(time);
    contents[which] = {
      folder: { form: 'folder', files },
      file: { form: 'file', bytes: packArchive(files, new Date(time)) },
    };
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const nameFor = (form: Form) => (form === 'file' ? `${trialName}.zip` : trialName);
/** Without a fault, and without waiting for the machine's disk. */
const plainFiles = () => failingFiles([], { kind: 'short' }).files;
const quiet = (): WritingWatch => ({ progress: () => undefined, signal: new AbortController().signal });

function put(folder: string, form: Form, which: 'old' | 'new'): void {
  const content = contents[which][form];
  const target = join(folder, nameFor(form));
  if (content.form === 'file') writeFileSync(target, content.bytes);
  else {
    mkdirSync(target);
    for (const { name, bytes } of content.files) writeFileSync(join(target, name), bytes);
  }
}

interface Case {
  form: Form;
  hasOlder: boolean;
}
const cases: Case[] = [
  { form: 'folder', hasOlder: false },
  { form: 'folder', hasOlder: true },
  { form: 'file', hasOlder: false },
  { form: 'file', hasOlder: true },
];

async function standing(target: string): Promise<'old' | 'new' | 'nothing' | 'broken'> {
  const verified = await verifyAt(plainFiles(), target);
  if (!verified.ok) return verified.error.code === 'file.notFound' ? 'nothing' : 'broken';
  if (!verified.value.ok) return 'broken';
  return verified.value.submissions[0]?.about?.createdAt === newTime ? 'new' : 'old';
}

/** A fresh folder in which `act` happens; it is removed after. */
async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(root, 'stick-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stepsOf({ form, hasOlder }: Case): Promise<number> {
  return inFolder(async (folder) => {
    if (hasOlder) put(folder, form, 'old');
    const { files, steps } = failingFiles([], { kind: 'short' });
    const paths = packagePaths(folder, nameFor(form));
    expect((await writePackage(files, paths, contents.new[form], quiet())).ok).toBe(true);
    return steps();
  });
}

function expectSentence(failure: Parameters<typeof failureSentence>[1]): void {
  const sentence = failureSentence(translate, failure);
  expect(sentence).toContain(trialName);
  expect(sentence).not.toMatch(/\{\{|submission\.|E[A-Z]{3}/);
}

const codes = ['ENOSPC', 'EIO', 'EROFS', 'ENOENT', 'ENODEV'];
const onceFaults: Fault[] = [
  ...codes.map((code): Fault => ({ kind: 'before', code })),
  ...['EIO', 'ENODEV'].map((code): Fault => ({ kind: 'after', code })),
  ...['ENOSPC', 'EIO'].map((code): Fault => ({ kind: 'part', code })),
  { kind: 'short' },
  { kind: 'altered' },
];

describe.each(cases)('a step that fails once: $form, an older one there: $hasOlder', (one) => {
  it.each(onceFaults)(
    '$kind $code: nothing new or all of it, the older one whole, no trace',
    async (fault) => {
      const total = await stepsOf(one);
      const outcomes = { ok: 0, failed: 0 };
      for (let step = 1; step <= total; step += 1) {
        await inFolder(async (folder) => {
          if (one.hasOlder) put(folder, one.form, 'old');
          const { files } = failingFiles([step], fault);
          const paths = packagePaths(folder, nameFor(one.form));
          const outcome = await writePackage(files, paths, contents.new[one.form], quiet());
          const place = `step ${step} of ${total}`;
          if (!outcome.ok) expectSentence(outcome.error);
          outcomes[outcome.ok ? 'ok' : 'failed'] += 1;
          const before = one.hasOlder ? 'old' : 'nothing';
          expect(await standing(paths.target), place).toBe(outcome.ok ? 'new' : before);
          const nothing = !outcome.ok && !one.hasOlder;
          expect(readdirSync(folder), place).toEqual(nothing ? [] : [paths.name]);
        });
      }
      // A medium that alters bytes is found out; a short writing is no failure.
      expect(outcomes.failed > 0).toBe(fault.kind !== 'short');
    },
  );
});

describe.each(cases)('a drive that is gone: $form, an older one there: $hasOlder', (one) => {
  const endings = [
    { name: 'for good', later: [] as number[], fault: { kind: 'gone', code: 'ENODEV' } as Fault },
    { name: 'and fails again at once', later: [1], fault: { kind: 'before', code: 'EIO' } as Fault },
    { name: 'and fails again two steps on', later: [2], fault: { kind: 'after', code: 'EIO' } as Fault },
    { name: 'and fails again four steps on', later: [4], fault: { kind: 'before', code: 'EIO' } as Fault },
  ];
  it.each(endings)(
    '$name: what comes back verifies, and the next writing succeeds',
    async ({ later, fault }) => {
      const total = await stepsOf(one);
      for (let step = 1; step <= total; step += 1) {
        await inFolder(async (folder) => {
          if (one.hasOlder) put(folder, one.form, 'old');
          const { files } = failingFiles([step, ...later.map((more) => step + more)], fault);
          const paths = packagePaths(folder, nameFor(one.form));
          const outcome = await writePackage(files, paths, contents.new[one.form], quiet());
          if (!outcome.ok) expectSentence(outcome.error);
          // The stick is plugged in again and looked at.
          const found = await standing(paths.target);
          const allowed = one.hasOlder ? ['old', 'new'] : ['nothing', 'new'];
          expect(allowed, `step ${step} of ${total}`).toContain(found);
          if (outcome.ok) expect(found).toBe('new');
          const again = await writePackage(plainFiles(), paths, contents.new[one.form], quiet());
          expect(again.ok, `step ${step} of ${total}`).toBe(true);
          expect(await standing(paths.target)).toBe('new');
          expect(readdirSync(folder)).toEqual([paths.name]);
        });
      }
    },
  );
});

describe.each(cases)('a person who stops it: $form, an older one there: $hasOlder', (one) => {
  it('at any step: the older one whole, or the new one', async () => {
    const total = await stepsOf(one);
    let cancelled = 0;
    for (let step = 1; step <= total; step += 1) {
      await inFolder(async (folder) => {
        if (one.hasOlder) put(folder, one.form, 'old');
        const stop = new AbortController();
        const { files } = failingFiles([], { kind: 'short' }, (at) => at === step && stop.abort());
        const paths = packagePaths(folder, nameFor(one.form));
        const watch = { progress: () => undefined, signal: stop.signal };
        const outcome = await writePackage(files, paths, contents.new[one.form], watch);
        if (!outcome.ok) {
          expect(outcome.error.code).toBe('submission.cancelled');
          cancelled += 1;
        }
        const before = one.hasOlder ? 'old' : 'nothing';
        expect(await standing(paths.target)).toBe(outcome.ok ? 'new' : before);
        expect(readdirSync(folder)).toEqual(outcome.ok || one.hasOlder ? [paths.name] : []);
      });
    }
    expect(cancelled).toBeGreaterThan(total / 3);
  });
});

describe('what stands there already', () => {
  const write = (folder: string, form: Form = 'folder') =>
    writePackage(nodeDeviceFiles, packagePaths(folder, nameFor(form)), contents.new[form], quiet());

  it('is never touched where it holds what is not ours', async () => {
    await inFolder(async (folder) => {
      put(folder, 'folder', 'old');
      const own = join(folder, trialName, '盖章扫描件.jpg');
      writeFileSync(own, '只此一份');
      expect(await write(folder)).toMatchObject({
        ok: false,
        error: { code: 'submission.notOurs', parameters: { name: trialName, file: '盖章扫描件.jpg' } },
      });
      expect(readFileSync(own, 'utf8')).toBe('只此一份');
      expect(readdirSync(folder)).toEqual([trialName]);
    });
  });

  it.each(['folder', 'file'] as const)('is of another kind (%s): told, and left alone', async (form) => {
    await inFolder(async (folder) => {
      const target = join(folder, nameFor(form));
      if (form === 'folder') writeFileSync(target, '是个文件');
      else mkdirSync(target);
      expect(await write(folder, form)).toMatchObject({ error: { code: 'submission.notOurs' } });
      expect(readdirSync(folder)).toEqual([nameFor(form)]);
    });
  });

  it('is replaced where it is damaged, or a system left its litter there', async () => {
    await inFolder(async (folder) => {
      put(folder, 'folder', 'old');
      writeFileSync(join(folder, trialName, 'manifest.json'), '{');
      writeFileSync(join(folder, trialName, 'Thumbs.db'), '');
      expect(await write(folder)).toMatchObject({ ok: true, value: { replaced: true } });
      expect(await standing(join(folder, trialName))).toBe('new');
    });
  });

  it('is left alone where an interrupted writing left two that are both damaged', async () => {
    await inFolder(async (folder) => {
      put(folder, 'folder', 'old');
      const kept = join(folder, `${trialName}.上一份`);
      mkdirSync(kept);
      for (const place of [kept, join(folder, trialName)]) writeFileSync(join(place, 'manifest.json'), '{');
      expect(await write(folder)).toMatchObject({ error: { code: 'submission.twoVersions' } });
      expect(readdirSync(folder).toSorted()).toEqual([trialName, `${trialName}.上一份`].toSorted());
    });
  });

  it('tells what is held open by another program, the older one whole', async () => {
    await inFolder(async (folder) => {
      put(folder, 'folder', 'old');
      const rename = async () => {
        throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
      };
      const files = { ...nodeDeviceFiles, rename, wait: async () => undefined };
      const paths = packagePaths(folder, trialName);
      expect(await writePackage(files, paths, contents.new.folder, quiet())).toMatchObject({
        error: { code: 'submission.inUse' },
      });
      expect(await standing(paths.target)).toBe('old');
    });
  });

  it('lets a bug through, after going back', async () => {
    await inFolder(async (folder) => {
      put(folder, 'folder', 'old');
      const readBack = async () => {
        throw new TypeError('bug');
      };
      const paths = packagePaths(folder, trialName);
      const files = { ...nodeDeviceFiles, readBack };
      await expect(writePackage(files, paths, contents.new.folder, quiet())).rejects.toThrow('bug');
      expect(readdirSync(folder)).toEqual([trialName]);
    });
  });
});
