/**
 * 版头, 附件 and 版记 on paper (GB/T 9704-2012, 7.2, 7.3.4, 7.3.7, 7.4 and 8), measured in millimetres on pages that
 * LibreOffice renders, by the ink on them; and what is left of our marks when it saves the file again. Needs soffice,
 * pdftotext, pdftoppm and a Chinese font; says so where they are missing.
 */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../../src/main/core/export/document-docx.ts';
import { layOutReport } from '../../../src/main/core/export/layout.ts';
import { readDocxText } from '../../../src/main/core/export/read-back.ts';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import type { FigureAttributes } from '../../../src/shared/domain/figure.ts';
import { nationalStandardProfile } from '../../../src/shared/domain/format-profile.ts';
import type { Imprint } from '../../../src/shared/domain/imprint.ts';
import type { Indicator, Observation } from '../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../src/shared/domain/number-book.ts';
import { numberBookmark, numberTag } from '../../../src/shared/domain/returned/control-tag.ts';
import { figureParagraph, prose } from '../../unit/main/core/export/figure-report.ts';
import {
  binding,
  body,
  chapter,
  paragraph,
  text,
  trialContent,
} from '../../unit/main/core/export/trial-report.ts';
import {
  area,
  bandsOf,
  millimetre,
  missing,
  note,
  pitch,
  type Rendered,
  render,
  savedAgain,
} from './rendered.ts';

const tolerance = 0.5;
const linePitch = 28.95 / millimetre;
const imprint: Imprint = {
  urgency: '加急',
  masthead: '',
  signer: '张明远',
  copyTo: '中共临川县委全面依法治县委员会办公室，临川县司法局，临川县人民代表大会常务委员会办公室',
  printedBy: '松岭镇党政综合办公室',
  printedOn: '2025-02-08',
  annotation: '联系人：李晓，电话：0571-85123456',
};

const income: Indicator = {
  id: 'income',
  name: '一般公共预算收入',
  unit: '万元',
  kind: 'amount',
  precision: 2,
  topicId: 't',
  officeId: null,
  formula: null,
  retiredAfter: null,
  footing: false,
};
const observations = Array.from(
  { length: 11 },
  (_, index): Observation => ({
    indicatorId: 'income',
    year: 2014 + index,
    entry: { kind: 'number', value: `${123456789 + index}.5` },
    state: 'confirmed',
    source: '',
    note: '',
    evidence: '',
  }),
);
const wide: FigureAttributes = {
  id: 'figure-wide',
  form: 'table',
  title: '十一年来的收入',
  indicatorIds: ['income'],
  years: 11,
};
const longTitle = '2024年度矛盾纠纷排查化解情况统计表及有关说明事项一览和填报口径的说明材料';
const chapters = [
  chapter('results', '工作成效', {
    body: body(
      prose(400),
      paragraph([text('全年收入'), binding('income'), text('。')]),
      figureParagraph(wide),
      prose(600),
    ),
  }),
  chapter('sums', longTitle, {
    kind: 'attachment',
    position: 1,
    body: documentFromTexts(['统计口径如下。']),
  }),
  chapter('list', '人员名单', { kind: 'attachment', position: 2, body: documentFromTexts(['共五名。']) }),
];
const book = createNumberBook({ indicators: [income], observations });

function officialDocument(signer = imprint.signer): Promise<Uint8Array> {
  const content = trialContent(chapters, { imprint: { ...imprint, signer } });
  return renderDocx(layOutReport(content, book, { mode: 'formal', look: 'formal' }), nationalStandardProfile);
}

