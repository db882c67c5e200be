import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nodeDeviceFiles } from '../../../../../src/main/core/submission/device-files.ts';
import type { MadeSubmission } from '../../../../../src/main/core/submission/make-submission.ts';
import { readManifest, writeManifest } from '../../../../../src/main/core/submission/sealed-manifest.ts';
import { packArchive } from '../../../../../src/main/core/submission/submission-archive.ts';
import { sha256Of } from '../../../../../src/main/core/submission/sums.ts';
import { verifyAt } from '../../../../../src/main/core/submission/verify.ts';
import type { Manifest } from '../../../../../src/shared/domain/submission/manifest.ts';
import { trialHead, trialName, trialSubmission } from './trial-submission.ts';

let made: MadeSubmission;
let root: string;
let stick: string;
let folder: string;
const createdAt = new Date(trialHead.createdAt);

beforeAll(async () => {
  made = await trialSubmission();
  root = mkdtempSync(join(tmpdir(), 'xiangbao-verify-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  stick = mkdtempSync(join(root, 'stick-'));
  folder = join(stick, trialName);
  mkdirSync(folder);
  for (const { name, bytes } of made.files) writeFileSync(join(folder, name), bytes);
});
afterEach(() => rmSync(stick, { recursive: true, force: true }));

async function verify(path: string) {
  const verified = await verifyAt(nodeDeviceFiles, path);
  if (!verified.ok) throw new Error(verified.error.code);
  return verified.value;
}

async function verifyOne(path: string) {
  const { ok, submissions } = await verify(path);
  const [one] = submissions;
  if (one === undefined || submissions.length > 1) throw new Error('not one submission');
  expect(one.ok).toBe(ok);
  return one;
}

const badOf = ({ files }: Awaited<ReturnType<typeof verifyOne>>) =>
  files.filter(({ ok }) => !ok).map(({ name, reason }) => [name, reason]);

describe('a folder as it was written', () => {
  it('verifies, and says what it is', async () => {
    const one = await verifyOne(folder);
    expect(one).toMatchObject({
      ok: true,
      name: trialName,
      about: trialHead,
      failure: null,
      numbers: { checked: 1, unequal: 0, places: [] },
      restored: false,
    });
    expect(one.files.map(({ name }) => name)).toEqual([
      'manifest.json',
      '松岭镇人民政府关于2024年度法治政府建设情况的报告.docx',
      '数据.xlsx',
      '校验说明.txt',
    ]);
  });

  it('verifies with the litter of a system in it', async () => {
    for (const name of ['Thumbs.db', 'desktop.ini', '.DS_Store', '._数据.xlsx']) {
      writeFileSync(join(folder, name), 'x');
    }
    expect((await verifyOne(folder)).ok).toBe(true);
  });

  it('does not verify with any one bit of any file changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(made.files.length - 1), fc.nat(), fc.nat(7), async (index, at, bit) => {
        const file = made.files[index];
        if (file === undefined) throw new Error('no file');
        const bytes = file.bytes.slice();
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        writeFileSync(join(folder, file.name), bytes);
        const one = await verifyOne(folder);
        writeFileSync(join(folder, file.name), file.bytes);
        expect(one.ok).toBe(false);
        if (file.name !== 'manifest.json') expect(badOf(one)).toEqual([[file.name, 'changed']]);
        else expect(one.failure?.code).toMatch(/^submission\.manifest/);
      }),
      { numRuns: 150 },
    );
  });

  it('does not verify with any file missing, longer, shorter, renamed, or a folder or link in its place', async () => {
    for (const { name, bytes } of made.files) {
      const path = join(folder, name);
      const isManifest = name === 'manifest.json';
      const expected = async (reason: string, more: [string, string][] = []) => {
        const one = await verifyOne(folder);
        if (isManifest) expect(one.failure?.code).toMatch(/^submission\.manifest/);
        else expect(badOf(one)).toEqual([[name, reason], ...more]);
        expect(one.ok).toBe(false);
      };
      unlinkSync(path);
      await expected('missing');
      writeFileSync(path, bytes.subarray(1));
      await expected('size');
      writeFileSync(path, Buffer.concat([bytes, Buffer.from('x')]));
      await expected('size');
      unlinkSync(path);
      mkdirSync(path);
      await expected('notFile');
      rmSync(path, { recursive: true });
      const elsewhere = join(stick, 'elsewhere');
      writeFileSync(elsewhere, bytes);
      symlinkSync(elsewhere, path);
      await expected('notFile');
      unlinkSync(path);
      unlinkSync(elsewhere);
      writeFileSync(path, bytes);
      renameSync(path, join(folder, '改了名.docx'));
      await expected('missing', [['改了名.docx', 'extra']]);
      renameSync(join(folder, '改了名.docx'), path);
    }
    expect((await verifyOne(folder)).ok).toBe(true);
  });

  it('does not verify with a file too many, a folder in it, or very many files', async () => {
    writeFileSync(join(folder, '补充.txt'), '');
    expect(badOf(await verifyOne(folder))).toEqual([['补充.txt', 'extra']]);
    unlinkSync(join(folder, '补充.txt'));
    mkdirSync(join(folder, '里面'));
    expect(badOf(await verifyOne(folder))).toEqual([['里面', 'extra']]);
    for (let index = 0; index < 60; index += 1) writeFileSync(join(folder, `${index}.txt`), '');
    expect(await verifyOne(folder)).toMatchObject({ failure: { code: 'submission.tooManyFiles' } });
  });
});

