import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chaptersFromParsed } from '../../../../src/main/core/import/report-from-parsed.ts';
import {
  countCharacters,
  type HeadingLevel,
  joinWithNext,
  leaveOut,
  restoreDropped,
  sameCharacters,
  setKind,
  splitParagraph,
} from '../../../../src/shared/domain/edit-parsed.ts';
import {
  dropReasons,
  type ParsedReport,
  paragraphKinds,
  parsedReportSchema,
} from '../../../../src/shared/domain/parsed-report.ts';
import { withoutBlanks } from '../../../../src/shared/domain/text/characters.ts';

const empty: ParsedReport = {
  title: null,
  organization: null,
  documentNumber: null,
  addressee: null,
  year: null,
  issuedOn: null,
  headings: [],
  paragraphs: [],
  quantities: [],
  dates: [],
  tables: [],
  dropped: [],
  warnings: [],
};

/** A report of text paragraphs, as if nothing had been recognised. */
function plain(...texts: string[]): ParsedReport {
  return { ...empty, paragraphs: texts.map((text) => ({ kind: 'body', text, heading: null })) };
}

const lines = (parsed: ParsedReport) => parsed.paragraphs.map(({ kind, text }) => `${kind} ${text}`);

describe('joining and splitting', () => {
  it('joins a paragraph cut in the middle of a sentence, and counts what it holds anew', () => {
    const joined = joinWithNext(plain('全年排查纠纷', '30件，化解28件。', '培训3场。'), 0);
    expect(lines(joined)).toEqual(['body 全年排查纠纷30件，化解28件。', 'body 培训3场。']);
    const third = joinWithNext(splitParagraph(joined, 1, 2), 1);
    expect(third.quantities.map(({ text, paragraph }) => [text, paragraph])).toContainEqual(['3场', 1]);
  });

  it('keeps words and table cells apart', () => {
    expect(joinWithNext(plain('open', 'data'), 0).paragraphs[0]?.text).toBe('open data');
    const rows = setKind(setKind(plain('甲\t1', '乙\t2'), 0, 'table'), 1, 'table');
    expect(joinWithNext(rows, 0).paragraphs[0]?.text).toBe('甲\t1\t乙\t2');
  });

  it('makes a heading broken over two lines one heading, and a run-in heading joined with its text a text', () => {
    const broken = setKind(plain('（一）健全调解网络，', '化解矛盾纠纷', '正文。'), 0, 'heading');
    expect(joinWithNext(broken, 0).headings).toEqual([
      { level: 2, marker: '（一）', text: '健全调解网络，化解矛盾纠纷' },
    ]);
    const runIn = setKind(plain('（一）健全网络。全年30件。'), 0, 'heading');
    expect(lines(joinWithNext(runIn, 0))).toEqual(['body （一）健全网络。全年30件。']);
    expect(joinWithNext(runIn, 0).headings).toEqual([]);
  });

  it('cuts at the caret, and takes no half of a character', () => {
    expect(lines(splitParagraph(plain('甲乙'), 0, 1))).toEqual(['body 甲', 'body 乙']);
    expect(lines(splitParagraph(plain('甲𠮷乙'), 0, 2))).toEqual(['body 甲', 'body 𠮷乙']);
  });

  it.each([0, 2, 9, -1, 0.5])(
    'leaves the paragraph whole where nothing would stand on one side (%d)',
    (offset) => {
      const parsed = plain('甲乙');
      expect(splitParagraph(parsed, 0, offset)).toBe(parsed);
    },
  );

  it('cuts text off from a heading and from the addressee', () => {
    const parsed = setKind(
      setKind(plain('县政府：全年平稳。', '一、做法 正文'), 0, 'addressee'),
      1,
      'heading',
    );
    const cut = splitParagraph(splitParagraph(parsed, 1, 5), 0, 4);
    expect(lines(cut)).toEqual(['addressee 县政府：', 'body 全年平稳。', 'heading 一、做法', 'body 正文']);
  });
});

