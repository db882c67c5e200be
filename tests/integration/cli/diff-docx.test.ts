import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';

const entry = join(import.meta.dirname, '../../../src/main/cli/main.ts');

function diffDocx(folder: string, file: string, ...rest: string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const words = [entry, 'diff-docx', file, '--data', folder, '--year', '2024', ...rest];
    const environment = { ...process.env, XIANGBAO_LANGUAGE: 'zh-CN' };
    const child = execFile(process.execPath, words, { env: environment }, (_error, out, err) => {
      resolve({ code: child.exitCode ?? -1, out: out + err });
    });
  });
}

/** The sample with its export, and a copy in which a sentence and a number were changed. */
async function exportedSample() {
  const folder = temporaryFolder();
  const app = await openTestApp(folder);
  const { reportId } = await app.call('sample.open', {});
  const { path } = await app.call('export.docx', { reportId, mode: 'draft', target: null });
  const { chapters } = await app.call('report.read', { id: reportId });
  const sentence = chapters
    .flatMap(({ body }) => body.content)
    .flatMap(({ content = [] }) => content)
    .flatMap((node) => (node.type === 'text' && /^.{20,}。$/u.test(node.text) ? [node.text] : []))[0];
  app.app.close();
  const files = unzipSync(new Uint8Array(readFileSync(path)));
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const [, number = ''] = /number:[^"]*"\/>.*?<w:t[^>]*>(\d+)[^<]*<\/w:t>/s.exec(xml) ?? [];
  const changed = xml
    .replace(new RegExp(`(number:[^"]*"/>(?:(?!<w:t).)*<w:t[^>]*>)${number}`, 's'), `$1${number}7`)
    .replace(sentence ?? '', `${sentence}另有一句。`);
  files['word/document.xml'] = strToU8(changed);
  const edited = join(folder, '改.docx');
  writeFileSync(edited, zipSync(files));
  return { folder, path, edited, sentence, number };
}

describe('diff-docx', () => {
  test('ends with 0 for an untouched export, with 1 and all differences for an edited one', async () => {
    const { folder, path, edited, sentence, number } = await exportedSample();
    const same = await diffDocx(folder, path, '--json');
    expect(same.code).toBe(0);
    expect(JSON.parse(same.out)).toMatchObject({ changes: [], numbers: [], comments: [] });

    const different = await diffDocx(folder, edited, '--json');
    expect(different.code).toBe(1);
    const { changes, numbers } = JSON.parse(different.out);
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: 'changed',
        before: expect.stringContaining(sentence ?? '?'),
        after: expect.stringContaining(`${sentence}另有一句。`),
        paragraph: expect.any(Number),
      }),
    );
    expect(numbers).toEqual([
      expect.objectContaining({
        indicator: expect.any(String),
        table: expect.stringContaining(number),
        file: expect.stringContaining(`${number}7`),
      }),
    ]);
    const told = await diffDocx(folder, edited);
    expect(told.code).toBe(1);
    expect(told.out).toContain('另有一句。');
  });

  test('a file that is none is told in words', async () => {
    const { folder } = await exportedSample();
    const text = join(folder, '随笔.docx');
    writeFileSync(text, '不是文档');
    const { code, out } = await diffDocx(folder, text);
    expect({ code, told: out.includes('不是 .docx 文件') }).toEqual({ code: 1, told: true });
  });
});