/** As somebody with this program would forge it: everything agrees with the manifest but for what `change` does. */
function forge(change: (manifest: Manifest) => Omit<Manifest, 'seal' | 'kind' | 'schemaVersion'>): void {
  const path = join(folder, 'manifest.json');
  const read = readManifest(new Uint8Array(readFileSync(path)), '包');
  if (!read.ok) throw new Error(read.error.code);
  const { seal: _seal, kind: _kind, schemaVersion: _version, ...rest } = change(read.value) as Manifest;
  writeFileSync(path, writeManifest(rest));
}

describe('the numbers of the document', () => {
  it('are compared with the listed ones, also where every sum is right', async () => {
    forge((manifest) => ({
      ...manifest,
      numbers: manifest.numbers.map((number) => ({ ...number, text: '85件' })),
    }));
    const one = await verifyOne(folder);
    expect(badOf(one)).toEqual([]);
    expect(one).toMatchObject({
      ok: false,
      numbers: {
        checked: 1,
        unequal: 1,
        places: [
          {
            heading: '（一）化解“邻里”矛盾 & <纠纷>',
            name: '排查纠纷数',
            year: 2024,
            text: '85件',
            printed: '58件',
          },
        ],
      },
    });
  });

  it.each([
    ['one too many is listed', (numbers: Manifest['numbers']) => [...numbers, ...numbers]],
    ['one is not listed', () => []],
  ])('do not verify where %s', async (_name, change) => {
    forge((manifest) => ({ ...manifest, numbers: change(manifest.numbers) }));
    expect(await verifyOne(folder)).toMatchObject({ ok: false, numbers: { unequal: 1 } });
  });

  const bomb = zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) }, { level: 9 });
  it.each([
    ['no .docx', new TextEncoder().encode('文字')],
    ['a .zip without a document', zipSync({ 'a.txt': new Uint8Array(3) })],
    ['a document that is no XML', zipSync({ 'word/document.xml': new TextEncoder().encode('<w:p>') })],
    ['a document that swells a thousandfold', bomb],
  ])('cannot be read where the document is %s', async (_name, bytes) => {
    const name = made.files[0]?.name ?? '';
    writeFileSync(join(folder, name), bytes);
    forge((manifest) => ({
      ...manifest,
      files: manifest.files.map((file) =>
        file.name === name ? { ...file, size: bytes.length, sha256: sha256Of(bytes) } : file,
      ),
    }));
    expect(badOf(await verifyOne(folder))).toEqual([[name, 'unreadable']]);
  });
});

describe('a .zip', () => {
  const archive = () => packArchive(made.files, createdAt);
  const put = (bytes: Uint8Array) => {
    const path = join(stick, '报送.zip');
    writeFileSync(path, bytes);
    return path;
  };

  it('verifies as written, with Chinese names that every program reads, and packed anew by another program', async () => {
    expect((await verifyOne(put(archive()))).ok).toBe(true);
    expect(packArchive(made.files, createdAt)).toEqual(archive());
    expect(Object.keys(unzipSync(archive()))).toEqual(made.files.map(({ name }) => name));
    // General purpose bit 11: names are UTF-8. Source: PKWARE APPNOTE 4.4.4.
    expect((archive()[7] ?? 0) & 8).toBe(8);
    const packed = zipSync(unzipSync(archive()), { level: 9 });
    expect((await verifyOne(put(packed))).ok).toBe(true);
  });

  it('with any one bit changed is found out, or still holds the very same files', async () => {
    const whole = archive();
    const same = JSON.stringify(made.files.map(({ name, bytes }) => [name, sha256Of(bytes)]));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (place, bit) => {
        const bytes = whole.slice();
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        if (!(await verifyOne(put(bytes))).ok) return;
        const read = Object.entries(unzipSync(bytes)).map(([name, content]) => [name, sha256Of(content)]);
        expect(JSON.stringify(read)).toBe(same);
      }),
      { numRuns: 200 },
    );
    // In the directory and its headers most bits matter; they are a small part of the file.
    let accepted = 0;
    for (let back = 1; back <= 300; back += 1) {
      const bytes = whole.slice();
      bytes[whole.length - back] = (bytes[whole.length - back] ?? 0) ^ 1;
      if ((await verifyOne(put(bytes))).ok) accepted += 1;
    }
    expect(accepted).toBeLessThan(60);
  });

  const endRecord = (count: number) => {
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(count, 8);
    end.writeUInt16LE(count, 10);
    return end;
  };
  const many = () =>
    zipSync(
      Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`${index}.txt`, new Uint8Array()])),
    );
  const twice = () => {
    const bytes = Buffer.from(
      zipSync(
        { 'manifest.json': made.files.at(-1)?.bytes ?? new Uint8Array(), 'manifest.jsoN': new Uint8Array(9) },
        { level: 0 },
      ),
    );
    for (let at = bytes.indexOf('manifest.jsoN'); at !== -1; at = bytes.indexOf('manifest.jsoN'))
      bytes.write('manifest.json', at);
    return bytes;
  };
  it.each<[string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'submission.archiveDamaged'],
    ['cut off', () => archive().subarray(0, 5000), 'submission.archiveDamaged'],
    ['text', () => new TextEncoder().encode('不是压缩包'.repeat(100)), 'submission.archiveDamaged'],
    ['an end without a beginning', () => endRecord(3), 'submission.archiveDamaged'],
    ['a claim of 65,535 files', () => endRecord(65_535), 'submission.tooManyFiles'],
    ['3,000 files', many, 'submission.tooManyFiles'],
    [
      'a way out of the folder',
      () => zipSync({ '../manifest.json': new Uint8Array(3) }),
      'submission.archiveDamaged',
    ],
    ['an absolute path', () => zipSync({ '/etc/passwd': new Uint8Array(3) }), 'submission.archiveDamaged'],
    ['a folder in it', () => zipSync({ 'a/manifest.json': new Uint8Array(3) }), 'submission.archiveDamaged'],
    ['two manifests', twice, 'submission.archiveDamaged'],
    ['no manifest', () => zipSync({ 'a.txt': new Uint8Array(3) }), 'submission.manifestMissing'],
    [
      'a little that swells a thousandfold',
      () => zipSync({ 'manifest.json': new Uint8Array(40 * 1024 * 1024) }, { level: 6 }),
      'submission.archiveTooLarge',
    ],
  ])('that is hostile is refused: %s', async (_name, bytes, code) => {
    expect(await verifyOne(put(bytes()))).toMatchObject({ ok: false, failure: { code } });
  });
});

