/** The protected file: any bytes in any pieces come back; whatever is changed is found, and called what it is. */
import { createCipheriv, createHash, createHmac, randomFillSync, scryptSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesAsSource } from '../../../../../src/main/core/protection/byte-source.ts';
import {
  headerBytes,
  headerSum,
  partCount,
  protectedSize,
  summedBytes,
} from '../../../../../src/main/core/protection/container-format.ts';
import {
  type Sealing,
  SourceChanged,
  seal,
  sealBytes,
} from '../../../../../src/main/core/protection/seal.ts';
import { isUndamaged, unseal, unsealBytes } from '../../../../../src/main/core/protection/unseal.ts';

/** As cheap as reading allows, so that hundreds of files can be made. */
const cheap = { scrypt: { log2N: 14, r: 8, p: 1 }, log2Part: 10 } as const;
const password = '云溪镇 2024 报送';
const sealing: Sealing = { contents: 'submission', password, ...cheap };

function sourceInPieces(bytes: Uint8Array, pieces: readonly number[]): ByteSource {
  return {
    name: '文件',
    size: bytes.length,
    async *read() {
      let at = 0;
      for (let turn = 0; at < bytes.length; turn += 1) {
        const length = pieces[turn % pieces.length] ?? 1;
        yield bytes.subarray(at, at + length);
        at += length;
      }
    },
  };
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}

async function outcomeOf(bytes: Uint8Array, typed: string | null = password): Promise<string> {
  const opened = await unsealBytes(bytes, '文件', { contents: 'submission', password: typed });
  return opened.ok ? 'opened' : opened.error.code;
}

function flipped(bytes: Uint8Array, at: number, bit = 1): Uint8Array {
  const changed = bytes.slice();
  changed[at] = (changed[at] ?? 0) ^ bit;
  return changed;
}

const someBytes = fc.uint8Array({ maxLength: 5000 });
const somePieces = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 });

describe('a protected file', () => {
  it('gives back any bytes, however they come in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(someBytes, somePieces, somePieces, async (bytes, written, read) => {
        const file = await gathered(seal(sourceInPieces(bytes, written), sealing));
        expect(file.length).toBe(protectedSize({ length: bytes.length, log2Part: cheap.log2Part }));
        const back = await gathered(unseal(sourceInPieces(file, read), { contents: 'submission', password }));
        expect(Buffer.compare(back, bytes)).toBe(0);
        expect(await isUndamaged(sourceInPieces(file, read))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is the file that its specification describes, made here by other means', async () => {
    const salt = Uint8Array.from({ length: 32 }, (_, index) => index);
    const contents = Uint8Array.from({ length: 2500 }, (_, index) => (index * 7) % 256);
    const keys = scryptSync(Buffer.from('abc１２３ 密码'.normalize('NFKC')), salt, 64, {
      N: 2 ** 14,
      r: 8,
      p: 1,
      maxmem: 2 ** 26,
    });
    const sentence = Buffer.from('\uFEFF乡报 XBMIMA：受密码保护，请用乡报打开。\r\n\u001A');
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(2500n);
    const start = Buffer.concat([
      sentence,
      Buffer.alloc(64 - sentence.length),
      Buffer.from([1, 1, 1, 1, 14, 8, 1, 10]),
      salt,
      length,
    ]);
    const check = createHmac('sha256', keys.subarray(0, 32)).update(start).digest();
    const sum = createHash('sha256').update(start).update(check).digest().subarray(0, 16);
    const header = Buffer.concat([start, check, sum]);
    const body = [0, 1, 2].map((number) => {
      const nonce = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number, number === 2 ? 1 : 0]);
      const cipher = createCipheriv('aes-256-gcm', keys.subarray(32), nonce);
      cipher.setAAD(header);
      const piece = cipher.update(contents.subarray(number * 1024, number * 1024 + 1024));
      return Buffer.concat([piece, cipher.final(), cipher.getAuthTag()]);
    });
    const whole = Buffer.concat([header, ...body]);
    const byHand = Buffer.concat([whole, createHash('sha256').update(whole).digest()]);
    // The password as a keyboard without full-width digits gives it, with a blank behind it.
    const byProgram = await sealBytes(contents, {
      contents: 'backup',
      password: 'abc123 密码 ',
      salt,
      ...cheap,
    });
    expect(Buffer.from(byProgram).toString('hex')).toBe(byHand.toString('hex'));
    // Of the whole file, so that a change of the format does not go unnoticed in both.
    expect(createHash('sha256').update(byHand).digest('hex')).toBe(
      'a7a66e37a37d0cd0594aaccdd580cf8362f262fae77cd3717f198611858b8bb7',
    );
  });

  it('is another file each time, from which nothing of the contents can be read', async () => {
    const contents = new TextEncoder().encode('排查矛盾纠纷'.repeat(50));
    const [one, two] = [await sealBytes(contents, sealing), await sealBytes(contents, sealing)];
    expect(Buffer.compare(one.subarray(headerBytes), two.subarray(headerBytes))).not.toBe(0);
    expect(Buffer.from(one).includes('排查')).toBe(false);
    expect(Buffer.from(one).includes(password)).toBe(false);
    // Whoever opens it as text reads what it is.
    expect(Buffer.from(one.subarray(0, 64)).toString('utf8')).toContain('受密码保护，请用乡报打开');
  });

  it('takes a password however it was typed, and no other', async () => {
    const file = await sealBytes(new Uint8Array(10), { ...sealing, password: 'Ａｂｃ１２３四五六' });
    expect(await outcomeOf(file, ' Abc123四五六 ')).toBe('opened');
    expect(await outcomeOf(file, 'abc123四五六')).toBe('protection.wrongPassword');
    expect(await outcomeOf(file, '')).toBe('protection.wrongPassword');
    expect(await outcomeOf(file, null)).toBe('protection.needsPassword');
  });
});

