import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packedText } from '../../../../../build/loopback-edition/packed-file.ts';
import { unpackUpdate } from '../../../../../src/main/node/update/unpack-update.ts';
import { isContainedPath } from '../../../../../src/main/node/update/update-description.ts';
import { readSignedUpdate, updateHead } from '../../../../../src/main/node/update/update-file.ts';
import { newPrivateKey, signerOf } from '../../../../../src/main/node/update/update-key.ts';
import { signer, smallUpdate, smallVersion, treeOf, updateKey } from '../../../../support/small-edition.ts';
import { temporaryFolder } from '../../../../support/workspace.ts';

/** Reads and unpacks the bytes as an update does; the code of the refusal, or what was written. */
async function take(bytes: Uint8Array): Promise<string | Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'update-file-'));
  try {
    const path = join(folder, '更新.xbupdate');
    const target = join(folder, 'unpacked');
    writeFileSync(path, bytes);
    mkdirSync(target);
    const signed = await readSignedUpdate(path, updateKey);
    if (!signed.ok) return signed.error.code;
    const unpacked = await unpackUpdate(signed.value, target);
    if (!unpacked.ok) return unpacked.error.code;
    return Object.fromEntries(
      Object.entries(treeOf(target)).map(([name, text]) => [name.slice(target.length + 1), text]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const whole = smallUpdate();

describe('an update file', () => {
  it('brings exactly its files', async () => {
    const expected = smallVersion('0.1.1').map(({ path, bytes }) => [
      path,
      Buffer.from(bytes).toString('latin1'),
    ]);
    expect(await take(whole)).toEqual(Object.fromEntries(expected));
  });

  it('is refused with any one byte changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (place, change) => {
          const bytes = Buffer.from(whole);
          bytes.writeUInt8((bytes[place] ?? 0) ^ change, place);
          expect(await take(bytes)).toBe(place < 8 ? 'update.notUpdateFile' : 'update.damaged');
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is refused when it ends too early or goes on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), async (length) => {
        // The head of fixed length tells what a file is; before its end there is nothing that could be damaged.
        expect(await take(whole.subarray(0, length))).toBe(
          length < 108 ? 'update.notUpdateFile' : 'update.damaged',
        );
      }),
      { numRuns: 60 },
    );
    expect(await take(Buffer.concat([whole, Buffer.from([0])]))).toBe('update.damaged');
  });

  it('is told from a file of another kind, and from one that somebody else signed', async () => {
    expect(await take(Buffer.from('PK\x03\x04 a zip, as long as it needs to be'.repeat(9)))).toBe(
      'update.notUpdateFile',
    );
    expect(await take(smallUpdate({ by: signerOf(newPrivateKey()) }))).toBe('update.foreign');
  });

  it('cannot be signed anew by putting the trusted key into its head', async () => {
    const bytes = smallUpdate({ by: signerOf(newPrivateKey()) });
    signer.publicKey.copy(bytes, 12);
    expect(await take(bytes)).toBe('update.damaged');
  });

  /** Signed as it ought to be, whatever it says. */
  const signedAs = (description: unknown, packed: Uint8Array = Buffer.alloc(0)) => {
    const bytes = Buffer.from(JSON.stringify(description));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([whole.subarray(0, 8), length, signer.publicKey, signer.sign(bytes), bytes, packed]);
  };

  it('of a later format is said to be one', async () => {
    expect(await take(signedAs({ schema: 2 }))).toBe('update.formatNewer');
  });

  it.each(['../../current', 'program/../../../current', '/etc/passwd', 'program\\..\\..\\current'])(
    'writes nothing outside of its folder, even signed: %j',
    async (path) => {
      const length = whole.readUInt32BE(8);
      const description = JSON.parse(whole.subarray(108, 108 + length).toString());
      description.files[0].path = path;
      expect(await take(signedAs(description, whole.subarray(108 + length)))).toBe('update.formatNewer');
    },
  );

  it('says so when it cannot be read', async () => {
    const folder = temporaryFolder();
    expect(await readSignedUpdate(join(folder, 'gone.xbupdate'), updateKey)).toMatchObject({
      error: { code: 'update.unreadable', parameters: { name: 'gone.xbupdate' } },
    });
    expect(await readSignedUpdate(folder, updateKey)).toMatchObject({ error: { code: 'update.unreadable' } });
  });

  it('that unpacks to more than it says is stopped at what it says', async () => {
    const bomb = smallUpdate({ files: [packedText('program/a', '0'.repeat(5_000_000))] });
    const length = bomb.readUInt32BE(8);
    const description = JSON.parse(bomb.subarray(108, 108 + length).toString());
    description.files[0].size = 10;
    const forged = Buffer.concat([updateHead(description, signer), bomb.subarray(108 + length)]);
    expect(await take(forged)).toBe('update.damaged');
  });
});

describe('paths in an update', () => {
  it.each(['runtime/node', 'program/dist/main/cli.mjs', 'program/dist/resources/字 体.txt'])('%s', (path) => {
    expect(isContainedPath(path)).toBe(true);
  });
  it.each([
    '',
    'runtime',
    'runtime/',
    'current',
    '../current',
    'program/../../../current',
    'program/./a',
    'program//a',
    '/etc/passwd',
    'C:/Windows/a',
    'program\\..\\a',
    'program/a\\b',
    'program/a:stream',
    'program/con',
    'program/NUL.txt',
    'program/a.',
    'program/a ',
    'program/a\0b',
    `program/${'a'.repeat(300)}`,
  ])('not %j', (path) => {
    expect(isContainedPath(path)).toBe(false);
    const files = [packedText(path, 'x')];
    expect(() => smallUpdate({ files })).toThrow();
  });

  it('stand side by side where capitals do not count', () => {
    const refused = [
      ['program/a', 'program/A'],
      ['program/a', 'program/a/b'],
      ['program/a', 'program/A/b/c'],
    ];
    for (const paths of refused) {
      expect(() => smallUpdate({ files: paths.map((path) => packedText(path, 'x')) })).toThrow();
    }
  });
});
