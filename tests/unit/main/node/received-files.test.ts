import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileGrants } from '../../../../src/main/node/file-grants.ts';
import { createFileTransfer } from '../../../../src/main/node/host-methods.ts';
import { createReceivedFiles } from '../../../../src/main/node/received-files.ts';
import { maximumFileBytes } from '../../../../src/shared/contract.ts';
import { done, failed } from '../../../../src/shared/errors.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'received-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function pathOf(grants: ReturnType<typeof createFileGrants>, grant: string): string {
  const path = grants.path(grant);
  return path.ok ? path.value : '';
}

describe('createReceivedFiles', () => {
  it('keeps the bytes under the name people know, readable by nobody else', () => {
    const grants = createFileGrants();
    const received = createReceivedFiles({ grants, temporaryRoot: root });
    const outcome = received.receive('去年报告.txt', Buffer.from('内容'));
    if (!outcome.ok) {
      throw new Error(outcome.error.code);
    }
    expect(outcome.value).toMatchObject({ name: '去年报告.txt', size: 6 });
    const path = pathOf(grants, outcome.value.grant);
    expect(path.endsWith('去年报告.txt')).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('内容');
    const [privateFolder = ''] = readdirSync(root);
    expect(statSync(join(root, privateFolder)).mode & 0o777).toBe(0o700);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('cannot be led out of its folder, and tells equal names apart', () => {
    const grants = createFileGrants();
    const received = createReceivedFiles({ grants, temporaryRoot: root });
    const names = ['../../../x.txt', '/etc/x.txt', '..\\x.txt'];
    const paths = names.map((name) => {
      const outcome = received.receive(name, Buffer.from(name));
      return outcome.ok ? pathOf(grants, outcome.value.grant) : '';
    });
    expect(new Set(paths).size).toBe(3);
    for (const path of paths) {
      expect(path.startsWith(root)).toBe(true);
    }
  });

  it('removes everything at close and can begin again', () => {
    const received = createReceivedFiles({ grants: createFileGrants(), temporaryRoot: root });
    received.receive('a.txt', Buffer.from('a'));
    received.close();
    expect(readdirSync(root)).toEqual([]);
    expect(received.receive('b.txt', Buffer.from('b')).ok).toBe(true);
    received.close();
    received.close();
    expect(readdirSync(root)).toEqual([]);
  });

  it('makes room by removing the oldest', () => {
    const grants = createFileGrants();
    const received = createReceivedFiles({ grants, temporaryRoot: root, maximumTotalBytes: 10 });
    const paths = ['a', 'b', 'c'].map((name) => {
      const outcome = received.receive(name, Buffer.alloc(4));
      return outcome.ok ? pathOf(grants, outcome.value.grant) : '';
    });
    expect(paths.map((path) => existsSync(path))).toEqual([false, true, true]);
  });

  it('refuses more than one file may have, and says when it cannot write', () => {
    const received = createReceivedFiles({ grants: createFileGrants(), temporaryRoot: root });
    expect(received.receive('big.docx', new Uint8Array(maximumFileBytes + 1))).toMatchObject(
      failed('file.tooLarge', { name: 'big.docx' }),
    );
    const nowhere = createReceivedFiles({
      grants: createFileGrants(),
      temporaryRoot: join(root, 'missing', 'folder'),
    });
    expect(nowhere.receive('a.txt', Buffer.from('a'))).toEqual(failed('file.writeFailed', { name: 'a.txt' }));
  });
});

describe('createFileTransfer', () => {
  it('hands back the bytes it was given', async () => {
    const grants = createFileGrants();
    const received = createReceivedFiles({ grants, temporaryRoot: root });
    const transfer = createFileTransfer(grants, received);
    const base64 = Buffer.from([0, 255, 10, 13]).toString('base64');
    const file = await transfer['host.receiveFile']({ name: 'x.bin', base64 });
    if (!file.ok) {
      throw new Error(file.error.code);
    }
    expect(await transfer['host.fetchFile']({ grant: file.value.grant })).toEqual(
      done({ name: 'x.bin', base64 }),
    );
  });

  it('says which of the usual things went wrong', async () => {
    const grants = createFileGrants();
    const transfer = createFileTransfer(grants, createReceivedFiles({ grants, temporaryRoot: root }));
    expect(await transfer['host.fetchFile']({ grant: 'guess' })).toEqual(failed('file.grantUnknown'));
    expect(await transfer['host.fetchFile']({ grant: grants.grant(join(root, 'gone.docx')) })).toEqual(
      failed('file.notFound', { name: 'gone.docx' }),
    );
    const folder = await transfer['host.fetchFile']({ grant: grants.grant(root) });
    expect(folder).toMatchObject({ ok: false, error: { code: 'file.unreadable' } });
  });
});
