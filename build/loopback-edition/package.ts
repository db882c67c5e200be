/**
 * npm run package:loopback [-- TARGET…]: makes the archives of the loopback edition in .cache/packages, of all targets or of
 * those named, and prints each with its size and digest. Fetches the pinned runtimes once, through npm. With a private key
 * (`npm run update-key`) whose file XIANGBAO_UPDATE_KEY names, also the update files; XIANGBAO_UPDATE_NOTES names a text with
 * what is new, which the clerk reads before taking the update.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signerOf } from '../../src/main/node/update/update-key.ts';
import { ensureBuilt } from '../build-program.ts';
import { makeArchives } from './archives.ts';
import { isTargetName, targetNames, targetOf } from './targets.ts';

const root = join(import.meta.dirname, '..', '..');
const output = join(root, '.cache', 'packages');
const wanted = process.argv.slice(2);
const { XIANGBAO_UPDATE_KEY: keyPath, XIANGBAO_UPDATE_NOTES: notesPath } = process.env;
const unknown = wanted.filter((name) => !isTargetName(name));

if (unknown.length > 0) {
  process.stderr.write(`no such target: ${unknown.join(', ')}; there are ${targetNames.join(', ')}\n`);
  process.exitCode = 2;
} else {
  const signer = keyPath ? signerOf(readFileSync(keyPath, 'utf8')) : null;
  const notes = notesPath ? readFileSync(notesPath, 'utf8').trim() : '';
  if (signer === null) {
    process.stdout.write('no XIANGBAO_UPDATE_KEY: these packages take no updates, and no update is made\n');
  }
  await ensureBuilt({ root, onStart: () => process.stdout.write('building dist …\n') });
  mkdirSync(output, { recursive: true });
  for (const name of targetNames.filter((target) => wanted.length === 0 || wanted.includes(target))) {
    for (const archive of makeArchives({
      root,
      target: targetOf(name),
      mayFetch: true,
      level: 9,
      signer,
      notes,
    })) {
      const path = join(output, archive.name);
      writeFileSync(`${path}.part`, archive.bytes);
      renameSync(`${path}.part`, path);
      const digest = createHash('sha256').update(archive.bytes).digest('hex');
      const megabytes = (archive.bytes.byteLength / 1e6).toFixed(1).padStart(6);
      process.stdout.write(`${megabytes} MB  sha256:${digest}  ${path}\n`);
    }
  }
}
