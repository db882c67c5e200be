/** The built renderer as a closed list: a request is looked up in it and never becomes a path. */
import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface RendererFile {
  path: string;
  contentType: string;
  /** `no-store` for the page itself; files whose name carries a hash of their content never change. */
  cacheControl: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Lists `folder` once, keyed by address (`/index.html`, `/assets/…`; `/` is the page). Links are left out: they could
 * lead outside. Throws when the folder or its page is not there, for then the program was not built.
 */
export function listRendererFiles(folder: string): ReadonlyMap<string, RendererFile> {
  const files = new Map<string, RendererFile>();
  for (const [address, path] of walk(folder, '')) {
    files.set(address, {
      path,
      contentType: contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
      cacheControl: address.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store',
    });
  }
  const page = files.get('/index.html');
  if (page === undefined) {
    throw new Error('the renderer is not built: its index.html is missing');
  }
  files.set('/', page);
  return files;
}

/** The same list, empty where the program was not built: what only some pages need must not stop the others. */
export function listRendererFilesIfBuilt(folder: string): ReadonlyMap<string, RendererFile> {
  return existsSync(join(folder, 'index.html')) ? listRendererFiles(folder) : new Map();
}

function* walk(folder: string, address: string): Generator<[address: string, path: string]> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      yield* walk(path, `${address}/${entry.name}`);
    } else if (entry.isFile()) {
      yield [`${address}/${entry.name}`, path];
    }
  }
}
