import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchElectron, findElectron } from '../../../build/electron-binary.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'electron-'));
  mkdirSync(join(root, 'node_modules', 'electron', 'dist'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('findElectron', () => {
  it('finds the binary that the package names', () => {
    expect(findElectron(root, {})).toBeNull();
    writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron');
    expect(findElectron(root, {})).toBeNull();
    writeFileSync(join(root, 'node_modules/electron/dist/electron'), '');
    expect(findElectron(root, {})).toBe(join(root, 'node_modules/electron/dist/electron'));
  });

  it('prefers a folder given by the environment, and takes no other in its place', () => {
    writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron');
    writeFileSync(join(root, 'node_modules/electron/dist/electron'), '');
    const override = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'own') };
    expect(findElectron(root, override)).toBeNull();
    mkdirSync(join(root, 'own'));
    writeFileSync(join(root, 'own', 'electron'), '');
    expect(findElectron(root, override)).toBe(join(root, 'own', 'electron'));
  });
});

describe('fetchElectron', () => {
  const script = () => join(root, 'node_modules/electron/install.js');

  it('lets the package fetch its binary', async () => {
    writeFileSync(script(), "require('node:fs').writeFileSync('fetched', '')");
    await fetchElectron(root, 20_000);
    expect(existsSync(join(root, 'fetched'))).toBe(true);
  });

  it.each([
    ['fails', 'throw new Error("no network")'],
    ['is missing', null],
    ['never ends', 'setInterval(() => {}, 1000)'],
  ])('comes back when that %s', async (_what, text) => {
    if (text !== null) {
      writeFileSync(script(), text);
    }
    await expect(fetchElectron(root, 500)).resolves.toBeUndefined();
  });
});