describe('saying what a paragraph is', () => {
  it('derives marker, text and level of a heading from its line', () => {
    const cases: [string, HeadingLevel, string, string][] = [
      ['一、主要做法', 1, '一、', '主要做法'],
      ['第二部分 存在问题', 1, '第二部分', '存在问题'],
      ['（三）、强化保障。', 2, '（三）、', '强化保障'],
      ['2．加强培训', 3, '2．', '加强培训'],
      ['①建章立制', 4, '①', '建章立制'],
      ['下一步打算', 1, '', '下一步打算'],
      ['一、', 1, '', '一、'],
    ];
    for (const [line, level, marker, text] of cases) {
      expect(setKind(plain(line), 0, 'heading').headings).toEqual([{ level, marker, text }]);
    }
  });

  it('keeps the marker when only the level changes', () => {
    const parsed: ParsedReport = {
      ...empty,
      headings: [{ level: 1, marker: '第1节', text: '总体情况' }],
      paragraphs: [{ kind: 'heading', text: '第1节总体情况', heading: 0 }],
    };
    expect(setKind(parsed, 0, 'heading', 3).headings).toEqual([
      { level: 3, marker: '第1节', text: '总体情况' },
    ]);
  });

  it('cuts a paragraph of several sentences into a heading and the text it runs into, as the import reads it', () => {
    const parsed = setKind(plain('前言。', '（一）健全网络。全年30件。'), 1, 'heading');
    expect(lines(parsed)).toEqual(['body 前言。', 'heading （一）健全网络。', 'body 全年30件。']);
    expect(parsed.paragraphs.map(({ heading }) => heading)).toEqual([null, 0, 0]);
    expect(chaptersFromParsed(parsed).map(({ runIn }) => runIn)).toEqual([false, true]);
    expect(parsed.quantities.map(({ text, paragraph }) => [text, paragraph])).toEqual([['30件', 2]]);
  });

  it('gives the paragraphs of a heading that is none to the one before it', () => {
    let parsed = plain('一、甲', '正文', '二、乙', '正文');
    parsed = setKind(setKind(parsed, 0, 'heading'), 2, 'heading');
    expect(parsed.paragraphs.map(({ heading }) => heading)).toEqual([0, 0, 1, 1]);
    parsed = setKind(parsed, 2, 'body');
    expect(parsed.paragraphs.map(({ heading }) => heading)).toEqual([0, 0, 0, 0]);
  });

  it('fills a fact that was unknown, and no other', () => {
    const parsed = plain('云岭镇2023年度报告', '2024年2月6日');
    const told = setKind(setKind(parsed, 0, 'title'), 1, 'date');
    expect([told.title, told.issuedOn]).toEqual(['云岭镇2023年度报告', '2024-02-06']);
    expect(setKind({ ...parsed, title: '已有' }, 0, 'title').title).toBe('已有');
  });

  it('counts nothing in a title', () => {
    expect(setKind(setKind(plain('完成3件'), 0, 'table'), 0, 'title').quantities).toEqual([]);
    expect(setKind(plain('完成3件'), 0, 'table').quantities).toHaveLength(1);
  });
});

describe('leaving out and restoring', () => {
  it('moves the text to what is left out, with the reason, and back to where the person wants it', () => {
    const out = leaveOut(plain('网站导航', '正文'), 0, 'navigation');
    expect(out.dropped).toEqual([{ text: '网站导航', reason: 'navigation' }]);
    expect(lines(restoreDropped(out, 0, 1))).toEqual(['body 正文', 'body 网站导航']);
    expect(restoreDropped(out, 0, 1).dropped).toEqual([]);
  });

  it('restores no blank, and nothing at a place that does not exist', () => {
    const parsed: ParsedReport = { ...plain('正文'), dropped: [{ text: ' ', reason: 'picture' }] };
    expect(restoreDropped(parsed, 0, 0)).toBe(parsed);
    const out = leaveOut(plain('甲', '乙'), 0, 'header');
    expect(restoreDropped(out, 0, 2)).toBe(out);
    expect(restoreDropped(out, 1, 0)).toBe(out);
  });
});

