import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, plainText } from '../../../../src/shared/domain/decimal.ts';
import {
  type Entry,
  entrySchema,
  type Indicator,
  type Observation,
} from '../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../src/shared/domain/number-book.ts';

function indicator(id: string, formula: string | null = null): Indicator {
  return {
    id,
    name: id,
    unit: '件',
    kind: 'count',
    precision: 0,
    topicId: 't',
    officeId: null,
    formula,
    retiredAfter: null,
    footing: false,
  };
}

function observation(
  indicatorId: string,
  year: number,
  value: string | Entry,
  state: Observation['state'] = 'confirmed',
): Observation {
  const entry: Entry = typeof value === 'string' ? { kind: 'number', value } : value;
  return { indicatorId, year, entry, state, source: '综治中心', note: '', evidence: '' };
}

const empty: Entry = { kind: 'empty' };
const notApplicable: Entry = { kind: 'notApplicable' };
const number = (value: string): Entry => ({ kind: 'number', value });

describe('a typed cell', () => {
  const book = createNumberBook({
    indicators: [indicator('a'), indicator('b')],
    observations: [
      observation('a', 2023, '0', 'carried'),
      observation('a', 2024, '58'),
      observation('b', 2023, notApplicable),
      { ...observation('b', 2024, empty), note: '等科室报送' },
    ],
  });

  it('tells zero, empty and not applicable apart', () => {
    expect(book.cell('a', 2023)).toMatchObject({ entry: number('0'), state: 'carried', source: '综治中心' });
    expect(book.cell('a', 2024)).toMatchObject({ entry: number('58'), state: 'confirmed', problem: null });
    expect(book.cell('b', 2023)).toMatchObject({ entry: notApplicable, state: 'confirmed' });
    expect(book.cell('b', 2024)).toMatchObject({ entry: empty, state: 'missing', note: '等科室报送' });
    expect(book.cell('b', 2022)).toMatchObject({ entry: empty, state: 'missing', problem: null });
  });

  it('is empty for what does not exist', () => {
    expect(book.cell('z', 2024)).toMatchObject({
      entry: empty,
      state: 'missing',
      problem: 'unknownIndicator',
    });
    expect(book.cell('__proto__', 2024).problem).toBe('unknownIndicator');
    expect(book.cell('a', Number.NaN)).toMatchObject({ entry: empty, problem: null });
    expect(book.indicator('z')).toBeUndefined();
    expect(book.indicator('a')?.unit).toBe('件');
  });
});

describe('a calculated cell', () => {
  function result(formula: string, observations: Observation[], year = 2024) {
    const indicators = [indicator('f', formula), indicator('a'), indicator('b')];
    return createNumberBook({ indicators, observations }).cell('f', year);
  }

  it.each([
    ['86', '82', '95.34883720930232558139534883720930232558'],
    ['104', '20', '19.23076923076923076923076923076923076923'],
    ['4', '1', '25'],
    ['3', '0', '0'],
  ])('of %s and %s is the rate %s', (whole, part, value) => {
    const cell = result('rate(a, b)', [observation('a', 2024, part), observation('b', 2024, whole)]);
    expect(cell).toMatchObject({ entry: number(value), state: 'confirmed', problem: null, source: '' });
  });

  it('never takes a missing operand as zero', () => {
    const [a, b] = [observation('a', 2024, '5'), observation('b', 2024, empty)];
    for (const formula of [
      'sum(a, b)',
      'a + b',
      'a * b',
      'rate(a, b)',
      'change(a)',
      'growth(a)',
      'last(a)',
    ]) {
      expect(result(formula, [a, b])).toMatchObject({ entry: empty, state: 'missing', problem: null });
    }
  });

  it('is carried when an operand is, and not applicable when an operand is', () => {
    const carried = observation('a', 2024, '5', 'carried');
    expect(result('a + b', [carried, observation('b', 2024, '1')])).toMatchObject({
      entry: number('6'),
      state: 'carried',
    });
    expect(result('a + b', [carried, observation('b', 2024, notApplicable)])).toMatchObject({
      entry: notApplicable,
      state: 'carried',
    });
    expect(result('a + b', [observation('b', 2024, notApplicable)])).toMatchObject({ entry: notApplicable });
  });

  it('looks at the year before', () => {
    const numbers = [observation('a', 2023, '86'), observation('a', 2024, '82')];
    expect(result('last(a)', numbers).entry).toEqual(number('86'));
    expect(result('change(a)', numbers).entry).toEqual(number('-4'));
    expect(result('change(a)', numbers, 2023).entry).toEqual(empty);
    expect(result('last(f) + a', numbers)).toMatchObject({ entry: empty, problem: null });
  });

  it('keeps what a quotient loses until the end', () => {
    const indicators = [indicator('third', 'a / 3'), indicator('half', 'third * 1.5'), indicator('a')];
    const book = createNumberBook({ indicators, observations: [observation('a', 2024, '1')] });
    expect(book.cell('third', 2024).entry).toEqual(number(`0.${'3'.repeat(39)}`));
    expect(book.cell('half', 2024).entry).toEqual(number('0.5'));
  });

  it('ignores an observation of its own', () => {
    expect(result('a + 1', [observation('f', 2024, '99'), observation('a', 2024, '1')]).entry).toEqual(
      number('2'),
    );
  });

  it.each([
    ['rate(a, b)', 'divisionByZero'],
    ['a +', 'formula'],
    ['a * a', 'formula'],
    ['a + z', 'unknownIndicator'],
    ['f + a', 'cycle'],
  ])('%s has the problem %s and no number', (formula, problem) => {
    const numbers = [observation('a', 2024, '9'.repeat(40)), observation('b', 2024, '0')];
    expect(result(formula, numbers)).toMatchObject({ entry: empty, state: 'missing', problem });
  });
});

