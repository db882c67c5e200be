import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { locateFile } from '../../../../src/main/node/locate-file.ts';

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'locate-')));
  mkdirSync(join(folder, '乡报'));
  writeFileSync(join(folder, '乡报', '资料库.xbdb'), '');
  symlinkSync(join(folder, '乡报'), join(folder, 'link'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('finds one file by every name it has', () => {
  const path = join(folder, '乡报', '资料库.xbdb');
  const found = { path, exists: true };
  expect(locateFile(path, '/')).toEqual(found);
  expect(locateFile('资料库.xbdb', join(folder, '乡报'))).toEqual(found);
  expect(locateFile('../乡报/./资料库.xbdb', join(folder, '乡报'))).toEqual(found);
  expect(locateFile(join(folder, 'link', '资料库.xbdb'), '/')).toEqual(found);
});

it('names a file that is not there all the same', () => {
  expect(locateFile('a.xbdb', folder)).toEqual({ path: join(folder, 'a.xbdb'), exists: false });
  expect(locateFile('a\0.xbdb', folder).exists).toBe(false);
});
