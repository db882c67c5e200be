import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestLoggedText, redact } from '../../../../src/main/node/redaction.ts';

describe('redact', () => {
  it.each([
    ['open /home/王芳/乡报/资料库.xbdb failed', 'open [path] failed'],
    ['C:\\Users\\王芳\\report.docx', '[path]'],
    ['\\\\server\\share\\x.docx gone', '[path] gone'],
    ['~/乡报/logs', '[path]'],
    ['report 3f2c1b1e-9d4a-4c39-8a53-0123456789ab', 'report [id]'],
    ['grant q3J9x0aXb2Lr8sTtYw5uPz1KdVhEcFgM', 'grant [id]'],
    ['workspace.status', 'workspace.status'],
    ['a 3/4 b', 'a 3/4 b'],
  ])('turns %s into %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it('keeps no absolute path, whatever surrounds it', () => {
    const folder = fc.stringMatching(/^[a-z一-龥]{1,12}$/u);
    fc.assert(
      fc.property(fc.array(folder, { minLength: 2, maxLength: 5 }), (folders) => {
        const redacted = redact(`failed at /${folders.join('/')} while saving`);
        expect(redacted).toBe('failed at [path] while saving');
      }),
    );
  });

  it('bounds what is written', () => {
    expect(redact('字'.repeat(5000)).length).toBe(longestLoggedText);
  });
});
