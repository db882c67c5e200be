import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNumberBook } from '../../../../../src/shared/domain/number-book.ts';
import { shownText } from '../../../../../src/shared/domain/propose/place.ts';
import {
  chapterOf,
  indicators,
  literalSampleReport,
  observations,
  observed,
  proposalsFor,
  year,
} from './literal-report.ts';

const { chapters, truth } = literalSampleReport();

function measured(yearsKnown: readonly number[]) {
  const known = observations.filter((observation) => yearsKnown.includes(observation.year));
  const made = proposalsFor(chapters, known).filter(({ indicatorId }) => indicatorId !== null);
  const right = made.filter((proposal) =>
    truth.some(
      (place) =>
        place.chapterId === proposal.chapterId &&
        place.paragraph === proposal.paragraph &&
        place.start < proposal.end &&
        proposal.start < place.end &&
        place.indicatorId === proposal.indicatorId,
    ),
  );
  const safe = made.filter((proposal) => proposal.safe);
  const safeRight = right.filter((proposal) => proposal.safe);
  const figures = {
    precision: right.length / made.length,
    recall: right.length / truth.length,
    safePrecision: safeRight.length / safe.length,
    safeRecall: safeRight.length / truth.length,
  };
  console.log(`known years: ${yearsKnown.join(', ') || 'none'}; of ${truth.length} places`, figures);
  return figures;
}

describe('on the sample report of 2023 with its numbers written out', () => {
  // Comparisons with last year and rates whose parts are not told cannot be bound from the text alone.
  it.each([
    { known: [], recall: 0.74, safeRecall: 0.58 },
    { known: [2022], recall: 0.88, safeRecall: 0.68 },
    { known: [2022, 2023], recall: 0.96, safeRecall: 0.8 },
  ])('with the tables of $known', ({ known, recall, safeRecall }) => {
    const figures = measured(known);
    expect(figures.safePrecision).toBeGreaterThanOrEqual(0.98);
    expect(figures.precision).toBeGreaterThanOrEqual(0.95);
    expect(figures.recall).toBeGreaterThanOrEqual(recall);
    expect(figures.safeRecall).toBeGreaterThanOrEqual(safeRecall);
  });
});

type Expected = Record<string, string | null>;

function found(
  text: string,
  chapter: string | null,
  ...rest: [Parameters<typeof proposalsFor>[1]?]
): Expected {
  const proposals = proposalsFor([chapterOf([text], chapter)], ...rest);
  return Object.fromEntries(proposals.map(({ text: written, indicatorId }) => [written, indicatorId]));
}

describe('which indicator', () => {
  it.each<[string, string | null, Expected]>([
    ['全镇调解员达到132人。', 'disputes', { '132人': 'disputes.mediators' }],
    ['排查矛盾纠纷86起，化解82起。', 'disputes', { '86': 'disputes.screened', '82': 'disputes.resolved' }],
    ['设置29块政务公开栏。', 'openness', { '29块': 'openness.boards' }],
    // The chapter decides between two rates of the same name; its parts are told, so that it follows.
    [
      '受理信访事项30件，按期办结信访事项27件，按期办结率90%。',
      'disputes',
      {
        '30件': 'disputes.petitions',
        '27件': 'disputes.petitionsClosed',
        '90%': 'disputes.petitionClosureRate',
      },
    ],
    // A rate that does not follow from its parts, or whose parts nobody knows, stays literal.
    [
      '排查矛盾纠纷50件，化解48件，化解率97.0%。',
      'disputes',
      { '50件': 'disputes.screened', '48件': 'disputes.resolved', '97.0%': null },
    ],
    ['化解率97.0%。', 'disputes', { '97.0%': null }],
    // Not this year's total.
    ['2022年排查矛盾纠纷45件。', 'disputes', { '45件': null }],
    ['上年排查矛盾纠纷45件。', 'disputes', { '45件': null }],
    ['每季度集体学法2次。', 'training', { '2次': null }],
    ['年底前持证人员不少于32人。', 'enforcement', { '32人': null }],
    ['力争排查矛盾纠纷45件。', 'disputes', { '45件': null }],
    // What nobody counts.
    ['现场解决5个问题。', 'leaders', { '5个': null }],
  ])('%s', (text, chapter, expected) => {
    expect(found(text, chapter)).toEqual(expected);
  });

  it('the plans of the next year are no numbers of this one', () => {
    const plans = proposalsFor([chapterOf(['全年排查矛盾纠纷50件。'], null, '下一年度主要安排')]);
    expect(plans.map(({ indicatorId }) => indicatorId)).toEqual([null]);
  });

  it('an indicator has one value, in however many places', () => {
    const proposals = proposalsFor([
      chapterOf(['排查矛盾纠纷50件。', '全年排查矛盾纠纷50件。', '排查矛盾纠纷3件。'], 'disputes'),
    ]);
    expect(proposals.map(({ indicatorId }) => indicatorId)).toEqual([
      'disputes.screened',
      'disputes.screened',
      null,
    ]);
    expect(proposals[0]?.safe).toBe(false);
  });

  it('a number of another order than in other years is not taken unread', () => {
    const text = ['排查矛盾纠纷5000件。'];
    expect(proposalsFor([chapterOf(text, 'disputes')])[0]?.safe).toBe(true);
    const [strange] = proposalsFor(
      [chapterOf(text, 'disputes')],
      [observed('disputes.screened', 2022, '57')],
    );
    expect(strange?.safe).toBe(false);
  });

  it('one village’s number is not taken unread', () => {
    const [one] = proposalsFor([chapterOf(['桥头村，排查矛盾纠纷3件。'], 'disputes')]);
    expect(one?.safe).toBe(false);
  });

  it('what a person has chosen before comes first, also that it is none', () => {
    const chapter = [chapterOf(['上门走访33件。'], 'approvals')];
    expect(proposalsFor(chapter)[0]?.indicatorId).toBeNull();
    const words = '上门走访…';
    const chosen = { words, unit: '件', indicatorId: 'approvals.homeService' };
    expect(proposalsFor(chapter, [], [chosen])[0]).toMatchObject({
      indicatorId: 'approvals.homeService',
      confidence: 1,
    });
    const screened = [chapterOf(['排查矛盾纠纷50件。'], 'disputes')];
    const none = { words: '排查矛盾纠纷…', unit: '件', indicatorId: null };
    expect(proposalsFor(screened, [], [none])[0]?.indicatorId).toBeNull();
  });
});

