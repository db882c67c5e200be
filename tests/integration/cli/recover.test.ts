import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';

const entry = join(import.meta.dirname, '../../../src/main/cli/main.ts');

function xiangbao(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const environment = { ...process.env, XIANGBAO_LANGUAGE: 'zh-CN' };
    const child = execFile(process.execPath, [entry, ...words], { env: environment }, (_error, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });
}

/** The sample, backed up, with ten characters written since; closed. */
async function workspace(): Promise<string> {
  const app = await openTestApp();
  const { reportId } = await app.call('sample.open', {});
  const { chapters } = await app.call('report.read', { id: reportId });
  const empty = chapters.find(({ body }) => JSON.stringify(body).includes('text":') === false);
  if (empty === undefined) throw new Error('the sample has no empty chapter');
  await app.call('backup.make', {});
  const body = documentFromTexts(['备份以后才写的十个字']);
  await app.call('chapter.saveBody', { id: empty.id, revision: empty.revision, body });
  app.app.close();
  return app.folder;
}

function damage(folder: string): void {
  const path = join(folder, '资料库.xbdb');
  const bytes = readFileSync(path);
  const at = bytes.indexOf('健全调解网络');
  bytes.write('健全调解网结', at);
  writeFileSync(path, bytes);
}

describe('xiangbao recover', () => {
  test('says so where it is given a file instead of the folder', async () => {
    const file = join(temporaryFolder(), '报告.docx');
    writeFileSync(file, 'PK');
    const refused = await xiangbao('recover', file);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`资料库所在的文件夹不能写入：${file}`);
    expect(readFileSync(file, 'utf8')).toBe('PK');
  });

  test('every command names it for a damaged workspace; it tells both ways and what each would lose', async () => {
    const folder = await workspace();
    damage(folder);
    const refused = await xiangbao('roll', '--from', '2024', '--to', '2025', '--data', folder);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('xiangbao recover');
    const look = await xiangbao('recover', folder);
    expect(look.code).toBe(1);
    expect(look.out).toContain('什么也没有改动');
    expect(look.out).toMatch(/完好的备份 1 份/);
    expect(look.out).toMatch(/少 10 字/);
    expect(look.out).toMatch(/按备份原样补回 [1-9]\d* 行/);
    expect(look.out).not.toMatch(/\{\{|recover\./);
    const json = JSON.parse((await xiangbao('recover', folder, '--json')).out);
    expect(json.salvage.counts.characters - json.backups[0].counts.characters).toBe(10);
  });

  test.each([
    ['salvage', 10],
    ['newest', 0],
  ])('--from %s: the program opens again, and the damaged file stays beside it', async (from, more) => {
    const folder = await workspace();
    damage(folder);
    const { out, code } = await xiangbao('recover', folder, '--from', from, '--json');
    expect(code).toBe(0);
    const recovered = JSON.parse(out);
    expect(readdirSync(folder)).toContain(recovered.asideName);
    const app = await openTestApp(folder);
    const { present, backups } = await app.call('backup.list', {});
    expect(present).toEqual(recovered.counts);
    expect(present.characters - (backups.at(-1)?.counts?.characters ?? 0)).toBe(more);
    expect((await xiangbao('recover', folder)).err).toContain('正由');
    app.app.close();
    const again = await xiangbao('recover', folder);
    expect(again.code).toBe(1);
    expect(again.err).toContain('没有损坏');
  });

  test('a folder that is not there, and a backup that is not, are told plainly', async () => {
    const folder = await workspace();
    expect((await xiangbao('recover', join(folder, '没有'))).err).toContain('没有损坏');
    damage(folder);
    expect((await xiangbao('recover', folder, '--from', '没有.xbdb')).err).toContain('找不到这一份备份');
  });
});

describe('xiangbao backup', () => {
  test('makes one, and a second copy elsewhere that it has read back', async () => {
    const folder = await workspace();
    const stick = join(temporaryFolder(), 'U盘');
    mkdirSync(stick);
    const { out, code } = await xiangbao('backup', '--data', folder, '--to', stick, '--json');
    expect(code).toBe(0);
    const { id, path, sha256 } = JSON.parse(out);
    expect(path).toBe(join(stick, id));
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(path)).toEqual(readFileSync(join(folder, '备份', id)));
    const nowhere = await xiangbao('backup', '--data', folder, '--to', join(stick, '没有', 'x.xbdb'));
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain('没有写成');
  });

  test('a command that writes a whole report begins with a backup when one is due', async () => {
    const app = await openTestApp();
    await app.call('sample.open', {});
    app.app.close();
    await xiangbao('roll', '--from', '2024', '--to', '2025', '--data', app.folder);
    const [backup] = readdirSync(join(app.folder, '备份'));
    expect(backup).toMatch(/-自动\.xbdb$/);
  });
});
