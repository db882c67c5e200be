/** Passwords on the command line: from a file, from what is piped in, from the environment; never from its words. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../../src/main/core/submission/sealed-manifest.ts';
import { sampleFolder, xiangbao } from '../../support/command-line.ts';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';

const password = '山后小河水清五七';
const name = '云溪镇人民政府2024年度法治政府建设报告（草稿）';

function passwordFile(text = `${password}\r\n第二行不算`): string {
  const file = join(temporaryFolder(), '密码.txt');
  writeFileSync(file, text);
  return file;
}

async function submitted(data: string): Promise<string> {
  const out = temporaryFolder();
  const words = ['export', '--data', data, '--year', '2024', '--to', out, '--draft', '--docx', '--json'];
  const made = await xiangbao(...words, '--protect', '--password-file', passwordFile());
  expect([made.exitCode, made.standardError]).toEqual([0, '']);
  expect(readdirSync(out)).toEqual([`${name}.zip.mima`]);
  const path = join(out, `${name}.zip.mima`);
  expect(JSON.parse(made.standardOutput).files[0].path).toBe(path);
  return path;
}

describe('a protected submission', () => {
  test('is one file that verify opens, judges, and unpacks for whoever received it', async () => {
    const path = await submitted(await sampleFolder());
    expect(readFileSync(path).includes('manifest.json')).toBe(false);
    const without = await xiangbao('verify', path, '--json');
    expect(without.exitCode).toBe(1);
    expect(JSON.parse(without.standardOutput).files[0].reason).toContain('请输入密码');

    const unpacked = join(temporaryFolder(), '收到', '解开');
    const opened = await xiangbao(
      'verify',
      path,
      '--password-file',
      passwordFile(),
      '--unpack',
      unpacked,
      '--json',
    );
    expect([opened.exitCode, opened.standardError]).toEqual([0, '']);
    expect(JSON.parse(opened.standardOutput)).toMatchObject({ ok: true, unpacked: join(unpacked, name) });
    const files = readdirSync(join(unpacked, name));
    expect(files).toContain('manifest.json');
    expect(files.some((file) => file.endsWith('.docx'))).toBe(true);
    expect(readManifest(readFileSync(join(unpacked, name, 'manifest.json')), name).ok).toBe(true);
    expect((await xiangbao('verify', join(unpacked, name))).exitCode).toBe(0);
  });

  test('wrong password, damage and interruption are told apart, also in a folder that holds it', async () => {
    const path = await submitted(await sampleFolder());
    const bytes = readFileSync(path);
    const judged = async (where: string, typed: string) => {
      const verified = await xiangbao('verify', where, '--password-file', passwordFile(typed), '--json');
      expect(verified.exitCode).toBe(1);
      return String(JSON.parse(verified.standardOutput).files[0].reason);
    };
    expect(await judged(path, '不是这个密码吧')).toMatch(/^密码不对/);
    expect(await judged(join(path, '..'), '不是这个密码吧')).toMatch(/^密码不对/);
    const damaged = Buffer.from(bytes);
    damaged[bytes.length - 100] = (damaged[bytes.length - 100] ?? 0) ^ 1;
    writeFileSync(path, damaged);
    expect(await judged(path, password)).toMatch(/已损坏（共 (\d+) 段，第 \1 段读不对）/);
    writeFileSync(path, bytes.subarray(0, bytes.length / 2));
    expect(await judged(path, password)).toMatch(/不完整，只有原来的 (49|50)%/);
    const unpacked = temporaryFolder();
    await xiangbao('verify', path, '--password-file', passwordFile(), '--unpack', unpacked);
    expect(readdirSync(unpacked)).toEqual([]);
  });

  test('replaces an older one under the same name, and an interrupted exchange is set right without a password', async () => {
    const data = await sampleFolder();
    const path = await submitted(data);
    const older = readFileSync(path);
    const out = join(path, '..');
    const words = ['export', '--data', data, '--year', '2024', '--to', out, '--draft', '--docx'];
    const again = await xiangbao(...words, '--password-file', passwordFile());
    expect(again.exitCode).toBe(0);
    const newer = readFileSync(path);
    expect(newer.equals(older)).toBe(false);
    expect(readdirSync(out)).toEqual([`${name}.zip.mima`]);
    // As a pulled stick leaves it: the new one did not arrive whole.
    writeFileSync(`${path}.上一份`, older);
    writeFileSync(path, newer.subarray(0, 5000));
    const verified = await xiangbao('verify', path, '--password-file', passwordFile(), '--json');
    expect(JSON.parse(verified.standardOutput)).toMatchObject({
      ok: true,
      submissions: [{ restored: true }],
    });
    expect(readFileSync(path).equals(older)).toBe(true);
  });

  test('is refused where one file was asked for, without a password, or with a short one', async () => {
    const data = await sampleFolder();
    const out = join(temporaryFolder(), '报送');
    const words = ['export', '--data', data, '--year', '2024', '--draft', '--docx'];
    const single = await xiangbao(...words, '--to', '报告.docx', '--password-file', passwordFile());
    expect(single.exitCode).toBe(2);
    expect((await xiangbao(...words, '--to', out, '--protect')).exitCode).toBe(2);
    expect((await xiangbao(...words, '--to', out, '--password-file', passwordFile('\n'))).exitCode).toBe(2);
    const short = await xiangbao(...words, '--to', out, '--password-file', passwordFile('短密码'));
    expect([short.exitCode, short.standardError]).toEqual([1, expect.stringContaining('至少用 8 个字符')]);
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
    const missing = await xiangbao(...words, '--to', out, '--password-file', '/没有/这个文件');
    expect(missing.exitCode).toBe(1);
  });
});

describe('a protected backup', () => {
  test('goes on to a stick and comes back on a computer that has nothing', async () => {
    const data = await sampleFolder();
    const stick = temporaryFolder();
    const made = await xiangbao(
      'backup',
      '--data',
      data,
      '--to',
      stick,
      '--password-file',
      passwordFile(),
      '--json',
    );
    expect([made.exitCode, made.standardError]).toEqual([0, '']);
    const { path, counts } = JSON.parse(made.standardOutput);
    expect(path).toMatch(/\.xbdb\.mima$/);
    const fresh = join(temporaryFolder(), '新电脑');
    mkdirSync(fresh);
    const wrong = await xiangbao(
      'restore',
      path,
      '--data',
      fresh,
      '--password-file',
      passwordFile('不是这个密码吧'),
    );
    expect([wrong.exitCode, wrong.standardError]).toEqual([1, expect.stringMatching(/^密码不对/)]);
    expect(wrong.standardError).not.toContain('不是这个密码吧');
    const restored = await xiangbao(
      'restore',
      path,
      '--data',
      fresh,
      '--password-file',
      passwordFile(),
      '--json',
    );
    expect([restored.exitCode, JSON.parse(restored.standardOutput).counts]).toEqual([0, counts]);
    const app = await openTestApp(fresh);
    expect((await app.call('workspace.status', {})).organization?.name).toBe('云溪镇人民政府');
  });

  test('a password may be piped in or stand in the environment, and protects only when that is asked for', async () => {
    const data = await sampleFolder();
    const [piped, set, plain] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    const run = (words: string[], more: { input?: string; XIANGBAO_PASSWORD?: string }) =>
      execFileSync(
        process.execPath,
        [join(import.meta.dirname, '../../../src/main/cli/main.ts'), 'backup', '--data', data, ...words],
        {
          input: more.input ?? '',
          env: {
            ...process.env,
            ...(more.XIANGBAO_PASSWORD && { XIANGBAO_PASSWORD: more.XIANGBAO_PASSWORD }),
          },
        },
      );
    run(['--to', piped, '--password-file', '-'], { input: `${password}\n` });
    run(['--to', set, '--protect'], { XIANGBAO_PASSWORD: password });
    run(['--to', plain], { XIANGBAO_PASSWORD: password });
    expect(readdirSync(piped)).toEqual([expect.stringMatching(/\.mima$/)]);
    expect(readdirSync(set)).toEqual([expect.stringMatching(/\.mima$/)]);
    expect(readdirSync(plain)).toEqual([expect.stringMatching(/\.xbdb$/)]);
  });
});
