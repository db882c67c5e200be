import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createResourceFolder } from '../../../../src/main/node/resource-folder.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'resources-'));
  mkdirSync(join(root, 'in', 'templates'), { recursive: true });
  writeFileSync(join(root, 'outside.txt'), 'no');
  writeFileSync(join(root, 'in', 'templates', 'b.json'), '{"甲":1}');
  writeFileSync(join(root, 'in', 'templates', 'a.json'), '{}');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('createResourceFolder', () => {
  it('lists and reads what is shipped', () => {
    const resources = createResourceFolder(join(root, 'in'));
    expect(resources.list('templates')).toEqual(['a.json', 'b.json']);
    expect(resources.readText('templates/b.json')).toBe('{"甲":1}');
  });

  it.each(['../outside.txt', 'templates/../../outside.txt', '/etc/passwd', '..'])('refuses %s', (path) => {
    const resources = createResourceFolder(join(root, 'in'));
    expect(() => resources.readText(path)).toThrow('leaves the resources folder');
    expect(() => resources.list(path)).toThrow('leaves the resources folder');
  });
});
