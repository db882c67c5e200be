import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../../src/main/node/content-security-policy.ts';
import { listRendererFiles } from '../../../../src/main/node/renderer-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'renderer-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'index-Ab12.js'), '');
  writeFileSync(join(folder, 'assets', 'font-Ab12.woff2'), '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('listRendererFiles', () => {
  it('lists every file with its type and its keeping', () => {
    const files = listRendererFiles(folder);
    expect([...files.keys()].sort()).toEqual([
      '/',
      '/assets/font-Ab12.woff2',
      '/assets/index-Ab12.js',
      '/index.html',
    ]);
    expect(files.get('/')).toMatchObject({
      contentType: 'text/html; charset=utf-8',
      cacheControl: 'no-store',
    });
    expect(files.get('/assets/index-Ab12.js')).toMatchObject({
      contentType: 'text/javascript; charset=utf-8',
      cacheControl: expect.stringContaining('immutable'),
    });
  });

  it('leaves links out', () => {
    symlinkSync('/etc/passwd', join(folder, 'assets', 'link.txt'));
    symlinkSync('/etc', join(folder, 'etc'));
    expect([...listRendererFiles(folder).keys()].filter((address) => /link|etc/.test(address))).toEqual([]);
  });

  it('throws for a renderer that was not built', () => {
    rmSync(join(folder, 'index.html'));
    expect(() => listRendererFiles(folder)).toThrow('not built');
  });
});

describe('contentSecurityPolicy', () => {
  it('lets in no script but the program’s own files', () => {
    const directives = new Map(
      contentSecurityPolicy.split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
    );
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('connect-src')).toEqual(["'self'"]);
    expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
    expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|https?:|\*/);
  });
});
