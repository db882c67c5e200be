import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';

const entry = join(import.meta.dirname, '../../../src/main/cli/main.ts');
const file = (folder: string) => join(folder, '资料库.xbdb');

function initialise(folder: string, language: string): Promise<{ code: number; err: string }> {
  return new Promise((resolve) => {
    const environment = { ...process.env, XIANGBAO_LANGUAGE: language };
    const words = [entry, 'init', '--name', '云岭镇人民政府', '--data', folder];
    const child = execFile(process.execPath, words, { env: environment }, (_error, _out, err) => {
      resolve({ code: child.exitCode ?? -1, err });
    });
  });
}

/** What is wrong, what the sentence must say in Chinese and in English, and what must still be there. */
const cases: [string, (folder: string) => void | Promise<void>, RegExp, RegExp][] = [
  [
    'a folder that cannot be made',
    (folder) => writeFileSync(folder, '文件'),
    /不能写入/,
    /cannot be written/,
  ],
  [
    'a file that is no database',
    (folder) => {
      mkdirSync(folder);
      writeFileSync(file(folder), '这不是资料库，是一段文字。');
    },
    /不是乡报的资料库/,
    /is no Xiangbao workspace/,
  ],
  [
    'a newer workspace',
    async (folder) => {
      const { app } = await openTestApp(folder);
      app.close();
      const connection = new Database(file(folder));
      connection.pragma('user_version = 99990');
      connection.close();
    },
    /更新版本/,
    /newer Xiangbao/,
  ],
];

describe('a workspace that cannot be opened', () => {
  test.each(cases)(
    '%s: a sentence in either language, and the file untouched',
    async (_name, prepare, chinese, english) => {
      const folder = join(temporaryFolder(), '资料');
      await prepare(folder);
      const read = () => {
        try {
          return readFileSync(file(folder));
        } catch {
          return null;
        }
      };
      const before = read();
      for (const [language, sentence] of [
        ['zh-CN', chinese],
        ['en', english],
      ] as const) {
        const { code, err } = await initialise(folder, language);
        expect(code).toBe(1);
        expect(err).toMatch(sentence);
        expect(err).toContain(folder);
        expect(err).not.toMatch(/\{\{|\bat .*\.ts:|SQLITE/);
      }
      expect(read()).toEqual(before);
    },
  );

  test('one that another process holds: the sentence names who', async () => {
    const folder = join(temporaryFolder(), '资料');
    const child = spawn(process.execPath, [entry, 'serve', '--data', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    try {
      const { code, err } = await initialise(folder, 'zh-CN');
      expect(code).toBe(1);
      expect(err).toContain(userInfo().username);
      expect(err).toMatch(/正由.*使用（浏览器）/);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    expect((await initialise(folder, 'zh-CN')).code).toBe(0);
  });
});
