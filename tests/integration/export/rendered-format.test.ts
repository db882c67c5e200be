/**
 * What counties want beside the standard, measured in pages that LibreOffice renders: 20 lines of 30 pt, 28 pt lines,
 * bold headings, a centred page number. Says what is missing where it cannot be rendered.
 */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../../src/main/core/export/document-docx.ts';
import { layOutReport } from '../../../src/main/core/export/layout.ts';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import { formatProblems } from '../../../src/shared/domain/format-problems.ts';
import { nationalStandardProfile } from '../../../src/shared/domain/format-profile.ts';
import type { FormatProfile } from '../../../src/shared/domain/format-profile-schema.ts';
import { withFittingLines, withFittingSpacing } from '../../../src/shared/domain/grid-arithmetic.ts';
import { twipsOfMillimetres } from '../../../src/shared/domain/lengths.ts';
import { missingForRendering, type RenderedPage, renderedPages } from '../../support/rendered-pages.ts';
import { chapter, trialBook, trialContent } from '../../unit/main/core/export/trial-report.ts';

const standard = nationalStandardProfile;
const missing = missingForRendering();
const note = missing.length === 0 ? '' : ` (skipped, missing here: ${missing.join(', ')})`;

/** 30 pt lines on a text area of 600 to 629 pt. */
const thirtyPoints: FormatProfile = withFittingLines({
  ...standard,
  page: { ...standard.page, bottom: twipsOfMillimetres(47) },
  grid: { ...standard.grid, linePitch: 600 },
  fonts: { ...standard.fonts, heading1: { ...standard.fonts.heading1, bold: true } },
});
/** Margins of 2.8 and 2.7 cm, 28 pt lines, 28 characters all the same, «1» in the middle. */
const twentyEightPoints: FormatProfile = withFittingSpacing(
  withFittingLines({
    ...standard,
    page: { ...standard.page, left: twipsOfMillimetres(28), right: twipsOfMillimetres(27) },
    grid: { ...standard.grid, linePitch: 560 },
    pageNumber: { form: 'plain', place: 'center' },
  }),
);

const sentence = '干部轮流到村里坐班听取群众意见把能办的事情当场办结把不能办的原因讲明白';
const chapters = [
  chapter('one', '工作成效', { body: documentFromTexts([sentence.repeat(40), sentence.repeat(40)]) }),
];

function printed(format: FormatProfile): Promise<Uint8Array> {
  const content = trialContent(chapters, { signature: '', issuedOn: null });
  const layout = layOutReport(content, trialBook(), { mode: 'formal', look: 'plain', format });
  return renderDocx(layout, format);
}

function inTextArea({ lines, height }: RenderedPage, { page }: FormatProfile) {
  return lines.filter(({ middle }) => middle > page.top / 20 && middle < height - page.bottom / 20);
}

describe('formats beside the standard', () => {
  it('are possible: 20 lines of 30 pt, 22 lines of 28 pt', () => {
    expect([thirtyPoints, twentyEightPoints].map(formatProblems)).toEqual([[], []]);
    expect(thirtyPoints.grid.lines).toBe(20);
    expect(twentyEightPoints.grid).toMatchObject({ lines: 22, characters: 28 });
  });

  it('set first-level headings bold in the style and in the run', async () => {
    const files = unzipSync(await printed(thirtyPoints));
    const document = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    const heading = document.split('<w:p>').find((piece) => piece.includes('工作成效')) ?? '';
    expect(heading).toContain('<w:b/>');
    const styles = strFromU8(files['word/styles.xml'] ?? new Uint8Array()).split('<w:style ');
    const styleOf = (id: string) => styles.find((style) => style.includes(`w:styleId="${id}"`)) ?? '';
    expect(styleOf('Heading1')).toContain('<w:b/>');
    expect(styleOf('Heading2')).not.toContain('<w:b/>');
    const body = document.split('<w:p>').find((piece) => piece.includes('坐班')) ?? '';
    expect(body).not.toContain('<w:b/>');
  });
});

describe.skipIf(missing.length > 0)(`on LibreOffice's pages${note}`, () => {
  let thirty: RenderedPage[] = [];
  let twentyEight: RenderedPage[] = [];

  beforeAll(async () => {
    const [first = [], second = []] = renderedPages([
      await printed(thirtyPoints),
      await printed(twentyEightPoints),
    ]);
    [thirty, twentyEight] = [first, second];
  }, 180_000);

  it('stand 20 lines of 30 pt, 30 pt apart', () => {
    expect(thirty.length).toBeGreaterThanOrEqual(4);
    for (const page of thirty.slice(1, -1)) {
      const lines = inTextArea(page, thirtyPoints);
      expect(lines).toHaveLength(20);
      for (const [index, { middle }] of lines.slice(1).entries()) {
        expect(middle - (lines[index]?.middle ?? 0)).toBeCloseTo(30, 0);
      }
    }
  });

  it('stand 22 lines of 28 pt with 28 characters in wider margins', () => {
    for (const page of twentyEight.slice(1, -1)) {
      const lines = inTextArea(page, twentyEightPoints);
      expect(lines).toHaveLength(22);
      const right = page.width - twentyEightPoints.page.right / 20;
      const whole = lines.filter((line) => line.right > right - 3 && line.left < 85);
      expect(whole.length).toBeGreaterThan(15);
      for (const { text } of whole) expect([...text]).toHaveLength(28);
    }
  });

  it('have the plain number in the middle below the text', () => {
    for (const [index, page] of twentyEight.entries()) {
      const number = page.lines.at(-1);
      expect(number?.text).toBe(String(index + 1));
      const { left, right } = twentyEightPoints.page;
      const middle = (left / 20 + (page.width - right / 20)) / 2;
      expect(Math.abs(((number?.left ?? 0) + (number?.right ?? 0)) / 2 - middle)).toBeLessThan(2);
    }
  });
});
