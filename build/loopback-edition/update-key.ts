/**
 * npm run update-key -- FOLDER: makes the pair of keys that updates are signed and checked with, once for all versions.
 * The private key is for the machine that makes packages (`XIANGBAO_UPDATE_KEY` names it) and for nobody else; who has it
 * can replace the program on every machine. The public key goes into each package by itself.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newPrivateKey, signerOf } from '../../src/main/node/update/update-key.ts';

const [folder] = process.argv.slice(2);

if (folder === undefined) {
  process.stderr.write('npm run update-key -- FOLDER: say where the keys are to be kept\n');
  process.exitCode = 2;
} else {
  mkdirSync(resolve(folder), { recursive: true, mode: 0o700 });
  const pem = newPrivateKey();
  const path = join(resolve(folder), 'update-key.pem');
  try {
    // Never over another one: updates signed by it would no longer be taken.
    writeFileSync(path, pem, { mode: 0o600, flag: 'wx' });
    const publicKey = signerOf(pem).publicKey.toString('base64url');
    writeFileSync(join(resolve(folder), 'update-key.public.txt'), `${publicKey}\n`);
    process.stdout.write(
      `private key: ${path} (keep it safe, and off the network)\npublic key: ${publicKey}\n`,
    );
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    process.stderr.write(`${path} is there already and was left as it is\n`);
    process.exitCode = 1;
  }
}