describe('damage and a wrong password', () => {
  const contents = Uint8Array.from({ length: 3000 }, (_, index) => index % 251);

  it('are never taken for each other: any one changed bit is damage, under the right password and a wrong one', async () => {
    const file = await sealBytes(contents, sealing);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: file.length - 1 }),
        fc.constantFrom(1, 2, 4, 8, 16, 32, 64, 128),
        async (at, bit) => {
          const changed = flipped(file, at, bit);
          const expected =
            at < 64
              ? 'protection.notProtected'
              : at < headerBytes
                ? 'protection.damagedHead'
                : 'protection.damaged';
          expect(await outcomeOf(changed)).toBe(expected);
          expect(await isUndamaged(bytesAsSource(changed, ''))).toBe(false);
          if (at < headerBytes) expect(await outcomeOf(changed, 'ein anderes')).toBe(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('tells which part is damaged', async () => {
    const file = await sealBytes(contents, sealing);
    const inSecond = headerBytes + 1024 + 16 + 5;
    expect(
      await unsealBytes(flipped(file, inSecond), '报告.mima', { contents: 'submission', password }),
    ).toEqual({
      ok: false,
      error: { code: 'protection.damaged', parameters: { name: '报告.mima', part: 2, parts: 3 } },
    });
  });

  it('finds what is cut off, put behind, swapped, doubled or left out, also under a length made to fit', async () => {
    const file = await sealBytes(contents.subarray(0, 3072), { ...sealing, salt: new Uint8Array(32) });
    const longer = await sealBytes(new Uint8Array(3072), { ...sealing, salt: new Uint8Array(32) });
    const part = (from: Uint8Array, number: number) =>
      from.subarray(headerBytes + number * 1040, headerBytes + (number + 1) * 1040);
    const assemble = (...parts: Uint8Array[]) =>
      Buffer.concat([longer.subarray(0, headerBytes), ...parts, longer.subarray(-32)]);
    expect(await outcomeOf(assemble(part(longer, 0), part(longer, 1), part(longer, 2)))).toBe('opened');
    for (const [first, second, third] of [
      [1, 0, 2],
      [0, 0, 2],
      [0, 1, 1],
      [2, 1, 0],
    ] as const) {
      const swapped = assemble(part(longer, first), part(longer, second), part(longer, third));
      expect(await outcomeOf(swapped)).toBe('protection.damaged');
    }
    // Of another file under the very same keys: its header is another.
    expect(await outcomeOf(assemble(part(file, 0), part(longer, 1), part(longer, 2)))).toBe(
      'protection.damaged',
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: file.length - 1 }), async (length) => {
        const expected =
          length < 64
            ? 'protection.notProtected'
            : length < headerBytes
              ? 'protection.damagedHead'
              : 'protection.incomplete';
        expect(await outcomeOf(file.subarray(0, length))).toBe(expected);
        expect(await isUndamaged(bytesAsSource(file.subarray(0, length), ''))).toBe(false);
      }),
      { numRuns: 60 },
    );
    expect(await outcomeOf(Buffer.concat([file, new Uint8Array(1)]))).toBe('protection.tooLong');
    // A drive that gives fewer bytes, or more, than the file was said to have.
    const lying = (bytes: Uint8Array, size: number): ByteSource => ({ ...bytesAsSource(bytes, ''), size });
    const read = (source: ByteSource) => gathered(unseal(source, { contents: 'submission', password }));
    await expect(read(lying(file.subarray(0, -40), file.length))).rejects.toMatchObject({
      failure: { code: 'protection.damaged' },
    });
    await expect(read(lying(Buffer.concat([file, new Uint8Array(1)]), file.length))).rejects.toMatchObject({
      failure: { code: 'protection.damaged' },
    });
  });

  it.each([
    ['a password that is not the one', (file: Uint8Array) => file, 'anders', 'protection.wrongPassword'],
    ['no password', (file: Uint8Array) => file, null, 'protection.needsPassword'],
    ['a version to come', (file: Uint8Array) => resummed(file, 64, 2), password, 'protection.newer'],
    ['a cipher to come', (file: Uint8Array) => resummed(file, 66, 2), password, 'protection.newer'],
    ['contents to come', (file: Uint8Array) => resummed(file, 67, 3), password, 'protection.newer'],
    ['a backup', (file: Uint8Array) => resummed(file, 67, 1), password, 'protection.otherContents'],
    [
      'a greedy N (10 GB and more)',
      (file: Uint8Array) => resummed(file, 68, 24),
      password,
      'protection.damagedHead',
    ],
    ['a greedy r', (file: Uint8Array) => resummed(file, 69, 255), password, 'protection.damagedHead'],
    ['a greedy p', (file: Uint8Array) => resummed(file, 70, 255), password, 'protection.damagedHead'],
    ['parts of 2 GB', (file: Uint8Array) => resummed(file, 71, 31), password, 'protection.damagedHead'],
    ['an endless length', (file: Uint8Array) => resummed(file, 104, 255), password, 'protection.damagedHead'],
    ['a forged check', (file: Uint8Array) => resummed(file, 120, 1), password, 'protection.wrongPassword'],
    [
      'damage under a wrong password',
      (file: Uint8Array) => flipped(file, 500),
      'anders',
      'protection.wrongPassword',
    ],
    ['nothing', () => new Uint8Array(), password, 'protection.notProtected'],
    ['another file', () => new TextEncoder().encode('PK'), password, 'protection.notProtected'],
  ])('%s', async (_what, change, typed, code) => {
    expect(await outcomeOf(change(await sealBytes(contents, sealing)), typed)).toBe(code);
  });

  /** With the header's plain sum made right again, as anybody could. */
  function resummed(file: Uint8Array, at: number, value: number): Uint8Array {
    const changed = file.slice();
    changed[at] = value;
    changed.set(headerSum(changed.subarray(0, headerBytes)), summedBytes);
    return changed;
  }
});

