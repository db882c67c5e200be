import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deskPadding,
  layDesk,
  pageAt,
  pageGap,
  pageInSight,
} from '../../../../src/renderer/features/preview/desk-layout.ts';
import {
  anchorAt,
  blockPlaces,
  deskY,
  placeOfText,
  yOfAnchor,
} from '../../../../src/renderer/features/preview/text-anchor.ts';
import type { Zoom } from '../../../../src/renderer/features/preview/zoom.ts';
import type { DocumentPage } from '../../../../src/shared/domain/paged-document.ts';
import { linePitch, page, pageTop, paragraph } from './pages.ts';

const desk = { width: 1000, height: 700 };
const actual: Zoom = { kind: 'percent', percent: 75 };

function lay(pages: readonly DocumentPage[], zoom: Zoom = actual) {
  return { layout: layDesk(pages, zoom, desk), places: blockPlaces(pages) };
}

/** Where the text that stood at `y` on the old pages stands on the new ones. */
function follow(
  old: readonly DocumentPage[],
  now: readonly DocumentPage[],
  y: number,
  zoom: Zoom = actual,
): number | null {
  const before = lay(old);
  const after = lay(now, zoom);
  const anchor = anchorAt(before.places, before.layout, y);
  return anchor && yOfAnchor(after.places, after.layout, anchor);
}

const first = page(1, [paragraph('a', 0, '第一段第一行', '第一段第二行'), paragraph('a', 1, '第二段')]);
const second = page(2, [paragraph('b', 0, '第三段'), paragraph('b', 1, '第四段', '第四段第二行')]);
const scale = 1;

describe('the desk', () => {
  it('has the pages one under another', () => {
    const { layout } = lay([first, second]);
    expect(layout.pages.map(({ top }) => top)).toEqual([deskPadding, deskPadding + 841.9 * scale + pageGap]);
    expect(layout.height).toBeCloseTo(2 * 841.9 + pageGap + 2 * deskPadding);
  });
  it('knows the page at a height, and the one that is read', () => {
    const { layout } = lay([first, second]);
    expect([0, 500, 870, 900].map((y) => pageAt(layout, y))).toEqual([0, 0, 0, 1]);
    expect([0, 400, 600, 1100].map((top) => pageInSight(layout, top, 700))).toEqual([0, 0, 1, 1]);
    expect(pageInSight(layDesk([], actual, desk), 0, 700)).toBe(0);
  });
});

describe('the text under the eye', () => {
  /** 5 pt into «第四段». */
  const y = deskY(lay([first, second]).layout, 1, pageTop + linePitch + 5);

  it('stays where nothing changed', () => {
    expect(follow([first, second], [first, second], y)).toBeCloseTo(y);
  });
  it('moves down with text that was put before it, though its paragraph has another number now', () => {
    const longer = page(2, [
      paragraph('b', 0, '新的一段'),
      paragraph('b', 1, '第三段'),
      paragraph('b', 2, '第四段', '第四段第二行'),
    ]);
    expect(follow([first, second], [first, longer], y)).toBeCloseTo(y + linePitch * scale);
  });
  it('is followed to another page', () => {
    const full = page(1, [paragraph('a', 0, '第一段第一行'), paragraph('b', 1, '第四段', '第四段第二行')]);
    const { layout } = lay([full]);
    expect(follow([first, second], [full], y)).toBeCloseTo(deskY(layout, 0, pageTop + linePitch + 5));
  });
  it('is the same paragraph where its words changed, and its chapter where it is gone', () => {
    const rewritten = page(2, [paragraph('b', 0, '第三段'), paragraph('b', 1, '改过的第四段')]);
    expect(follow([first, second], [first, rewritten], y)).toBeCloseTo(y);
    const shorter = page(2, [paragraph('b', 0, '第三段')]);
    expect(follow([first, second], [first, shorter], y)).toBeCloseTo(y - linePitch * scale);
  });
  it('is found where other paragraphs begin with the same words', () => {
    const same = page(1, [paragraph('a', 0, '同样'), paragraph('a', 1, '同样'), paragraph('a', 2, '同样')]);
    const third = deskY(lay([same]).layout, 0, pageTop + 2 * linePitch + 3);
    expect(follow([same], [same], third)).toBeCloseTo(third);
  });
  it('stays when everything is shown larger', () => {
    const { layout } = lay([first, second], { kind: 'percent', percent: 150 });
    expect(follow([first, second], [first, second], y, { kind: 'percent', percent: 150 })).toBeCloseTo(
      deskY(layout, 1, pageTop + linePitch + 5),
    );
  });
  it('is nothing on an empty desk', () => {
    expect(follow([], [first], 10)).toBeNull();
    expect(follow([first], [], 10)).toBeNull();
  });

  it('is the same at any height of any pages, when only the size changes', () => {
    const written = fc.array(
      fc.record({
        chapterId: fc.constantFrom('a', 'b'),
        paragraph: fc.nat(3),
        lines: fc.array(fc.constantFrom('甲', '乙'), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (texts, part) => {
          const pages = texts.map((blocks, index) =>
            page(
              index + 1,
              blocks.map((one) => paragraph(one.chapterId, one.paragraph, ...one.lines)),
            ),
          );
          const { layout, places } = lay(pages);
          const height = part * layout.height;
          const anchor = anchorAt(places, layout, height);
          expect(anchor && yOfAnchor(places, layout, anchor)).toBeCloseTo(height, 3);
        },
      ),
    );
  });
});

describe('the way to a text', () => {
  const places = blockPlaces([
    page(1, [
      { source: { chapterId: 'a', paragraph: null }, lines: ['一、标题'] },
      paragraph('a', 0, '甲'),
      paragraph('a', 3, '丁'),
    ]),
  ]);
  it.each([
    [null, '一、标题'],
    [0, '甲'],
    [2, '丁'],
    [9, '丁'],
  ])('paragraph %s', (index, words) => {
    expect(placeOfText(places, { chapterId: 'a', paragraph: index })?.words).toBe(words);
  });
  it('of a chapter that is not printed is none', () => {
    expect(placeOfText(places, { chapterId: 'z', paragraph: 0 })).toBeUndefined();
  });
});
