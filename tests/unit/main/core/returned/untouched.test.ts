import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figureBook } from '../export/figure-report.ts';
import { generatedReport } from './generated-report.ts';
import { compared, edited, exported } from './returned-fixture.ts';

const book = figureBook();

test('an export that nobody touched differs in nothing, whatever the report', async () => {
  await fc.assert(
    fc.asyncProperty(
      generatedReport,
      fc.constantFrom('plain' as const, 'formal' as const),
      async (content, look) => {
        const { changes, numbers } = compared(await exported(content, book, look), content, book, look);
        expect({ changes, numbers }).toEqual({ changes: [], numbers: [] });
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

test('nor does one whose content controls and bookmarks some program has dropped', async () => {
  const dropControls = (xml: string) =>
    xml
      .replace(/<w:sdtPr>.*?<\/w:sdtPr>/gs, '')
      .replace(/<\/?w:sdt(?:Content)?>/g, '')
      .replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '');
  await fc.assert(
    fc.asyncProperty(generatedReport, async (content) => {
      const { changes, numbers } = compared(
        edited(await exported(content, book), dropControls),
        content,
        book,
      );
      expect({ changes, numbers }).toEqual({ changes: [], numbers: [] });
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('a sentence put behind a paragraph is one change, and keeps all of its places', async () => {
  await fc.assert(
    fc.asyncProperty(generatedReport, async (content) => {
      let put = 0;
      const bytes = edited(await exported(content, book), (xml) =>
        xml.replace(/(<w:pStyle w:val="OfficialBody"\/>(?:(?!<\/w:p>).)*)<\/w:p>/s, (_, before: string) => {
          put += 1;
          return `${before}<w:r><w:t>另有一句。</w:t></w:r></w:p>`;
        }),
      );
      const { changes, numbers } = compared(bytes, content, book);
      expect(numbers).toEqual([]);
      expect(changes).toHaveLength(put);
      expect(changes.flatMap(({ lost }) => lost)).toEqual([]);
      for (const { after } of changes) expect(after).toContain('另有一句。');
    }),
    { numRuns: 20 },
  );
}, 60_000);
