/** What an edit of the number tables costs: 300 indicators over ten years, 60 of them formulas. */
import type { Indicator, Observation } from '../../src/shared/domain/model.ts';
import { createNumberBook } from '../../src/shared/domain/number-book.ts';
import { measure, type Timing } from './measure.ts';

const typedCount = 240;
const formulaCount = 60;
const years = Array.from({ length: 10 }, (_, index) => 2015 + index);
const changedId = 'typed0';

function indicator(id: string, formula: string | null): Indicator {
  return {
    id,
    name: id,
    unit: '件',
    kind: 'count',
    precision: 1,
    topicId: 'topic',
    officeId: null,
    formula,
    retiredAfter: null,
    footing: false,
  };
}

function observation(indicatorId: string, year: number, value: string): Observation {
  const entry = { kind: 'number' as const, value };
  return { indicatorId, year, entry, state: 'confirmed', source: '', note: '', evidence: '' };
}

/** Every formula depends on the one cell that changes: sums, shares, growth, and chains over other formulas. */
function formulaAt(index: number): string {
  const [a, b] = [`typed${(index * 3 + 1) % typedCount}`, `typed${(index * 5 + 2) % typedCount}`];
  switch (index % 5) {
    case 0:
      return `sum(${changedId}, ${a}, ${b})`;
    case 1:
      return `rate(${changedId}, formula${index - 1})`;
    case 2:
      return `growth(${changedId})`;
    case 3:
      return `(formula${index - 3} - ${b}) * 2 / ${a}`;
    default:
      return `points(formula${index - 3}, formula${index - 2})`;
  }
}

function tables() {
  const typed = Array.from({ length: typedCount }, (_, index) => indicator(`typed${index}`, null));
  const formulas = Array.from({ length: formulaCount }, (_, index) =>
    indicator(`formula${index}`, formulaAt(index)),
  );
  const observations = typed.flatMap(({ id }, index) =>
    years.map((year) => observation(id, year, String(10 + ((index * 7 + year) % 90)))),
  );
  return { indicators: [...typed, ...formulas], observations };
}

export async function numberTimings(): Promise<Timing[]> {
  const { indicators, observations } = tables();
  const calculated = indicators.filter(({ formula }) => formula !== null);
  let book = createNumberBook({ indicators, observations });
  const readAll = () => {
    for (const { id } of calculated) for (const year of years) book.cell(id, year);
  };
  readAll();
  let value = 0;
  const edit = await measure(
    '300 indicators × 10 years, 60 formulas: one cell changed, all that depends on it computed',
    { runs: 200, warmUps: 50, goal: 'under 2 ms' },
    () => {
      value += 1;
      book = book.replace([observation(changedId, 2023, String(value))]);
      readAll();
    },
  );
  const opening = await measure(
    '300 indicators × 10 years, 60 formulas: book made and all computed',
    { runs: 50, warmUps: 10 },
    () => {
      book = createNumberBook({ indicators, observations });
      readAll();
    },
  );
  return [edit, opening];
}