describe('the number of characters', () => {
  it('counts without blanks, kept and left out', () => {
    expect(countCharacters(leaveOut(plain('甲 乙', '　丙'), 1, 'footer'))).toBe(3);
  });

  it('tells how many differ', () => {
    expect(sameCharacters(plain('甲乙'), plain('乙 甲'))).toBe(0);
    expect(sameCharacters(plain('甲乙'), plain('甲丙丙'))).toBe(3);
  });
});

type Edit = (parsed: ParsedReport) => ParsedReport;

const place = fc.integer({ min: -1, max: 9 });
const text = fc.string({
  unit: fc.constantFrom(...'一二（）、。.1２ \t　甲乙件2023年3月A𠮷：'),
  minLength: 1,
  maxLength: 24,
});
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  place.map(
    (index): Edit =>
      (parsed) =>
        joinWithNext(parsed, index),
  ),
  fc.tuple(place, fc.integer({ min: -1, max: 20 })).map(
    ([index, offset]): Edit =>
      (parsed) =>
        splitParagraph(parsed, index, offset),
  ),
  fc
    .tuple(
      place,
      fc.constantFrom(...paragraphKinds),
      fc.constantFrom<HeadingLevel | undefined>(undefined, 1, 2, 3, 4),
    )
    .map(
      ([index, kind, level]): Edit =>
        (parsed) =>
          setKind(parsed, index, kind, level),
    ),
  fc.tuple(place, fc.constantFrom(...dropReasons)).map(
    ([index, reason]): Edit =>
      (parsed) =>
        leaveOut(parsed, index, reason),
  ),
  fc.tuple(place, place).map(
    ([index, before]): Edit =>
      (parsed) =>
        restoreDropped(parsed, index, before),
  ),
);

describe('any sequence of edits', () => {
  it('loses no character, keeps the schema, and leaves indexes that are right', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), fc.array(anyEdit, { maxLength: 30 }), (texts, edits) => {
        const before = plain(...texts);
        const after = edits.reduce((parsed, edit) => edit(parsed), before);
        expect(sameCharacters(before, after)).toBe(0);
        expect(countCharacters(after)).toBe(countCharacters(before));
        parsedReportSchema.parse(after);
        let heading = -1;
        for (const paragraph of after.paragraphs) {
          if (paragraph.kind === 'heading') heading += 1;
          expect(paragraph.heading).toBe(heading < 0 ? null : heading);
        }
        expect(after.headings).toHaveLength(heading + 1);
        for (const { paragraph, start, end, text: found } of after.quantities) {
          expect(after.paragraphs[paragraph]?.text.slice(start, end)).toBe(found);
        }
      }),
    );
  });

  it('keeps the order of the kept text, as long as nothing is left out and restored elsewhere', () => {
    const keeping = anyEdit.filter((edit) => edit(plain('甲', '乙')).dropped.length === 0);
    const written = (parsed: ParsedReport) =>
      withoutBlanks(parsed.paragraphs.map((each) => each.text).join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), fc.array(keeping, { maxLength: 20 }), (texts, edits) => {
        const before = plain(...texts);
        const after = edits.reduce((parsed, edit) => {
          const next = edit(parsed);
          return next.dropped.length === 0 ? next : parsed;
        }, before);
        expect(written(after)).toBe(written(before));
      }),
    );
  });

  it('never changes the report it is given', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), anyEdit, (texts, edit) => {
        const before = leaveOut(plain(...texts, '末段'), 0, 'comment');
        const copy = structuredClone(before);
        edit(before);
        expect(before).toEqual(copy);
      }),
    );
  });
});