describe('a large file', () => {
  const large = 200 * 1024 * 1024;
  const piece = randomFillSync(new Uint8Array(1024 * 1024));

  it('goes through in bounded memory, both ways', async () => {
    const source: ByteSource = {
      name: '大文件',
      size: large,
      async *read() {
        for (let at = 0; at < large; at += piece.length) yield piece;
      },
    };
    const settings: Sealing = { contents: 'backup', password, scrypt: cheap.scrypt, log2Part: 16 };
    const file: ByteSource = {
      name: '大文件.mima',
      size: protectedSize({ length: large, log2Part: 16 }),
      read: () => seal(source, settings),
    };
    const before = process.memoryUsage().rss;
    let most = before;
    let bytes = 0;
    for await (const part of unseal(file, { contents: 'backup', password })) {
      if (bytes % (16 * 1024 * 1024) === 0) most = Math.max(most, process.memoryUsage().rss);
      if (
        Buffer.compare(part, piece.subarray(bytes % piece.length, (bytes % piece.length) + part.length)) !== 0
      ) {
        throw new Error(`other bytes at ${bytes}`);
      }
      bytes += part.length;
    }
    expect(bytes).toBe(large);
    expect(partCount({ length: large, log2Part: 16 })).toBe(3200);
    expect(most - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('that changes while it is read is no file at all', async () => {
    const changing = (told: number): ByteSource => ({
      ...bytesAsSource(new Uint8Array(5000), ''),
      size: told,
    });
    for (const told of [4000, 6000]) {
      await expect(gathered(seal(changing(told), sealing))).rejects.toBeInstanceOf(SourceChanged);
    }
  });
});