describe('cycles', () => {
  const formulas: Record<string, string> = { p: 'q + s', q: 'p', s: 'q', before: 'p + 1', apart: 'a + 1' };
  const indicators = [indicator('a'), ...Object.entries(formulas).map(([id, text]) => indicator(id, text))];
  const observations = [observation('a', 2024, '1')];

  it.each(['p', 'q', 's', 'before'])('are found from %s on, wherever the question starts', (first) => {
    const book = createNumberBook({ indicators, observations });
    expect(book.cell(first, 2024).problem).toBe('cycle');
    for (const id of ['p', 'q', 's', 'before']) expect(book.cell(id, 2024).problem).toBe('cycle');
    expect(book.cell('apart', 2024).entry).toEqual(number('2'));
  });

  it('are none where a formula builds on its own last year', () => {
    const book = createNumberBook({
      indicators: [indicator('start'), indicator('total', 'last(total) + start'), indicator('sum', 'total')],
      observations: [observation('start', 2024, '1')],
    });
    expect(book.cell('sum', 2024)).toMatchObject({ entry: empty, problem: null });
  });

  it('and long chains through many years do not exhaust the stack', () => {
    const chain = Array.from({ length: 300 }, (_, index) =>
      indicator(`i${index}`, index === 299 ? 'last(i0) + 1' : `i${index + 1}`),
    );
    const book = createNumberBook({ indicators: chain, observations: [] });
    expect(book.cell('i0', 2199)).toMatchObject({ entry: empty, problem: null });
  });

  it('and values that grow without end are stopped', () => {
    const squares = Array.from({ length: 300 }, (_, index) =>
      indicator(`i${index}`, index === 0 ? '9999' : `i${index - 1} * i${index - 1}`),
    );
    const book = createNumberBook({ indicators: squares, observations: [] });
    expect(book.cell('i3', 2024).entry).toEqual(number(plainText(new Decimal(9999).pow(8))));
    expect(book.cell('i299', 2024)).toMatchObject({ entry: empty, problem: 'formula' });
  });
});

describe('replace', () => {
  const indicators = [
    indicator('a'),
    indicator('b'),
    indicator('double', 'a * 2'),
    indicator('quadruple', 'double * 2'),
    indicator('other', 'b + 1'),
  ];
  const [a, b] = [observation('a', 2024, '1'), observation('b', 2024, '5')];
  const book = createNumberBook({ indicators, observations: [a, b] });
  const before = new Map(indicators.map(({ id }) => [id, book.cell(id, 2024)]));

  it.each([
    ['the changed cell', [observation('a', 2024, '3')]],
    ['the whole list', [observation('a', 2024, '3'), b]],
  ])('with %s renews what depends on it and keeps the rest', (_, observations) => {
    const next = book.replace(observations);
    expect(next.cell('quadruple', 2024).entry).toEqual(number('12'));
    expect(next.cell('b', 2024)).toBe(before.get('b'));
    expect(next.cell('other', 2024)).toBe(before.get('other'));
    expect(book.cell('quadruple', 2024)).toBe(before.get('quadruple'));
    expect(book.cell('a', 2024).entry).toEqual(number('1'));
  });

  it('empties a cell, and takes a year that was not there', () => {
    const next = book.replace([observation('a', 2024, empty), observation('a', 2023, '7', 'carried')]);
    expect(next.cell('quadruple', 2024).entry).toEqual(empty);
    expect(next.cell('quadruple', 2023)).toMatchObject({ entry: number('28'), state: 'carried' });
  });
});

