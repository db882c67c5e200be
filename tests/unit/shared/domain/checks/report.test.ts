/** What the checks say of a whole report: states, carried text, repeated quantities, tables, order and identity. */
import { describe, expect, test } from 'vitest';
import { checkReport, createChecker } from '../../../../../src/shared/domain/checks/check-report.ts';
import { sortDismissed } from '../../../../../src/shared/domain/checks/dismissals.ts';
import type { ParagraphNode } from '../../../../../src/shared/domain/document.ts';
import { createNumberBook } from '../../../../../src/shared/domain/number-book.ts';
import {
  type Cells,
  chapterOf,
  check,
  indicators,
  inputOf,
  likely,
  marked,
  observationsOf,
  paragraphOf,
} from './checked.ts';

const rulesOf = (findings: readonly { rule: string }[]) => findings.map(({ rule }) => rule);
const disputes: Cells = { 'disputes.screened': ['50', '57'], 'disputes.resolved': ['48', '55'] };
const wrong = '全年受理调解86件，成功82件，成功率98.3%。';

describe('what keeps a formal document from being made', () => {
  test('a missing number at each of its places, with the binding it is about', () => {
    const found = check(['排查{disputes.screened}，化解{disputes.resolved}。'], {
      'disputes.screened': ['50'],
    });
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['numberMissing', 'blocks']]);
    expect(found[0]?.place).toMatchObject({
      kind: 'text',
      from: 6,
      to: 7,
      bindingId: 'b3-disputes.resolved',
    });
    expect(found[0]?.parameters.name).toBe('化解矛盾纠纷');
  });

  test('a number carried over, as it prints', () => {
    const chapter = chapterOf([paragraphOf('排查{disputes.screened}。')]);
    const observations = observationsOf({ 'disputes.screened': ['50'] }, 'carried');
    const book = createNumberBook({ indicators, observations });
    const found = checkReport(inputOf([chapter], {}, { book }));
    expect(found.map((one) => [one.rule, marked(one)])).toEqual([['numberCarried', '50件']]);
  });

  test('paragraphs carried over are one finding for each chapter, and nothing else is said of their words', () => {
    const chapter = chapterOf([paragraphOf(wrong, 2023), paragraphOf('又一段。', 2023)]);
    const found = checkReport(inputOf([chapter]));
    expect(found.map(({ rule, parameters }) => [rule, parameters.count])).toEqual([['paragraphsCarried', 2]]);
  });

  test('a heading with last year’s number', () => {
    const heading = '完成2023年任务';
    const lastYearHeadings = new Set([heading]);
    const found = checkReport(inputOf([chapterOf([], { heading })], {}, { lastYearHeadings }));
    expect(found.map(({ rule, parameters }) => [rule, parameters.text])).toEqual([
      ['headingStale', '2023年'],
    ]);
  });
});

