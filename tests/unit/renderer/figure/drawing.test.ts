import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import {
  createShowFigure,
  figureAsText,
} from '../../../../src/renderer/features/figure/figure-view-model.ts';
import {
  figureForChapter,
  mostLines,
  trendGroups,
} from '../../../../src/renderer/features/figure/new-figure.ts';
import { chartSvg } from '../../../../src/shared/chart/chart-engine.ts';
import { chartOption } from '../../../../src/shared/chart/chart-option.ts';
import { figureChart } from '../../../../src/shared/domain/figure-chart.ts';
import { figureContent } from '../../../../src/shared/domain/figure-content.ts';
import { labelPlaces } from '../../../../src/shared/domain/figure-label-places.ts';
import type { Indicator } from '../../../../src/shared/domain/model.ts';
import { columns, figureBook, figureChapters, lines, table } from '../../main/core/export/figure-report.ts';
import { binding, body, paragraph } from '../write/fixtures.ts';

const book = figureBook();
const frame = { width: 584, height: 379, fontFamily: "'Noto Sans SC', sans-serif", textSize: 13 };

function drawn(figure: typeof table): { texts: string[]; colours: Set<string>; errors: string[] } {
  const chart = figureChart(figureContent(figure, 2024, book));
  const svg = chartSvg(chartOption(chart, frame), frame);
  const errors: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => errors.push(message));
  parser.write(svg).close();
  return {
    texts: [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text),
    colours: new Set([...svg.matchAll(/fill="(#\w{6})"/g)].map(([, colour = '']) => colour)),
    errors,
  };
}

describe('a chart as an image', () => {
  it('is well-formed, with the indicators’ own digits and this year in 公文红', () => {
    const { texts, colours, errors } = drawn({ ...columns, indicatorIds: ['rate'] });
    expect(errors).toEqual([]);
    expect(texts).toEqual(expect.arrayContaining(['95.1', '94.7', '96.0', '96.6', '2024年', '%']));
    expect(colours).toContain('#b3312a'.toUpperCase());
  });

  it('names its series and both units', () => {
    const { texts } = drawn(lines);
    expect(texts).toEqual(
      expect.arrayContaining(['排查矛盾 &amp; 纠纷', '化解矛盾纠纷', '矛盾纠纷化解率', '件', '%']),
    );
  });

  it('draws nothing where there is no number', () => {
    const { texts } = drawn({ ...columns, indicatorIds: ['spent'] });
    expect(texts).toContain('3.50');
    expect(texts.filter((text) => text === '0.00')).toEqual([]);
  });
});

describe('labelPlaces', () => {
  const chart = (values: string[]) => ({
    ...figureChart(figureContent({ ...columns, form: 'line', years: 1 }, 2024, book)),
    series: values.map((value, index) => ({
      indicatorId: String(index),
      name: '',
      unit: '件',
      form: 'line' as const,
      axis: 0,
      values: [value],
    })),
  });

  it.each([
    ['far apart', ['100', '10'], ['top', 'top']],
    ['one close below another', ['100', '92', '10'], ['top', 'bottom', 'top']],
    ['three of a heap', ['100', '97', '94', '10'], ['top', 'right', 'bottom', 'top']],
    ['all the same', ['100', '100', '100'], ['top', 'bottom', 'right']],
  ])('%s', (_what, values, places) => {
    expect(labelPlaces(chart(values), 150, 13).flat()).toEqual(places);
  });
});

describe('createShowFigure', () => {
  it('gives label, title and numbers, and the same as text for another program', () => {
    const show = createShowFigure(2024, book, figureChapters());
    expect(show(lines).caption).toBe('图2　化解数量与化解率');
    const text = figureAsText(show({ ...table, indicatorIds: ['screened'], years: 2 }));
    expect(text).toBe('表1　矛盾纠纷化解情况\n指标\t单位\t2023年\t2024年\n排查矛盾 & 纠纷\t件\t50\t58');
    expect(show({ ...table, id: 'not saved yet' }).caption).toBe('表　矛盾纠纷化解情况');
  });
});

describe('proposals', () => {
  const indicator = (id: string, unit: string, rest: Partial<Indicator> = {}): Indicator => ({
    id,
    name: id,
    unit,
    kind: 'count',
    precision: 0,
    topicId: 't1',
    officeId: null,
    formula: null,
    retiredAfter: null,
    footing: false,
    ...rest,
  });
  const indicators = [
    indicator('甲', '件'),
    indicator('人', '人'),
    indicator('乙', '件'),
    indicator('日', '', { kind: 'date' }),
    indicator('外', '件', { topicId: 't2' }),
  ];
  const newId = () => 'new';

  it('takes the numbers that the chapter uses, in the order of the tables', () => {
    const chapter = {
      heading: '化解纠纷',
      body: body(paragraph(['', binding('1', '外'), binding('2', '甲')].slice(1))),
    };
    expect(figureForChapter('table', chapter, indicators, newId)).toMatchObject({
      title: '化解纠纷情况',
      indicatorIds: ['甲', '外'],
    });
  });

  it('without any takes a topic’s, for a chart those of its commonest unit, and no days', () => {
    const chapter = { heading: '', body: body(paragraph([])) };
    expect(figureForChapter('table', chapter, indicators, newId)?.indicatorIds).toEqual([
      '甲',
      '人',
      '乙',
      '日',
    ]);
    expect(figureForChapter('line', chapter, indicators, newId)?.indicatorIds).toEqual(['甲', '乙']);
    expect(figureForChapter('line', chapter, [], newId)).toBeNull();
  });

  it('groups a topic by unit, with no more lines than can be told apart', () => {
    const many = Array.from({ length: mostLines + 1 }, (_, index) => indicator(`件${index}`, '件'));
    const groups = trendGroups([
      ...many,
      indicator('率', '', { kind: 'rate' }),
      indicators[3] ?? indicator('', ''),
    ]);
    expect(groups.map(({ unit, part, indicatorIds }) => [unit, part, indicatorIds.length])).toEqual([
      ['件', 1, mostLines],
      ['件', 2, 1],
      ['%', 0, 1],
    ]);
  });
});