describe('how it is shown', () => {
  it.each([
    ['发放宣传资料2.5万份。', 'publicity', '2.5万份', { style: 'tenThousand', places: 1, unit: true }],
    ['罚没金额1.83万元。', 'enforcement', '1.83万元', { style: 'plain', unit: true }],
    ['排查矛盾纠纷86起。', 'disputes', '86', { style: 'plain', unit: false }],
    ['每周坐班不少于20小时。', 'legalService', '20小时', { style: 'plain', unit: true }],
    ['接待法律咨询950余人次。', 'legalService', '950余人次', { style: 'over', to: '10', unit: true }],
    ['发放宣传资料3万余份。', 'publicity', '3万余份', { style: 'over', to: '10000', unit: true }],
  ])('%s', (text, chapter, place, format) => {
    const [proposal] = proposalsFor([chapterOf([text], chapter)]);
    expect(proposal).toMatchObject({ text: place, format });
    expect(text.slice(proposal?.start, proposal?.end)).toBe(place);
  });

  it('an approximate number is safe only when the table holds the exact one', () => {
    const chapter = [chapterOf(['接待法律咨询950余人次。', '受众1.9万人次。'], 'legalService')];
    expect(proposalsFor(chapter).map(({ safe, value }) => [safe, value])).toEqual([
      [false, '950'],
      [false, '19000'],
    ]);
    const exact = [observed('legalService.consultations', year, '953')];
    expect(proposalsFor(chapter, exact)[0]).toMatchObject({
      safe: true,
      format: { style: 'over', to: '10', unit: true },
    });
  });

  it('a comparison is bound only where both years’ numbers say the same', () => {
    const chapter = [chapterOf(['排查矛盾纠纷50件，较上年增长25%。'], 'disputes')];
    const phrase = (before: string) =>
      proposalsFor(chapter, [observed('disputes.screened', 2022, before)]).map((one) => [
        one.text,
        one.format?.style,
      ]);
    expect(phrase('40')).toEqual([
      ['50件', 'plain'],
      ['较上年增长25%', 'growth'],
    ]);
    expect(phrase('41')[1]).toEqual(['25%', undefined]);
  });

  it('a cell that holds another number is not overruled', () => {
    const chapter = [chapterOf(['排查矛盾纠纷50件。'], 'disputes')];
    const [proposal] = proposalsFor(chapter, [observed('disputes.screened', year, '54')]);
    expect(proposal).toMatchObject({ indicatorId: 'disputes.screened', safe: false });
  });
});

const fragment = fc.constantFrom(
  '全年',
  '排查',
  '矛盾纠纷',
  '化解',
  '86',
  '1,234',
  '3万',
  '余',
  '件',
  '起',
  '，',
  '。',
  '%',
  '2022年',
  '三',
  '次',
  '不少于',
  '－',
  '较上年增长',
  ' ',
);

it('any text: never throws, places are slices of it and do not overlap, the safe ones read on unchanged', () => {
  const book = createNumberBook({ indicators, observations: [] });
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      let at = 0;
      for (const proposal of proposalsFor([chapterOf([text], 'disputes')])) {
        expect(text.slice(proposal.start, proposal.end)).toBe(proposal.text);
        expect(proposal.start).toBeGreaterThanOrEqual(at);
        at = proposal.end;
        const indicator = book.indicator(proposal.indicatorId ?? '');
        if (!proposal.safe || indicator === undefined || proposal.format === null) continue;
        if (indicator.formula !== null || proposal.format.style === 'growth') continue;
        expect(shownText(indicator, proposal.value, proposal.format)).toBe(proposal.text);
      }
    }),
  );
});
