import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, temporaryFolder } from '../../support/workspace.ts';
import { illustratedDocx, pictureOf } from '../../unit/main/core/import/picture-fixture.ts';

async function importFile(app: TestApp, name: string, bytes: Uint8Array) {
  const file = join(app.folder, name);
  writeFileSync(file, bytes);
  const grant = app.dependencies.grants.grant(file);
  const preview = await app.call('import.preview', { grant });
  rmSync(file);
  const [template] = (await app.call('template.list', {})).templates;
  const { id } = await app.call('import.commit', { grant, templateKey: template?.key ?? '', year: 2023 });
  return { id, preview };
}

const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function sums(app: TestApp, id: string): Promise<string[]> {
  const { attachments } = await app.call('report.attachments', { id });
  const contents = await Promise.all(
    attachments.map((each) => app.call('report.attachment', { id: each.id })),
  );
  return contents.map(({ base64 }) => sum(Buffer.from(base64, 'base64')));
}

describe('attachments of an imported report', () => {
  test('the file and its pictures are kept byte by byte, and still there when the workspace is opened again', async () => {
    const pictures = [pictureOf(1, 70_000), pictureOf(2)];
    const source = await illustratedDocx(pictures);
    const folder = temporaryFolder();
    const app = await openTestApp(folder);
    const { id, preview } = await importFile(app, '去年.docx', source);
    expect(preview.pictures.map(({ size }) => size)).toEqual([70_000, 400]);
    expect(preview.parsed.warnings.map(({ code }) => code)).not.toContain('pictureLeftOut');
    expect((await app.call('report.attachments', { id })).attachments).toMatchObject([
      {
        kind: 'original',
        name: '去年.docx',
        size: source.length,
        mediaType: expect.stringContaining('word'),
      },
      { kind: 'picture', size: 70_000, mediaType: 'image/png' },
      { kind: 'picture', size: 400, mediaType: 'image/png' },
    ]);
    const expected = [source, ...pictures].map(sum);
    expect(await sums(app, id)).toEqual(expected);
    app.app.close();
    expect(await sums(await openTestApp(folder), id)).toEqual(expected);
  });

  test('any other file is kept as it stands, whatever its encoding', async () => {
    const app = await openTestApp();
    const source = Buffer.from('\ufeff一、工作情况\r\n全年培训5场。\r\n', 'utf16le');
    const { id, preview } = await importFile(app, '去年.txt', source);
    expect(preview.pictures).toEqual([]);
    expect(await sums(app, id)).toEqual([sum(source)]);
  });

  test('other reports have none; what is not there is said', async () => {
    const app = await openTestApp();
    const { reportId } = await app.call('sample.open', {});
    expect(await app.call('report.attachments', { id: reportId })).toEqual({ attachments: [] });
    expect((await app.fail('report.attachments', { id: 'none' })).code).toBe('report.notFound');
    expect((await app.fail('report.attachment', { id: 'none' })).code).toBe('attachment.notFound');
  });
});
