import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AtomicFileSystem,
  nodeFileSystem,
  writeFileAtomically,
} from '../../../../../src/main/core/export/atomic-write.ts';

const bytes = new TextEncoder().encode('新的内容');
const name = '报告.docx';
let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiangbao-atomic-'));
  path = join(folder, name);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Root may write anywhere; for as long as `act` runs, this process is nobody. */
async function asOrdinaryUser<Outcome>(act: () => Promise<Outcome>): Promise<Outcome> {
  if (process.geteuid?.() !== 0) return act();
  const nobody = 65534;
  process.seteuid?.(nobody);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

type Step =
  | 'open'
  | 'write'
  | 'sync'
  | 'close'
  | 'rename'
  | 'openFolder'
  | 'syncFolder'
  | 'readTemporary'
  | 'readFinal';

/** The real file system, except that `step` fails with `code`, its first `times` times. */
function failing(step: Step, code: string, times = Number.POSITIVE_INFINITY) {
  const waits: number[] = [];
  let left = times;
  const attempt = (current: Step) => {
    if (current === step && left-- > 0) throw systemError(code);
  };
  const fileSystem: AtomicFileSystem = {
    ...nodeFileSystem,
    open: async (target, flags) => {
      const isFolder = flags === 'r';
      attempt(isFolder ? 'openFolder' : 'open');
      const file = await nodeFileSystem.open(target, flags);
      return {
        writeFile: async (content) => {
          // What a full disk leaves behind: a part of the file.
          if (step === 'write') await file.writeFile(content.slice(0, 3));
          attempt('write');
          await file.writeFile(content);
        },
        sync: async () => {
          attempt(isFolder ? 'syncFolder' : 'sync');
          await file.sync();
        },
        close: async () => {
          await file.close();
          attempt('close');
        },
      };
    },
    readFile: async (target) => {
      attempt(target === path ? 'readFinal' : 'readTemporary');
      return nodeFileSystem.readFile(target);
    },
    rename: async (from, to) => {
      attempt('rename');
      await nodeFileSystem.rename(from, to);
    },
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  };
  return { fileSystem, waits };
}

describe('writeFileAtomically', () => {
  it('writes the file, tells its sum and size, and leaves nothing else', async () => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await writeFileAtomically(path, bytes)).toEqual({ ok: true, value: { sha256, size: 12 } });
    expect(readFileSync(path, 'utf8')).toBe('新的内容');
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('replaces an older, longer file', async () => {
    writeFileSync(path, '很长很长的旧内容'.repeat(10));
    expect((await writeFileAtomically(path, bytes)).ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('新的内容');
  });

  it('manages a name as long as the file system allows', async () => {
    const longest = join(folder, `${'a'.repeat(250)}.docx`);
    expect((await writeFileAtomically(longest, bytes)).ok).toBe(true);
  });

  const steps: Step[] = ['open', 'write', 'sync', 'close', 'readTemporary', 'rename'];
  const codes = [
    ['ENOSPC', 'file.diskFull'],
    ['EROFS', 'file.readOnly'],
    ['EIO', 'export.writeFailed'],
  ] as const;
  const faults = steps.flatMap((step) => codes.map(([system, code]) => ({ step, system, code })));

  it.each(faults)(
    '$system while it should $step: $code, the older file whole',
    async ({ step, system, code }) => {
      writeFileSync(path, '旧的内容');
      const outcome = await writeFileAtomically(path, bytes, failing(step, system).fileSystem);
      expect(outcome).toEqual({ ok: false, error: { code, parameters: { name } } });
      expect(readFileSync(path, 'utf8')).toBe('旧的内容');
      expect(readdirSync(folder)).toEqual([name]);
    },
  );

  it('leaves no file where there was none', async () => {
    await writeFileAtomically(path, bytes, failing('sync', 'EIO').fileSystem);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['EACCES', 'EPERM'])('%s on a folder without permission: file.readOnly', async (system) => {
    const outcome = await writeFileAtomically(path, bytes, failing('open', system).fileSystem);
    expect(outcome).toMatchObject({ error: { code: 'file.readOnly', parameters: { name } } });
  });

  it.each(['EBUSY', 'EPERM', 'EACCES'])('waits while another program holds the file (%s)', async (system) => {
    const { fileSystem, waits } = failing('rename', system, 3);
    expect((await writeFileAtomically(path, bytes, fileSystem)).ok).toBe(true);
    expect(waits).toHaveLength(3);
    expect(readFileSync(path, 'utf8')).toBe('新的内容');
  });

  it.each(['EBUSY', 'EPERM'])(
    'gives up on a file held for long (%s), the older file whole',
    async (system) => {
      writeFileSync(path, '旧的内容');
      const { fileSystem, waits } = failing('rename', system);
      const outcome = await writeFileAtomically(path, bytes, fileSystem);
      expect(outcome).toEqual({ ok: false, error: { code: 'export.writeFailed', parameters: { name } } });
      expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(3000);
      expect(readFileSync(path, 'utf8')).toBe('旧的内容');
      expect(readdirSync(folder)).toEqual([name]);
    },
  );

  it.each(['EPERM', 'EISDIR', 'EINVAL'])(
    'does without syncing the folder where it cannot be (%s)',
    async (system) => {
      expect((await writeFileAtomically(path, bytes, failing('openFolder', system).fileSystem)).ok).toBe(
        true,
      );
      expect((await writeFileAtomically(path, bytes, failing('syncFolder', system).fileSystem)).ok).toBe(
        true,
      );
    },
  );

  it.each(['syncFolder', 'readFinal'] as const)(
    'tells of a drive that fails at the end (%s)',
    async (step) => {
      const outcome = await writeFileAtomically(path, bytes, failing(step, 'EIO').fileSystem);
      expect(outcome).toMatchObject({ error: { code: 'export.writeFailed' } });
      expect(readdirSync(folder)).toEqual([name]);
    },
  );

  it('keeps the older file when the new one does not read back equal', async () => {
    writeFileSync(path, '旧的内容');
    const readFile = async () => new TextEncoder().encode('坏的内容');
    const outcome = await writeFileAtomically(path, bytes, { ...nodeFileSystem, readFile });
    expect(outcome).toEqual({ ok: false, error: { code: 'export.readBackDiffers', parameters: { name } } });
    expect(readFileSync(path, 'utf8')).toBe('旧的内容');
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('finds a drive that corrupts the file in its final place', async () => {
    const readFile: AtomicFileSystem['readFile'] = async (target) =>
      target === path ? new Uint8Array([1]) : nodeFileSystem.readFile(target);
    const outcome = await writeFileAtomically(path, bytes, { ...nodeFileSystem, readFile });
    expect(outcome).toMatchObject({ error: { code: 'export.readBackDiffers' } });
  });

  it('reports the failure even when the temporary file cannot be removed', async () => {
    const { fileSystem } = failing('write', 'ENOSPC');
    const rm = async () => {
      throw systemError('EIO');
    };
    expect(await writeFileAtomically(path, bytes, { ...fileSystem, rm })).toMatchObject({
      error: { code: 'file.diskFull' },
    });
  });

  it('lets a bug through, after cleaning up', async () => {
    const rename = async () => {
      throw new TypeError('bug');
    };
    await expect(writeFileAtomically(path, bytes, { ...nodeFileSystem, rename })).rejects.toThrow('bug');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('fails where the folder does not exist or the target is a folder', async () => {
    const missing = await writeFileAtomically(join(folder, '没有', name), bytes);
    expect(missing).toMatchObject({ error: { code: 'export.writeFailed', parameters: { name } } });
    const parent = await writeFileAtomically(folder, bytes);
    expect(parent).toMatchObject({ ok: false });
  });

  it.skipIf(process.platform === 'win32')('refuses a real folder without write permission', async () => {
    chmodSync(folder, 0o555);
    const outcome = await asOrdinaryUser(() => writeFileAtomically(path, bytes));
    chmodSync(folder, 0o755);
    expect(outcome).toMatchObject({ error: { code: 'file.readOnly' } });
  });
});
