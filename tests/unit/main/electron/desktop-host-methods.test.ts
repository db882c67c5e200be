import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesktopHostMethods } from '../../../../src/main/electron/desktop-host-methods.ts';
import { createFileGrants } from '../../../../src/main/node/file-grants.ts';
import { createFileTransfer } from '../../../../src/main/node/host-methods.ts';
import { createReceivedFiles } from '../../../../src/main/node/received-files.ts';
import { done } from '../../../../src/shared/errors.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'dialogs-')));
  writeFileSync(join(folder, '去年.docx'), 'abc');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function desktop(answer: { open?: string[] | null; save?: string | null }) {
  const grants = createFileGrants();
  const asked: { defaultPath?: string | undefined; filters?: { extensions: string[] }[] | undefined }[] = [];
  const host = createDesktopHostMethods({
    grants,
    transfer: createFileTransfer(grants, createReceivedFiles({ grants, temporaryRoot: folder })),
    translate: (key) => key,
    version: '1.2.3',
    dialogs: {
      open: async (options) => {
        asked.push(options);
        return { canceled: !answer.open, filePaths: answer.open ?? [] };
      },
      save: async (options) => {
        asked.push(options);
        return { canceled: !answer.save, filePath: answer.save ?? '' };
      },
    },
  });
  return { host, grants, asked };
}

describe('createDesktopHostMethods', () => {
  it('grants the chosen file, telling the page its name and size but not where it is', async () => {
    const { host, grants, asked } = desktop({ open: [join(folder, '去年.docx')] });
    const outcome = await host['host.chooseFile']({});
    expect(outcome).toMatchObject(done({ file: { name: '去年.docx', size: 3 } }));
    expect(JSON.stringify(outcome)).not.toContain(folder);
    const grant = outcome.ok ? (outcome.value.file?.grant ?? '') : '';
    expect(grants.path(grant)).toEqual(done(join(folder, '去年.docx')));
    expect(asked[0]?.filters?.[0]?.extensions).toEqual([
      'docx',
      'doc',
      'wps',
      'pdf',
      'html',
      'htm',
      'txt',
      'ofd',
    ]);
  });

  it('says null when the person cancels', async () => {
    const { host } = desktop({ open: null, save: null });
    expect(await host['host.chooseFile']({})).toEqual(done({ file: null }));
    expect(await host['host.chooseTarget']({ suggestedName: 'a.docx' })).toEqual(done({ grant: null }));
  });

  it('says so when the chosen file cannot be read', async () => {
    const { host } = desktop({ open: [join(folder, 'gone.docx')] });
    expect(await host['host.chooseFile']({})).toMatchObject({
      ok: false,
      error: { code: 'file.unreadable', parameters: { name: 'gone.docx' } },
    });
  });

  it('grants several spreadsheets at once, and none when the person cancels', async () => {
    writeFileSync(join(folder, '司法所.xlsx'), 'ab');
    const { host, asked } = desktop({ open: [join(folder, '司法所.xlsx'), join(folder, '去年.docx')] });
    const outcome = await host['host.chooseWorkbooks']({});
    expect(outcome).toMatchObject(
      done({
        files: [
          { name: '司法所.xlsx', size: 2 },
          { name: '去年.docx', size: 3 },
        ],
      }),
    );
    expect(asked[0]?.filters?.[0]?.extensions).toEqual(['xlsx', 'xlsm', 'xls', 'et']);
    expect(await desktop({ open: null }).host['host.chooseWorkbooks']({})).toEqual(done({ files: [] }));
    const gone = await desktop({ open: [join(folder, 'gone.xlsx')] }).host['host.chooseWorkbooks']({});
    expect(gone).toMatchObject({ ok: false, error: { code: 'file.unreadable' } });
  });

  it('grants the chosen folder', async () => {
    const { host, grants } = desktop({ open: [folder] });
    const outcome = await host['host.chooseFolder']({});
    expect(grants.path(outcome.ok ? (outcome.value.grant ?? '') : '')).toEqual(done(folder));
    expect(outcome).toMatchObject(done({ path: folder }));
    expect(await desktop({ open: null }).host['host.chooseFolder']({})).toEqual(
      done({ grant: null, path: '' }),
    );
  });

  it('grants one .zip', async () => {
    writeFileSync(join(folder, '报送包.zip'), 'ab');
    const { host, asked } = desktop({ open: [join(folder, '报送包.zip')] });
    expect(await host['host.chooseArchive']({})).toMatchObject(
      done({ file: { name: '报送包.zip', size: 2 } }),
    );
    expect(asked[0]?.filters?.[0]?.extensions).toEqual(['zip', 'mima']);
    expect(await desktop({ open: null }).host['host.chooseArchive']({})).toEqual(done({ file: null }));
  });

  it('grants one copy of a backup, protected or not', async () => {
    writeFileSync(join(folder, '副本.xbdb.mima'), 'ab');
    const { host, asked } = desktop({ open: [join(folder, '副本.xbdb.mima')] });
    expect(await host['host.chooseBackup']({})).toMatchObject(
      done({ file: { name: '副本.xbdb.mima', size: 2 } }),
    );
    expect(asked[0]?.filters?.[0]?.extensions).toEqual(['xbdb', 'mima']);
    expect(await desktop({ open: null }).host['host.chooseBackup']({})).toEqual(done({ file: null }));
  });

  it('suggests a name, never a path, and grants the target', async () => {
    const { host, grants, asked } = desktop({ save: join(folder, 'new.docx') });
    const outcome = await host['host.chooseTarget']({ suggestedName: '../../2025年报告.docx' });
    expect(asked[0]).toMatchObject({ defaultPath: '2025年报告.docx' });
    expect(asked[0]?.filters?.[0]?.extensions).toEqual(['docx']);
    const grant = outcome.ok ? (outcome.value.grant ?? '') : '';
    expect(grants.path(grant)).toEqual(done(join(folder, 'new.docx')));
  });

  it('describes itself', async () => {
    const { host } = desktop({});
    expect(await host['host.describe']({})).toEqual(
      done({ door: 'electron', nativeDialogs: true, version: '1.2.3' }),
    );
  });
});
