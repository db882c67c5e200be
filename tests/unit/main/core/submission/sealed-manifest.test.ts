import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readManifest, writeManifest } from '../../../../../src/main/core/submission/sealed-manifest.ts';
import { exportModes, looks } from '../../../../../src/shared/domain/look.ts';
import {
  fileRoles,
  type Manifest,
  manifestVersion,
  numberPlaces,
} from '../../../../../src/shared/domain/submission/manifest.ts';
import { trialHead } from './trial-submission.ts';

const text = (maxLength: number) =>
  fc.string({ unit: 'grapheme', maxLength }).filter((one) => one.length <= maxLength);
const plainName = fc
  .string({ unit: fc.constantFrom('报', '告', 'a', '1', '（', '"', '.'), minLength: 1, maxLength: 12 })
  .map((name) => `${name}.docx`);
const sum = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const manifests: fc.Arbitrary<Omit<Manifest, 'seal' | 'kind' | 'schemaVersion'>> = fc.record({
  organization: text(60),
  year: fc.integer({ min: 1949, max: 2199 }),
  // A title that looks like the end of the file must not be taken for it.
  title: fc.oneof(text(100), fc.constantFrom('"seal": ""', `"seal": "${'0'.repeat(64)}"\n}\n`)),
  look: fc.constantFrom(...looks),
  mode: fc.constantFrom(...exportModes),
  template: fc.record({ key: text(20), version: text(10) }),
  programVersion: text(10),
  createdAt: fc.constant('2025-02-05T08:00:00.000Z'),
  files: fc.uniqueArray(
    fc.record({ name: plainName, role: fc.constantFrom(...fileRoles), size: fc.nat(), sha256: sum }),
    { minLength: 1, maxLength: 5, selector: ({ name }) => name.toLowerCase() },
  ),
  numbers: fc.array(
    fc.record({
      place: fc.constantFrom(...numberPlaces),
      heading: text(40),
      indicatorId: text(20),
      name: text(20),
      unit: text(6),
      year: fc.integer({ min: 1949, max: 2199 }),
      value: fc.option(fc.integer().map(String)),
      text: text(30),
    }),
    { maxLength: 5 },
  ),
});

describe('a manifest', () => {
  it('comes back as it was written, the same bytes each time', () => {
    fc.assert(
      fc.property(manifests, (manifest) => {
        const bytes = writeManifest(manifest);
        expect(writeManifest(manifest)).toEqual(bytes);
        const read = readManifest(bytes, '包');
        expect(read).toMatchObject({ ok: true, value: manifest });
      }),
    );
  });

  it('is refused with any one bit changed', () => {
    fc.assert(
      fc.property(manifests, fc.nat(), fc.nat(7), (manifest, at, bit) => {
        const bytes = writeManifest(manifest);
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        const read = readManifest(bytes, '包');
        expect(read.ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  const whole = {
    ...trialHead,
    files: [{ name: 'a', role: 'data' as const, size: 0, sha256: '0'.repeat(64) }],
    numbers: [],
  };
  const hostile: [string, string][] = [
    ['nothing', ''],
    ['no JSON', '<html>'],
    ['another thing', '[]'],
    ['null', 'null'],
    ['a manifest of another program', '{"name":"web app","version":"1"}'],
    ['nested a million times', '['.repeat(1_000_000)],
    ['nested, and closed again', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['one without a seal', JSON.stringify({ kind: 'xiangbao-submission', schemaVersion: 1 })],
    ['one that reaches for its prototype', '{"__proto__":{"kind":"xiangbao-submission"},"schemaVersion":1}'],
  ];
  it.each(hostile)('is refused: %s', (_name, content) => {
    expect(readManifest(new TextEncoder().encode(content), '包')).toEqual({
      ok: false,
      error: { code: 'submission.manifestUnreadable', parameters: { name: '包' } },
    });
  });

  it('is refused where it is no UTF-8, too large, or begins with a byte order mark', () => {
    const bytes = writeManifest(whole);
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]);
    for (const wrong of [new Uint8Array([0xff, 0xfe]), new Uint8Array(9 * 1024 * 1024), marked]) {
      expect(readManifest(wrong, '包')).toMatchObject({ error: { code: 'submission.manifestUnreadable' } });
    }
  });

  it('of a newer program is told as such, whatever else is in it', () => {
    const newer = JSON.stringify({ kind: 'xiangbao-submission', schemaVersion: manifestVersion + 1, x: 1 });
    expect(readManifest(new TextEncoder().encode(newer), '包')).toMatchObject({
      error: { code: 'submission.manifestNewer', parameters: { name: '包', version: manifestVersion + 1 } },
    });
  });

  it.each(['../a.docx', 'a/b', 'a\\b', '..', '.', '', 'C:a', 'a\u0000'])(
    'is refused where a file is called %j',
    (name) => {
      const [file] = whole.files;
      if (file === undefined) throw new Error('no file');
      const bytes = writeManifest({ ...whole, files: [{ ...file, name }] });
      expect(readManifest(bytes, '包').ok).toBe(false);
    },
  );

  it('is refused where two files have one name for a stick', () => {
    const [file] = whole.files;
    if (file === undefined) throw new Error('no file');
    const bytes = writeManifest({ ...whole, files: [file, { ...file, name: 'A' }] });
    expect(readManifest(bytes, '包').ok).toBe(false);
  });
});
