/** What holds for every report on its pages, whatever stands in it. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  elementText,
  type LaidOutElement,
  type LaidOutReport,
} from '../../../../../../src/main/core/export/layout-model.ts';
import {
  composeDocument,
  createPageComposer,
} from '../../../../../../src/main/core/export/pages/compose-document.ts';
import { nationalStandardProfile as format } from '../../../../../../src/shared/domain/format-profile.ts';
import type { DocumentPage, PageLine } from '../../../../../../src/shared/domain/paged-document.ts';
import { lineText, pageLines } from '../../../../../support/composed-text.ts';
import { generatedReport } from '../../../../../support/generated-reports.ts';

function body(text: string, paragraph = 0): LaidOutElement {
  return {
    kind: 'body',
    chapterId: 'c',
    paragraph,
    lead: null,
    runs: [{ kind: 'plain', text }],
    carried: false,
  };
}

function heading(text: string): LaidOutElement {
  return { kind: 'heading', chapterId: 'c', level: 1, marker: '一、', text };
}

function report(elements: LaidOutElement[], mode: LaidOutReport['mode'] = 'formal'): LaidOutReport {
  return { mode, look: 'plain', title: '', organization: '', issuedOn: null, elements };
}

const pieces = fc.constantFrom(
  ...['工作', '村民', '，', '。', '”', '“', '（', '）', '《', '》', '——', '……', '、', '；'],
  ...[
    '1,234.5',
    '95.3%',
    'rule of law',
    'A/B',
    '0551-6234567',
    ' ',
    '〔2024〕5号',
    '①',
    '𠮷',
    '👨‍👩‍👧',
    'é',
    '\u3000',
  ],
);
const anyText = fc.array(pieces, { minLength: 1, maxLength: 120 }).map((parts) => parts.join(''));
const anyElement = fc.oneof(
  { weight: 4, arbitrary: anyText.map((text) => body(text)) },
  { weight: 1, arbitrary: anyText.map((text) => heading(text.slice(0, 40))) },
);
const anyReport = fc.array(anyElement, { minLength: 1, maxLength: 30 }).map((elements) => report(elements));

/** Points. */
const area = { left: 79.4, right: 521.6, top: 104.9, lines: 22, pitch: 28.95 };

function inkEnd({ segments }: PageLine): number {
  const last = segments.at(-1);
  return last === undefined ? 0 : last.left + last.width - last.letterSpacing;
}

const blank = /[ \u3000]+$/u;
const hanging = /[、。，．：；！？!,.:;?]$/u;

function headingIsLast({ blocks }: DocumentPage): boolean {
  const last = blocks.at(-1);
  return last?.kind === 'text' && /^heading/u.test(last.role);
}

