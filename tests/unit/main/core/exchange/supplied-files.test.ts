import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSuppliedFiles } from '../../../../../src/main/core/exchange/supplied-files.ts';
import { createWorkbookJobs } from '../../../../../src/main/core/exchange/workbook-jobs.ts';
import { createFileGrants } from '../../../../../src/main/node/file-grants.ts';
import { sheetBytes } from './sheets.ts';

function files(limits?: Parameters<typeof createWorkbookJobs>[0]) {
  const folder = mkdtempSync(join(tmpdir(), 'supplied-'));
  const grants = createFileGrants();
  const supplied = createSuppliedFiles(grants, createWorkbookJobs(limits));
  onTestFinished(() => {
    supplied.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    supplied,
    grants,
    folder,
    put(name: string, bytes: Uint8Array) {
      writeFileSync(join(folder, name), bytes);
      return { grant: grants.grant(join(folder, name)), name };
    },
  };
}

/** One row with so many cells that no table of an office can have them. */
async function swollenSheet(): Promise<Uint8Array> {
  const parts = unzipSync(await sheetBytes());
  const name = 'xl/worksheets/sheet1.xml';
  const cells = '<c r="A900"><v>1</v></c>'.repeat(2_000_000);
  const xml = new TextDecoder().decode(parts[name]);
  return zipSync(
    { ...parts, [name]: strToU8(xml.replace('</sheetData>', `<row r="900">${cells}</row></sheetData>`)) },
    { level: 1 },
  );
}

describe('returned files', () => {
  test('what was read is kept as it was read, until it is read again', async () => {
    const { supplied, put, folder } = files();
    const file = put('甲办.xlsx', await sheetBytes());
    expect(supplied.known(file.grant)).toBeNull();
    const read = await supplied.read(file);
    expect(read).toMatchObject({ ok: true, value: { name: '甲办.xlsx' } });
    writeFileSync(join(folder, '甲办.xlsx'), 'x');
    expect(supplied.known(file.grant)).toEqual(read.ok ? read.value : null);
    expect(await supplied.read(file)).toMatchObject({ ok: false, error: { code: 'exchange.damaged' } });
  });

  test('one that takes too long is stopped, and the next is read', async () => {
    const { supplied, put } = files({ timeLimitMilliseconds: 1 });
    const file = put('甲办.xlsx', await sheetBytes());
    expect(await supplied.read(file)).toEqual({
      ok: false,
      error: { code: 'exchange.tookTooLong', parameters: { name: '甲办.xlsx' } },
    });
    const patient = files();
    expect(await patient.supplied.read(patient.put('甲办.xlsx', await sheetBytes()))).toMatchObject({
      ok: true,
    });
  });

  test('one that would take too much memory is stopped, and the next is read', async () => {
    const { supplied, put } = files({ memoryLimitMegabytes: 96 });
    const swollen = put('大.xlsx', await swollenSheet());
    const plain = put('甲办.xlsx', await sheetBytes());
    const [first, second] = await Promise.all([supplied.read(swollen), supplied.read(plain)]);
    expect(first).toMatchObject({
      ok: false,
      error: { code: 'exchange.tooLarge', parameters: { name: '大.xlsx' } },
    });
    expect(second).toMatchObject({ ok: true });
  });

  test('a file or folder that is gone, and an unknown grant, are told', async () => {
    const { supplied, grants, folder } = files();
    const gone = grants.grant(join(folder, 'gone'));
    expect(await supplied.find([gone])).toMatchObject({ ok: false, error: { code: 'file.notFound' } });
    expect(await supplied.find(['made up'])).toMatchObject({
      ok: false,
      error: { code: 'file.grantUnknown' },
    });
    expect(await supplied.read({ grant: gone, name: 'gone' })).toMatchObject({
      ok: false,
      error: { code: 'file.notFound' },
    });
  });
});
