import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileGrants } from '../../../../src/main/node/file-grants.ts';
import { done, failed } from '../../../../src/shared/errors.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'grants-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('createFileGrants', () => {
  it('gives a fresh name each time, as long as the contract allows', () => {
    const grants = createFileGrants();
    const names = new Set(Array.from({ length: 50 }, () => grants.grant(join(folder, 'a.docx'))));
    expect(names.size).toBe(50);
    for (const name of names) {
      expect(name).toMatch(/^[\w-]{32}$/);
      expect(grants.path(name)).toEqual(done(join(folder, 'a.docx')));
    }
  });

  it.each(['', 'unknown', '../../etc/passwd', '__proto__', 'constructor'])('knows no %j', (name) => {
    expect(createFileGrants().path(name)).toEqual(failed('file.grantUnknown'));
  });

  it('resolves links when granting, so that a later exchange of the link leads nowhere else', () => {
    writeFileSync(join(folder, 'real.txt'), 'x');
    symlinkSync(join(folder, 'real.txt'), join(folder, 'link.txt'));
    const grants = createFileGrants();
    const name = grants.grant(join(folder, 'link.txt'));
    rmSync(join(folder, 'link.txt'));
    symlinkSync('/etc/passwd', join(folder, 'link.txt'));
    expect(grants.path(name)).toEqual(done(join(folder, 'real.txt')));
  });

  it('resolves the folder of a file still to be written', () => {
    mkdirSync(join(folder, 'real'));
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    const grants = createFileGrants();
    expect(grants.path(grants.grant(join(folder, 'link', 'new.docx')))).toEqual(
      done(join(folder, 'real', 'new.docx')),
    );
  });

  it('forgets the oldest beyond its limit', () => {
    const grants = createFileGrants(2);
    const [first = '', second = '', third = ''] = ['a', 'b', 'c'].map((file) =>
      grants.grant(join(folder, file)),
    );
    expect(grants.path(first)).toEqual(failed('file.grantUnknown'));
    expect(grants.path(second).ok).toBe(true);
    expect(grants.path(third).ok).toBe(true);
  });
});
