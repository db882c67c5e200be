/**
 * npm run package:loopback [-- TARGET…]: makes the archives of the loopback edition in .cache/packages, of all targets or of
 * those named, and prints each with its size and digest. Fetches the pinned runtimes once, through npm.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../build-program.ts';
import { makeArchives } from './archives.ts';
import { isTargetName, targetNames, targetOf } from './targets.ts';

const root = join(import.meta.dirname, '..', '..');
const output = join(root, '.cache', 'packages');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !isTargetName(name));

if (unknown.length > 0) {
  process.stderr.write(`no such target: ${unknown.join(', ')}; there are ${targetNames.join(', ')}\n`);
  process.exitCode = 2;
} else {
  await ensureBuilt({ root, onStart: () => process.stdout.write('building dist …\n') });
  mkdirSync(output, { recursive: true });
  for (const name of targetNames.filter((target) => wanted.length === 0 || wanted.includes(target))) {
    for (const archive of makeArchives({ root, target: targetOf(name), mayFetch: true, level: 9 })) {
      const path = join(output, archive.name);
      writeFileSync(`${path}.part`, archive.bytes);
      renameSync(`${path}.part`, path);
      const digest = createHash('sha256').update(archive.bytes).digest('hex');
      const megabytes = (archive.bytes.byteLength / 1e6).toFixed(1).padStart(6);
      process.stdout.write(`${megabytes} MB  sha256:${digest}  ${path}\n`);
    }
  }
}
