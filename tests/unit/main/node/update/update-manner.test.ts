import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeCopy, refusalOf } from '../../../../../src/main/node/update/update-manner.ts';
import { failed } from '../../../../../src/shared/errors.ts';
import { makeSmallEdition, updateKey } from '../../../../support/small-edition.ts';
import { temporaryFolder } from '../../../../support/workspace.ts';

function layOut(change: object) {
  const root = temporaryFolder();
  const { installed } = makeSmallEdition(root);
  writeFileSync(join(root, 'edition.json'), JSON.stringify({ ...installed.edition, ...change }));
  const manifest = join(root, 'versions/0.1.0/program/package.json');
  return { resources: '', renderer: '', manifest };
}

describe('how a copy comes by another version', () => {
  it.each([
    [{}, 'stick'],
    [{ updateKey: null }, 'noKey'],
    [{ updateKey: undefined }, 'noKey'],
    [{ kind: 'deb' }, 'package'],
    [{ schema: 2 }, 'source'],
  ])('%j: %s', (change, manner) => {
    expect(describeCopy(layOut(change), false)).toMatchObject({ manner, version: '0.1.0' });
  });

  it('of the edition it knows the version in use and the key; of the desktop program that it has an installer', () => {
    expect(describeCopy(layOut({}), false)).toMatchObject({
      copy: { runningVersion: '0.1.0', updateKey, installed: { version: '0.1.0' } },
    });
    expect(describeCopy(layOut({}), true)).toEqual({ manner: 'installer', version: '0.1.0' });
  });

  it('is a tree of sources where nothing else is known', () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'src'));
    writeFileSync(join(root, 'package.json'), '{"version":"1.2.3"}');
    const folders = { resources: '', renderer: '', manifest: join(root, 'package.json') };
    expect(describeCopy(folders, false)).toEqual({ manner: 'source', version: '1.2.3' });
    expect(refusalOf('source')).toEqual(failed('update.fromSource'));
  });
});
