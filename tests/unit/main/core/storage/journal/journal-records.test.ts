import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../../../../src/main/core/storage/journal/journal-file.ts';
import {
  decodeRecords,
  encodeRecord,
  type JournalRecord,
} from '../../../../../../src/main/core/storage/journal/journal-records.ts';
import { documentFromTexts } from '../../../../../../src/shared/domain/document.ts';

const at = '2025-01-06T01:00:00.000Z';
const report = { id: 'r', title: '云岭镇法治政府建设年度报告', year: 2025 };

function kept(chapterId: string, text: string, reportId = 'r'): JournalRecord {
  return {
    kind: 'kept',
    at,
    report: { ...report, id: reportId },
    item: { kind: 'body', chapterId, heading: '第一章', revision: 3, body: documentFromTexts([text]) },
  };
}

const records = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }))
    .map(([id, text]) => kept(id, text)),
  { minLength: 1, maxLength: 8 },
);

describe('the bytes of a recovery journal', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(records, (list) => {
        expect(decodeRecords(Buffer.concat(list.map(encodeRecord)))).toEqual({ records: list, torn: 0 });
      }),
    );
  });

  it('cut off anywhere, give every record before the cut, and say that one is torn', () => {
    fc.assert(
      fc.property(records, fc.nat(), (list, seed) => {
        const encoded = list.map(encodeRecord);
        const bytes = Buffer.concat(encoded);
        const cut = seed % bytes.byteLength;
        let whole = 0;
        let end = 0;
        for (const one of encoded) {
          if (end + one.byteLength > cut) break;
          end += one.byteLength;
          whole += 1;
        }
        const read = decodeRecords(bytes.subarray(0, cut));
        expect(read.records).toEqual(list.slice(0, whole));
        expect(read.torn > 0).toBe(cut > end);
      }),
    );
  });

  it('with one byte changed anywhere, give all but the one record it hit, never a changed one', () => {
    fc.assert(
      fc.property(records, fc.nat(), fc.integer({ min: 1, max: 255 }), (list, seed, change) => {
        const encoded = list.map(encodeRecord);
        const bytes = Buffer.concat(encoded);
        const place = seed % bytes.byteLength;
        bytes[place] = (bytes[place] ?? 0) ^ change;
        const read = decodeRecords(bytes);
        let end = 0;
        const hit = encoded.findIndex((one) => {
          end += one.byteLength;
          return place < end;
        });
        expect(read.records).toEqual(list.filter((_, index) => index !== hit));
        expect(read.torn).toBeGreaterThan(0);
      }),
    );
  });

  it('of any other kind give nothing and do no harm', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(decodeRecords(Buffer.from(bytes)).records).toEqual([]);
      }),
    );
  });
});

describe('what of it still counts', () => {
  it('is of each key the newest, without what was settled, by report', () => {
    const content = contentOf([
      { kind: 'workspace', workspaceId: 'w', path: '/p', at },
      kept('a', '旧'),
      kept('a', '新'),
      kept('b', '乙'),
      kept('a', '别的报告', 'other'),
      { kind: 'settled', reportId: 'r', keys: ['body b'] },
      { kind: 'settled', reportId: 'other', keys: ['body a'] },
    ]);
    expect(content.workspaceId).toBe('w');
    expect([...content.reports.keys()]).toEqual(['r']);
    const items = [...(content.reports.get('r')?.items.values() ?? [])].map(({ item }) => item);
    expect(items).toMatchObject([{ chapterId: 'a', body: documentFromTexts(['新']) }]);
  });
});