describe('composeDocument', () => {
  it('loses, doubles and moves no character', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (layout) => {
        const { pages } = await composeDocument(layout, format);
        const composed = pages.flatMap(pageLines).map(lineText).join('');
        expect(composed).toBe(layout.elements.map(elementText).join(''));
      }),
      { numRuns: 100 },
    );
  });

  it('lets no line end further right than one hanging mark, and no page hold more than 22 lines', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (layout) => {
        const { pages } = await composeDocument(layout, format);
        for (const page of pages) {
          expect(page.lines).toBeLessThanOrEqual(area.lines);
          for (const line of pageLines(page)) {
            const text = lineText(line);
            // Blanks at the end of a line are set, but take no room that can be seen.
            if (blank.test(text)) continue;
            // A hanging mark stands behind the stretch of the character before it.
            const stretch = Math.max(0, ...line.segments.map(({ letterSpacing }) => letterSpacing));
            const mark = hanging.test(text) ? 16 + stretch : 0;
            expect(inkEnd(line)).toBeLessThan(area.right + mark + 0.3);
            expect(line.top).toBeGreaterThan(area.top - 0.1);
            expect(line.top + line.height).toBeLessThan(area.top + area.lines * area.pitch + 0.1);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leaves no heading alone at the end of a page, unless nothing follows', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (layout) => {
        const { pages } = await composeDocument(layout, format);
        for (const page of pages.slice(0, -1)) expect(headingIsLast(page)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('fills each page of plain text with 22 lines of 28 characters, 29 with a hanging mark', async () => {
    const text = '干部轮流到村里坐班，听取群众意见，把能办的事情当场办结；把不能办的原因讲明白。'.repeat(60);
    const { pages } = await composeDocument(report([body(text)]), format);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages.slice(0, -1)) {
      expect(page.lines).toBe(area.lines);
      const lines = pageLines(page).map(lineText);
      expect(lines).toHaveLength(area.lines);
      for (const [index, line] of lines.entries()) {
        const indent = page.number === 1 && index === 0 ? 2 : 0;
        // A mark that may not begin a line takes the character before it along.
        expect([27, 28, hanging.test(line) ? 29 : 28]).toContain([...line].length + indent);
      }
    }
  });

  it('never leaves signature and date on a page without text', async () => {
    for (let length = 20; length < 1300; length += 97) {
      const layout = report([
        body('工'.repeat(length)),
        { kind: 'signature', text: '云溪镇人民政府' },
        { kind: 'date', text: '2025年2月5日' },
      ]);
      const { pages } = await composeDocument(layout, format);
      const last = pages.at(-1);
      expect(last === undefined ? [] : pageLines(last).map(lineText)[0]).toMatch(/^工/u);
    }
  });

  it('moves the last line of a paragraph that is too long to move with the signature', async () => {
    const layout = report([body('工'.repeat(26 + 21 * 28)), { kind: 'signature', text: '云溪镇人民政府' }]);
    const { pages } = await composeDocument(layout, format);
    expect(pages.map(({ lines }) => lines)).toEqual([21, 2]);
  });
});

describe('composeDocument, bad input', () => {
  test('an empty report is one empty page with its number', async () => {
    const { pages } = await composeDocument(report([]), format);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.blocks).toEqual([]);
    expect(pages[0]?.furniture.map(lineText)).toEqual(['— 1 —']);
  });

  test('a paragraph of 100,000 characters keeps every one', async () => {
    const text = '工作“认真”，办结1,234件。'.repeat(6_000).slice(0, 100_000);
    const { pages } = await composeDocument(report([body(text)]), format);
    expect(pages.flatMap(pageLines).map(lineText).join('')).toBe(text);
    expect(pages.length).toBeGreaterThan(100);
  });

  test('a word of 500 letters is broken, and no line is longer than the page', async () => {
    const text = `办结${'a'.repeat(500)}件`;
    const { pages } = await composeDocument(report([body(text)]), format);
    const lines = pages.flatMap(pageLines);
    expect(lines.map(lineText).join('')).toBe(text);
    for (const line of lines) expect(inkEnd(line)).toBeLessThan(area.right + 0.3);
  });

  test('rare characters and joined emoji are never cut apart', async () => {
    const family = '👨‍👩‍👧‍👦';
    const text = `${'工'.repeat(25)}𠮷${family}é${'工'.repeat(30)}`;
    const { pages } = await composeDocument(report([body(text)]), format);
    const lines = pages.flatMap(pageLines).map(lineText);
    expect(lines.join('')).toBe(text);
    expect(lines.filter((line) => line.includes(family))).toHaveLength(1);
    expect(lines.join('\n')).not.toMatch(/\p{Surrogate}/u);
  });

  test('a title of 200 characters is broken into lines and kept whole', async () => {
    const title = '关于加强和改进新形势下基层法治建设工作的报告'.repeat(10).slice(0, 200);
    const { pages } = await composeDocument(report([{ kind: 'title', lines: [title] }]), format);
    expect(pages.flatMap(pageLines).map(lineText).join('')).toBe(title);
  });
});

describe('createPageComposer', () => {
  it('gives the same pages whether it remembers or not, and makes only what changed anew', async () => {
    const composer = createPageComposer();
    const before = generatedReport({ seed: 7, western: true, tables: true, paragraphs: 40 });
    await composer.compose(before, format);
    const elements = before.elements.map((element, index) =>
      index === 9 ? body('改过的一句话。', 9) : element,
    );
    const after = { ...before, elements };
    const remembered = await composer.compose(after, format);
    expect(remembered).toEqual(await composeDocument(after, format));
    expect(remembered).not.toEqual(await composeDocument(before, format));
  });

  it('marks in a draft what is open, and in nothing else', async () => {
    const open: LaidOutElement = {
      kind: 'body',
      chapterId: 'c',
      paragraph: 0,
      lead: null,
      runs: [
        { kind: 'plain', text: '办结' },
        { kind: 'number', text: '1,234', bindingId: 'b', indicatorId: 'i', unresolved: 'missing' },
        { kind: 'plain', text: '件。' },
      ],
      carried: true,
    };
    const marks = async (mode: LaidOutReport['mode']) => {
      const { pages } = await composeDocument(report([open], mode), format);
      return pages.flatMap(pageLines).flatMap(({ segments }) => segments.map(({ mark }) => mark));
    };
    expect(await marks('draft')).toEqual(['carried', 'missing', 'carried']);
    expect(await marks('formal')).toEqual([null, null, null]);
  });
});
