// Draws the icons of Linux and icon.ico from icon.svg with the browser of the tests. Run by hand when the drawing changes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../tests/support/browser.ts';
import { windowsIcon } from './windows-icon.ts';

const folder = join(import.meta.dirname, 'icons');
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8');

const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  const draw = async (side) => {
    await page.setViewportSize({ width: side, height: side });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${drawing}`);
    return await page.screenshot({ omitBackground: true });
  };
  const pictures = [];
  for (const side of [16, 24, 32, 48, 64, 128, 256, 512]) {
    const png = await draw(side);
    writeFileSync(join(folder, 'linux', `${side}x${side}.png`), png);
    // A side in an .ico is at most 256.
    if (side <= 256) pictures.push({ side, png });
  }
  writeFileSync(join(folder, 'icon.ico'), windowsIcon(pictures));
} finally {
  await browser.close();
}
