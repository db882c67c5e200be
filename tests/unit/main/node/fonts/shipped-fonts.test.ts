import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createShippedFonts } from '../../../../../src/main/node/fonts/shipped-fonts.ts';
import { listRendererFilesIfBuilt } from '../../../../../src/main/node/renderer-files.ts';
import { temporaryFolder } from '../../../../support/workspace.ts';

describe('the fonts that come with the program', () => {
  it('are the rules of its own style sheets whose files are there', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '');
    writeFileSync(join(folder, 'assets', 'wenkai-4.woff2'), '');
    const face = (family: string, source: string) =>
      `@font-face{font-family:${family};font-display:swap;src:url(${source})format("woff2");unicode-range:U+4E00-4E10}`;
    writeFileSync(
      join(folder, 'assets', 'index.css'),
      [
        'body{color:red}',
        face('LXGW WenKai', '/assets/wenkai-4.woff2'),
        face('"LXGW WenKai"', "'./wenkai-4.woff2'"),
        face('LXGW WenKai', '/assets/gone.woff2'),
        face('LXGW WenKai', 'https://fonts.example/wenkai-4.woff2'),
        face('Something Else', '/assets/wenkai-4.woff2'),
      ].join('\n'),
    );
    const rule =
      '@font-face{font-family:"LXGW WenKai";font-weight:400;font-display:block;src:url("/assets/wenkai-4.woff2") format("woff2");unicode-range:U+4E00-4E10}';
    expect(await createShippedFonts(() => listRendererFilesIfBuilt(folder)).faces()).toBe(
      [rule, rule].join('\n'),
    );
  });

  it('are none where the program was not built', async () => {
    expect(await createShippedFonts(() => listRendererFilesIfBuilt('/nowhere')).faces()).toBe('');
  });
});