describe.skipIf(missing.length > 0)(`an official document as LibreOffice renders it${note}`, () => {
  let docx = new Uint8Array();
  let rendered: Rendered = { pages: [], pictures: [] };
  const pageOf = (words: string) =>
    rendered.pages.findIndex((page) => page.some(({ text: line }) => line.includes(words)));
  const inkOn = (page: number, ink: 'red' | 'black', from = 0, to = Infinity) => {
    const picture = rendered.pictures[page];
    if (picture === undefined) throw new Error(`no page ${page}`);
    return bandsOf(picture, ink, from, to);
  };

  beforeAll(async () => {
    docx = new Uint8Array(await officialDocument());
    rendered = render(docx, true);
  }, 120_000);

  it('prints the mark in red, centred, 35 mm below the top of the 版心', () => {
    const [mark] = inkOn(0, 'red');
    expect(Math.abs((mark?.top ?? 0) - (area.top + 35))).toBeLessThan(tolerance);
    const centre = ((mark?.left ?? 0) + (mark?.right ?? 0)) / 2;
    expect(Math.abs(centre - (area.left + area.right) / 2)).toBeLessThan(1.5);
    expect(inkOn(0, 'black')[0]?.left).toBeCloseTo(area.left, 0);
    expect(inkOn(0, 'black')[0]?.bottom).toBeLessThan(area.top + linePitch);
  });

  it('draws the red rule as wide as the 版心, 4 mm below 发文字号 and 签发人', () => {
    const rule = inkOn(0, 'red').at(-1);
    expect(Math.abs((rule?.left ?? 0) - area.left)).toBeLessThan(tolerance);
    expect(Math.abs((rule?.right ?? 0) - area.right)).toBeLessThan(tolerance);
    expect((rule?.bottom ?? 0) - (rule?.top ?? 0)).toBeLessThan(1.2);
    const line = inkOn(0, 'black', area.top + linePitch, rule?.top).at(-1);
    expect(Math.abs((rule?.top ?? 0) - (line?.bottom ?? 0) - 4)).toBeLessThan(tolerance);
    expect(Math.abs((line?.left ?? 0) - (area.left + pitch))).toBeLessThan(1);
    expect(Math.abs((line?.right ?? 0) - (area.right - pitch))).toBeLessThan(1);
  });

  it('leaves two lines between the mark and 发文字号, and between the rule and the title', () => {
    const [mark] = inkOn(0, 'red');
    const rule = inkOn(0, 'red').at(-1);
    const number = inkOn(0, 'black', area.top + linePitch, rule?.top).at(-1);
    const title = inkOn(0, 'black', (rule?.bottom ?? 0) + 1)[0];
    for (const [above, below] of [
      [mark?.bottom ?? 0, number?.top ?? 0],
      [rule?.bottom ?? 0, title?.top ?? 0],
    ] as const) {
      // The ink of the line stands inside the third line below.
      expect(below - above).toBeGreaterThan(2 * linePitch - tolerance);
      expect(below - above).toBeLessThan(3 * linePitch);
    }
  });

  it('aligns the lines of 附件说明 with the first character of the name', () => {
    const page = rendered.pages[pageOf('附件：1.')] ?? [];
    const index = page.findIndex(({ text: line }) => line.startsWith('附件：1.'));
    const [first, more, second] = page.slice(index, index + 3);
    expect(first?.text.endsWith('。')).toBe(false);
    expect(second?.text).toBe('2.人员名单');
    expect(Math.abs((first?.left ?? 0) - (area.left + 2 * pitch))).toBeLessThan(tolerance);
    // «附件：» is three characters wide, «1.» one.
    expect(Math.abs((more?.left ?? 0) - (area.left + 6 * pitch))).toBeLessThan(tolerance);
    expect(Math.abs((second?.left ?? 0) - (area.left + 5 * pitch))).toBeLessThan(tolerance);
  });

  it('puts an 附件 on a page of its own: its label in line 1, its title centred in line 3', () => {
    const page = pageOf('共五名');
    expect(rendered.pages[page]?.[0]?.text).toBe('附件2');
    const [label, title] = inkOn(page, 'black');
    // A character has some white of its own at its left.
    expect(Math.abs((label?.left ?? 0) - area.left)).toBeLessThan(1);
    expect(label?.bottom).toBeLessThan(area.top + linePitch);
    expect(title?.top).toBeGreaterThan(area.top + 2 * linePitch);
    expect(title?.bottom).toBeLessThan(area.top + 3 * linePitch);
    const centre = ((title?.left ?? 0) + (title?.right ?? 0)) / 2;
    expect(Math.abs(centre - (area.left + area.right) / 2)).toBeLessThan(tolerance);
  });

  it('ends with the 版记: its last rule on the bottom edge of the 版心, all rules as wide as it', () => {
    const last = rendered.pages.length - 1;
    expect(rendered.pages[last]?.some(({ text: line }) => line.includes('2025年2月8日印发'))).toBe(true);
    const rules = inkOn(last, 'black', 0, area.bottom + 1).filter(
      ({ left, right, top, bottom }) => right - left > 150 && bottom - top < 1,
    );
    expect(rules).toHaveLength(3);
    for (const { left, right } of rules) {
      expect(Math.abs(left - area.left)).toBeLessThan(tolerance);
      expect(Math.abs(right - area.right)).toBeLessThan(tolerance);
    }
    expect(Math.abs((rules[2]?.bottom ?? 0) - area.bottom)).toBeLessThan(tolerance);
    const [outer, inner] = rules.map(({ top, bottom }) => bottom - top);
    expect(outer).toBeGreaterThanOrEqual(inner ?? 0);
  });

  it('turns the page of a wide table: its head at the binding side, its number where the others are', () => {
    const page = pageOf('十一年来的收入');
    const picture = rendered.pictures[page];
    expect(picture?.width).toBeGreaterThan(picture?.height ?? Infinity);
    const bands = inkOn(page, 'black');
    // What is the left margin of an upright page is the top of this one.
    expect(bands[0]?.top).toBeGreaterThan(area.left);
    expect(bands[0]?.top).toBeLessThan(area.left + linePitch);
    // 35 mm below the text of an upright page are 35 mm left of it here; the number stands 7 mm from it.
    const number = bands.reduce((most, band) => (band.left < most.left ? band : most));
    expect(number.left).toBeGreaterThan(35 - 7 - 4);
    expect(number.left).toBeLessThan(35 - 7);
    const table = bands.filter(({ right, left }) => right - left > 200)[0];
    expect(Math.abs((table?.left ?? 0) - 35)).toBeLessThan(tolerance);
    expect(Math.abs((table?.right ?? 0) - (297 - 37))).toBeLessThan(tolerance);
  });

  it('numbers every page once, the upright ones below the text', () => {
    const turned = pageOf('十一年来的收入');
    for (const [index, page] of rendered.pages.entries()) {
      if (index === turned) continue;
      const below = page.filter(({ middle }) => middle > area.bottom).map(({ text: line }) => line);
      expect(below).toEqual([`—${index + 1}—`]);
      expect(page.filter(({ left }) => left < area.left - 1)).toEqual([]);
    }
  });

  it('keeps its words, and the bookmarks that name its numbers, when LibreOffice saves it', () => {
    const again = savedAgain(docx);
    const words = (file: Uint8Array) =>
      readDocxText(file)
        .map((line) => line.replace(/\s/gu, ''))
        .filter((line) => line !== '');
    expect(words(again)).toEqual(words(docx));
    const saved = strFromU8(unzipSync(again)['word/document.xml'] ?? new Uint8Array());
    expect(saved).toContain(numberBookmark(numberTag('place-income')));
  }, 60_000);

  it('puts several signers in lines of two below each other, 发文字号 beside the last', async () => {
    const { pages } = render(await officialDocument('张明远、李晓东、王建国'), false);
    const lines = pages[0] ?? [];
    const index = lines.findIndex(({ text: line }) => line.includes('签发人'));
    expect(lines[index]?.text).toBe('签发人：张明远李晓东');
    expect(lines[index + 1]?.text).toBe('松政字〔2025〕3号王建国');
  }, 60_000);
});
