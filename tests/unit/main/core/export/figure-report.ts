/** A report of a fictional town with a table, a chart of one indicator and a chart of two units. */
import type { FigureAttributes } from '../../../../../src/shared/domain/figure.ts';
import type { Chapter, Indicator, Observation } from '../../../../../src/shared/domain/model.ts';
import { createNumberBook, type NumberBook } from '../../../../../src/shared/domain/number-book.ts';
import { body, chapter, paragraph, text } from './trial-report.ts';

export const sentence = '干部轮流到村里坐班听取群众意见把能办的事情当场办结把不能办的原因讲明白';

function indicator(id: string, name: string, rest: Partial<Indicator> = {}): Indicator {
  return {
    id,
    name,
    unit: '件',
    kind: 'count',
    precision: 0,
    topicId: 't',
    officeId: null,
    formula: null,
    retiredAfter: null,
    footing: false,
    ...rest,
  };
}

const indicators = [
  indicator('screened', '排查矛盾 & 纠纷'),
  indicator('settled', '化解矛盾纠纷'),
  indicator('rate', '矛盾纠纷化解率', { kind: 'rate', unit: '', precision: 1 }),
  indicator('spent', '人民调解员以案定补经费支出', { kind: 'amount', unit: '万元', precision: 2 }),
  indicator('hotline', '热线办件'),
];

const numbers: Record<string, (string | null)[]> = {
  screened: ['61', '57', '50', '58'],
  settled: ['58', '54', '48', '56'],
  rate: ['95.08', '94.74', '96', '96.55'],
  // Two years nobody kept it, one not applicable.
  spent: [null, null, 'notApplicable', '3.5'],
  hotline: ['120', '0', '131', '140'],
};

function observations(changes: Record<string, (string | null)[]>, states: Partial<Record<string, string>>) {
  return Object.entries({ ...numbers, ...changes }).flatMap(([indicatorId, values]) =>
    values.flatMap((value, index): Observation[] => {
      if (value === null) return [];
      const year = 2021 + index;
      return [
        {
          indicatorId,
          year,
          entry: value === 'notApplicable' ? { kind: 'notApplicable' } : { kind: 'number', value },
          state: states[`${indicatorId} ${year}`] === 'carried' ? 'carried' : 'confirmed',
          source: '',
          note: '',
          evidence: '',
        },
      ];
    }),
  );
}

/** Everything confirmed, but for what `changes` and `states` («hotline 2024») say. */
export function figureBook(
  changes: Record<string, (string | null)[]> = {},
  states: Partial<Record<string, string>> = {},
): NumberBook {
  return createNumberBook({ indicators, observations: observations(changes, states) });
}

export const table: FigureAttributes = {
  id: 'figure-table',
  form: 'table',
  title: '矛盾纠纷化解情况',
  indicatorIds: ['screened', 'settled', 'rate', 'spent', 'hotline'],
  years: 4,
};

export const columns: FigureAttributes = {
  id: 'figure-columns',
  form: 'column',
  title: '排查矛盾纠纷数量',
  indicatorIds: ['screened'],
  years: 4,
};

export const lines: FigureAttributes = {
  id: 'figure-lines',
  form: 'column',
  title: '化解数量与化解率',
  indicatorIds: ['screened', 'settled', 'rate', 'spent'],
  years: 4,
};

export function figureParagraph(attrs: FigureAttributes) {
  return paragraph([{ type: 'figure', attrs }]);
}

/** `length` characters of text in one paragraph. */
export function prose(length: number) {
  return paragraph([text(sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length))]);
}

export function figureChapters(figures: readonly FigureAttributes[] = [table, columns, lines]): Chapter[] {
  return [
    chapter('results', '工作成效', {
      body: body(prose(120), ...figures.flatMap((figure) => [figureParagraph(figure), prose(300)])),
    }),
  ];
}
