/**
 * The open fonts that come with the program, as the built renderer holds them. Their rules are taken from its style
 * sheets, so that a printed page and the window use the same files, in subsets by character.
 */
import { readFile } from 'node:fs/promises';
import { shippedFonts } from '../../../shared/domain/font-report.ts';
import type { ShippedFonts } from '../../core/ports.ts';
import type { RendererFile } from '../renderer-files.ts';

/** `files` lists the built renderer; where it was never built there are no such fonts. */
export function createShippedFonts(files: () => ReadonlyMap<string, RendererFile>): ShippedFonts {
  let faces: Promise<string> | null = null;
  return {
    faces() {
      faces ??= readFaces(files);
      return faces;
    },
  };
}

async function readFaces(files: () => ReadonlyMap<string, RendererFile>): Promise<string> {
  const listed = files();
  const rules: string[] = [];
  for (const [address, file] of listed) {
    if (address.endsWith('.css')) {
      rules.push(...fontFaces(await readFile(file.path, 'utf8'), address, listed));
    }
  }
  return rules.join('\n');
}

const families: ReadonlySet<string> = new Set(Object.values(shippedFonts));

/** Rules of our own families whose file is in the list, with its address from the root of the program's page. */
function fontFaces(sheet: string, address: string, files: ReadonlyMap<string, RendererFile>): string[] {
  return Array.from(sheet.matchAll(/@font-face\s*\{([^}]*)\}/g)).flatMap(([, body = '']) => {
    const family = /font-family:\s*["']?([^;"']+)["']?/.exec(body)?.[1]?.trim() ?? '';
    const weight = /font-weight:\s*([^;]+)/.exec(body)?.[1]?.trim() ?? '400';
    const range = /unicode-range:\s*([^;]+)/.exec(body)?.[1]?.trim();
    const target = /url\(\s*["']?([^)"']+?)["']?\s*\)/.exec(body)?.[1] ?? '';
    const file = URL.parse(target, `https://program.invalid${address}`)?.pathname ?? '';
    if (!families.has(family) || !files.has(file)) return [];
    return [
      // `block`: what is printed waits for the font instead of showing another one first.
      `@font-face{font-family:"${family}";font-weight:${weight};font-display:block;src:url("${file}") format("woff2")${range === undefined ? '' : `;unicode-range:${range}`}}`,
    ];
  });
}