describe('any tables', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const formulas = fc.constantFrom(
    ...[
      null,
      null,
      'a + b',
      'rate(b, c)',
      'last(c) - d',
      'sum(a, d, e)',
      'growth(e)',
      'change(a) / b',
      'e +',
    ],
    'z',
  );
  const entries = fc.oneof(
    fc.integer({ min: -50, max: 50 }).map((value) => number(String(value))),
    fc.constantFrom(empty, notApplicable),
  );
  const tables = fc.record({
    formulas: fc.array(formulas, { minLength: 5, maxLength: 5 }),
    entries: fc.array(entries, { minLength: 15, maxLength: 15 }),
  });
  const places = ids.flatMap((id) => [2022, 2023, 2024].map((year) => ({ id, year })));

  it('give the same cells in any order of indicators and questions, and after edits', () => {
    fc.assert(
      fc.property(tables, fc.shuffledSubarray(places, { minLength: 15 }), (made, order) => {
        const indicators = ids.map((id, index) => indicator(id, made.formulas[index] ?? null));
        const observations = places.map(({ id, year }, index) =>
          observation(id, year, made.entries[index] ?? empty),
        );
        const book = createNumberBook({ indicators, observations });
        const other = createNumberBook({ indicators: indicators.toReversed(), observations: [] });
        const cells = new Map(order.map(({ id, year }) => [`${id} ${year}`, other.cell(id, year)]));
        expect(cells.size).toBe(15);
        let edited = other;
        for (const one of observations) {
          edited = edited.replace([one]);
          edited.cell('e', 2024);
        }
        for (const { id, year } of places) {
          const cell = book.cell(id, year);
          expect(edited.cell(id, year)).toEqual(cell);
          expect(entrySchema.safeParse(cell.entry).success).toBe(true);
          expect(cell.state === 'missing').toBe(cell.entry.kind === 'empty');
          if (cell.problem !== null) expect(cell.entry.kind).toBe('empty');
        }
      }),
    );
  });

  it('give after every edit what a new book would, and old books what they gave', () => {
    const edits = fc.array(
      fc.record({
        place: fc.constantFrom(...places),
        entry: entries,
        asked: fc.array(fc.constantFrom(...places)),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(tables, edits, (made, steps) => {
        const indicators = [
          ...ids.map((id, index) => indicator(id, made.formulas[index] ?? null)),
          indicator('total', 'topic(t)'),
          indicator('totalChange', 'change(total) + last(topic(t))'),
        ];
        const current = new Map<string, ReturnType<typeof observation>>();
        let book = createNumberBook({ indicators, observations: [] });
        const cellsOf = (one: typeof book) =>
          [...ids, 'total', 'totalChange'].flatMap((id) =>
            [2022, 2023, 2024, 2025].map((year) => one.cell(id, year)),
          );
        const history: { book: typeof book; cells: ReturnType<typeof cellsOf> }[] = [];
        for (const { place, entry, asked } of steps) {
          for (const { id, year } of asked) book.cell(id, year);
          const changed = observation(place.id, place.year, entry);
          current.set(`${place.id} ${place.year}`, changed);
          const before = book;
          book = book.replace([changed]);
          const fresh = createNumberBook({ indicators, observations: [...current.values()] });
          expect(cellsOf(book)).toEqual(cellsOf(fresh));
          history.push({ book: before, cells: cellsOf(before) });
        }
        for (const past of history) expect(cellsOf(past.book)).toEqual(past.cells);
      }),
      { numRuns: 300 },
    );
  });

  it('add up exactly', () => {
    const cents = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 20 }), (summands) => {
        const parts = summands.map((_, index) => `p${index}`);
        const decimal = (units: bigint) => plainText(new Decimal(units.toString()).dividedBy(100));
        const book = createNumberBook({
          indicators: [indicator('total', `sum(${parts.join(', ')})`), ...parts.map((id) => indicator(id))],
          observations: summands.map((units, index) => observation(`p${index}`, 2024, decimal(units))),
        });
        const total = summands.reduce((sum, units) => sum + units, 0n);
        expect(book.cell('total', 2024).entry).toEqual(number(decimal(total)));
      }),
    );
  });
});
