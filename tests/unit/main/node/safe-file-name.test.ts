import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../../src/main/node/safe-file-name.ts';

describe('safeFileName', () => {
  it.each([
    ['2025年度报告.docx', '2025年度报告.docx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\报告.txt', '报告.txt'],
    ['a/..', '_'],
    ['..', '_'],
    ['', '_'],
    ['CON.txt', '_CON.txt'],
    ['a\u0000b:c?.txt', 'a_b_c_.txt'],
    ['.hidden', 'hidden'],
    ['报告.', '报告'],
  ])('%j becomes %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  it('keeps the extension of a name that is too long for a file system', () => {
    const name = safeFileName(`${'报'.repeat(255)}.docx`);
    expect(name.endsWith('报.docx')).toBe(true);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  });

  it('is always one plain component', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toBe('');
        expect(safe).not.toMatch(/^\.{1,2}$/);
        expect(safe).not.toMatch(/[\\/]/);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(203);
      }),
    );
  });
});
