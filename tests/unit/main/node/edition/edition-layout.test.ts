import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  findEdition,
  isVersion,
  versionFolder,
} from '../../../../../src/main/node/edition/edition-layout.ts';
import { temporaryFolder } from '../../../../support/workspace.ts';

describe('the layout of the loopback edition', () => {
  it('orders versions by their numbers', () => {
    const ordered = ['0.0.9', '0.1.0', '0.1.2', '0.1.10', '0.10.0', '1.0.0'];
    for (const [index, version] of ordered.entries()) {
      for (const [other, another] of ordered.entries()) {
        expect(Math.sign(compareVersions(version, another))).toBe(Math.sign(index - other));
      }
    }
  });

  it.each(['0.1.0', '12.0.345'])('%s is a version', (text) => {
    expect(isVersion(text)).toBe(true);
    expect(versionFolder('root', text)).toBe(join('root', 'versions', text));
  });

  it.each(['', '1.0', '1.0.0-beta', '..', '../1.0.0', '1.0.0/..', '1.0.0\n', '１.0.0'])(
    '%j is none, so that no name leads out of the folder',
    (text) => {
      expect(isVersion(text)).toBe(false);
      expect(() => versionFolder('root', text)).toThrow();
    },
  );

  const layOut = (current: string, description: string) => {
    const root = temporaryFolder();
    const entry = join(root, 'versions', '0.1.0', 'program', 'dist', 'main');
    mkdirSync(entry, { recursive: true });
    writeFileSync(join(root, 'current'), current);
    writeFileSync(join(root, 'edition.json'), description);
    return { root, entry };
  };
  const edition = { schema: 1, kind: 'deb', platform: 'linux', arch: 'arm64' };

  it('is found from the entry file', () => {
    const { root, entry } = layOut('0.1.0\r\n', JSON.stringify(edition));
    expect(findEdition(entry)).toEqual({ root, version: '0.1.0', edition: { ...edition, updateKey: null } });
  });

  it.each([
    ['../x\n', JSON.stringify(edition)],
    ['0.1.0\n', '{'],
    ['0.1.0\n', JSON.stringify({ ...edition, schema: 2 })],
  ])('is none where it cannot be read: %j %j', (current, description) => {
    expect(findEdition(layOut(current, description).entry)).toBeNull();
  });
});