describe('a folder that holds some', () => {
  it('has each one verified, and nothing else', async () => {
    cpSync(folder, join(stick, '另一份'), { recursive: true });
    writeFileSync(join(stick, '报送.zip'), packArchive(made.files, createdAt));
    mkdirSync(join(stick, '照片'));
    writeFileSync(join(stick, '照片', 'manifest.json'), '{"name":"网页"}');
    writeFileSync(join(stick, '别的.zip'), zipSync({ 'a.txt': new Uint8Array(3) }));
    writeFileSync(join(stick, '通知.txt'), '');
    const before = await verify(stick);
    expect(before.submissions.map(({ name }) => name)).toEqual(['另一份', '报送.zip', trialName].toSorted());
    expect(before.ok).toBe(true);
    copyFileSync(join(folder, '校验说明.txt'), join(stick, '另一份', '数据.xlsx'));
    const after = await verify(stick);
    expect(after.ok).toBe(false);
    expect(after.submissions.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['另一份']);
  });

  it('also shows those that lost their manifest, and a damaged .zip', async () => {
    unlinkSync(join(folder, 'manifest.json'));
    writeFileSync(join(stick, '报送.zip'), packArchive(made.files, createdAt).subarray(100));
    const { submissions } = await verify(stick);
    expect(submissions.map(({ failure }) => failure?.code).toSorted()).toEqual([
      'submission.archiveDamaged',
      'submission.manifestMissing',
    ]);
  });

  it.each([
    ['nothing there', () => join(stick, '没有'), 'file.notFound'],
    ['an empty folder', () => stick, 'submission.noneThere'],
  ])('%s: a sentence', async (_name, path, code) => {
    rmSync(folder, { recursive: true });
    expect(await verifyAt(nodeDeviceFiles, path())).toMatchObject({ ok: false, error: { code } });
  });
});

describe('what an interrupted writing left', () => {
  const kept = () => join(stick, `${trialName}.上一份`);

  it.each(['of itself', 'of the folder it is in'])('gets its name back, asked %s', async (asked) => {
    renameSync(folder, kept());
    const one = await verifyOne(asked === 'of itself' ? folder : stick);
    expect(one).toMatchObject({ name: trialName, ok: true, restored: true });
    expect(readdirSync(stick)).toEqual([trialName]);
  });

  it('takes the place of a new one that is not whole', async () => {
    cpSync(folder, kept(), { recursive: true });
    writeFileSync(join(folder, '数据.xlsx'), '');
    expect(await verifyOne(folder)).toMatchObject({ ok: true, restored: true });
    expect((await verifyOne(stick)).ok).toBe(true);
  });

  it('is verified under its other name where the drive does not let it be renamed', async () => {
    renameSync(folder, kept());
    const rename = async () => {
      throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
    };
    const verified = await verifyAt({ ...nodeDeviceFiles, rename }, stick);
    expect(verified).toMatchObject({
      ok: true,
      value: { ok: true, submissions: [{ name: `${trialName}.上一份`, restored: false }] },
    });
  });
});