describe('the same quantity stated twice', () => {
  const first = '全年组织夜间普法课堂22场，群众反响很好。';
  test.each([
    ['组织夜间普法课堂26场，覆盖全部村（社区）。', '26场'],
    ['一年来，共组织夜间普法课堂18场。', '18场'],
    ['组织夜间普法课堂30余场。', '30余场'],
  ])('contradicts: %s', (second, words) => {
    const found = check([first, second]).filter(({ severity }) => severity === 'likely');
    expect(found.map((one) => [one.rule, marked(one)])).toEqual([['statedTwice', words]]);
    expect(found[0]?.parameters).toMatchObject({ other: '22场', sentence: first });
  });

  test.each([
    '全年组织夜间普法课堂22场。',
    '组织夜间普法课堂20余场。',
    '组织夜间普法课堂近30场。',
    '上年组织夜间普法课堂12场。',
    '2023年组织夜间普法课堂12场。',
    '每月组织夜间普法课堂2场。',
    '2024年3月，组织夜间普法课堂4场。',
    '上半年组织夜间普法课堂9场。',
    '其中组织夜间普法课堂6场。',
    '司法所组织夜间普法课堂8场。',
    '计划组织夜间普法课堂30场。',
    '组织夜间普法课堂900人次。',
  ])('does not contradict: %s', (second) => {
    expect(likely([first, second])).toEqual([]);
  });

  test('literal against binding, but never binding against binding', () => {
    const cells = { 'disputes.screened': ['50'], 'disputes.resolved': ['48'] } as const;
    expect(likely(['基层司法调解纠纷{disputes.screened}。', '基层司法调解纠纷52件。'], cells)).toEqual([
      'statedTwice',
    ]);
    expect(
      likely(['基层司法调解纠纷{disputes.screened}。', '基层司法调解纠纷{disputes.resolved}。'], cells),
    ).toEqual([]);
  });

  test('a rate that is told again with other words around it', () => {
    const second = '执法力量不足，但持证率只有22.4%。';
    expect(likely(['执法有力，持证率27.7%。', second])).toEqual(['statedTwice']);
  });

  test('next steps tell of another year', () => {
    const next = chapterOf([paragraphOf('组织夜间普法课堂30场。')], {
      id: 'next',
      position: 1,
      heading: '下一年度主要安排',
    });
    const found = checkReport(inputOf([chapterOf([paragraphOf(first)]), next]));
    expect(found.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });
});

test('what is not printed is not checked', () => {
  const paragraph: ParagraphNode = {
    type: 'paragraph',
    attrs: { carriedFrom: null },
    content: [
      {
        type: 'text',
        text: wrong,
        marks: [
          {
            type: 'condition',
            attrs: { id: 'c', indicatorId: 'disputes.screened', yearOffset: 0, test: 'nonZero', limit: null },
          },
        ],
      },
      { type: 'text', text: '全年工作平稳有序。' },
    ],
  };
  const found = (screened: string) =>
    checkReport(inputOf([chapterOf([paragraph])], { 'disputes.screened': [screened] }));
  expect(rulesOf(found('58'))).toContain('rateDiffers');
  expect(found('0')).toEqual([]);
});

test('a conditional passage and a table keep the document back while a number they hang on is open', () => {
  const condition = {
    type: 'condition' as const,
    attrs: {
      ...{ id: 'c', indicatorId: 'disputes.screened', yearOffset: 0 },
      ...{ test: 'nonZero' as const, limit: null },
    },
  };
  const figure = {
    ...{ id: 'f', form: 'table' as const, title: '排查情况' },
    ...{ indicatorIds: ['disputes.screened'], years: 1 },
  };
  const content: ParagraphNode[] = [
    {
      type: 'paragraph',
      attrs: { carriedFrom: null },
      content: [{ type: 'text', text: '排查工作按月进行。', marks: [condition] }],
    },
    { type: 'paragraph', attrs: { carriedFrom: null }, content: [{ type: 'figure', attrs: figure }] },
  ];
  const rules = (cells: Parameters<typeof inputOf>[1]) =>
    rulesOf(checkReport(inputOf([chapterOf(content)], cells)));
  expect(rules({})).toEqual(['conditionMissing', 'figureMissing']);
  expect(rules({ 'disputes.screened': ['58'] })).toEqual([]);
});

test('a rate that no count of the whole gives is worth a look', () => {
  const rulesFor = (text: string) => rulesOf(check([text])).filter((rule) => rule !== 'numbersLoose');
  expect(rulesFor('化解信访积案46件，稳控率99%。')).toEqual(['rateImpossible']);
  expect(rulesFor('化解信访积案46件，稳控率98%。')).toEqual([]);
  expect(rulesFor('化解信访积案46件，稳控率97.8%。')).toEqual([]);
  expect(rulesFor('化解信访积案460件，稳控率99.9%。')).toEqual([]);
});

describe('places', () => {
  test('are counted in the shown text and as the editor counts, where a number is one character', () => {
    const [found] = check([`排查{disputes.screened}。${wrong}`], disputes).filter(
      ({ rule }) => rule === 'rateDiffers',
    );
    expect(found?.place).toMatchObject({ start: 25, end: 30, from: 23, to: 28 });
    expect(found?.fix).toEqual({ kind: 'replace', from: 23, to: 28, old: '98.3%', text: '95.3%' });
  });

  test('findings stand by severity, then as the text reads', () => {
    const found = check(['今年工作有力。', wrong, '排查{disputes.screened}。', wrong]);
    expect(rulesOf(found)).toEqual(['numberMissing', 'rateDiffers', 'rateDiffers', 'numbersLoose']);
    expect(found.slice(1, 3).map(({ place }) => place.kind === 'text' && place.paragraph)).toEqual([1, 3]);
  });
});

describe('identity', () => {
  const idOf = (texts: readonly string[]) => check(texts).find(({ rule }) => rule === 'rateDiffers')?.id;

  test('is kept through edits elsewhere, and lost with the words', () => {
    const id = idOf([wrong]);
    expect(idOf(['新的一段。', '另一段。', wrong])).toBe(id);
    expect(idOf([`工作扎实。${wrong}群众满意。`])).toBe(id);
    expect(idOf([wrong.replace('86', '87')])).not.toBe(id);
  });

  test('the same words twice are two findings', () => {
    const ids = check([wrong, wrong]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('ends when the table’s number changes', () => {
    const idWith = (value: string) =>
      check(['全年排查矛盾纠纷52件。'], { 'disputes.screened': [value] })[0]?.id;
    expect(idWith('50')).toBe(idWith('50'));
    expect(idWith('50')).not.toBe(idWith('49'));
  });

  test('a dismissal sets aside what is likely, never what blocks', () => {
    const findings = check([wrong, '排查{disputes.screened}。']);
    const dismissals = findings.map(({ id }) => ({
      findingId: id,
      reason: '口径',
      dismissedAt: '2025-01-01T00:00:00Z',
    }));
    const { open, dismissed } = sortDismissed(findings, dismissals);
    expect(rulesOf(open)).toEqual(['numberMissing']);
    expect(dismissed.map(({ finding, reason }) => [finding.rule, reason])).toContainEqual([
      'rateDiffers',
      '口径',
    ]);
  });
});

test('a checker that remembers says what one without memory says', () => {
  const checker = createChecker();
  for (const texts of [[wrong], [wrong, '全年工作平稳。'], ['排查50件。'], [wrong]]) {
    const input = inputOf([chapterOf(texts.map((text) => paragraphOf(text)))], disputes);
    expect(checker(input)).toEqual(checkReport(input));
  }
});
