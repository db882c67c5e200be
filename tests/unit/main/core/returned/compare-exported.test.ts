/** Real exports, edited in their XML as a word processor would, laid against the report. */
import { describe, expect, test } from 'vitest';
import type { ReportContent } from '../../../../../src/shared/contract.ts';
import { bindingsOf } from '../../../../../src/shared/domain/document.ts';
import { applyReturned } from '../../../../../src/shared/domain/returned/apply-returned.ts';
import type {
  NumberDecision,
  ReturnedComparison,
} from '../../../../../src/shared/domain/returned/returned-change.ts';
import { figureBook, table } from '../export/figure-report.ts';
import {
  binding,
  body,
  chapter,
  paragraph,
  resolvedChapters,
  text,
  trialBook,
  trialContent,
} from '../export/trial-report.ts';
import { compared, edited, exported } from './returned-fixture.ts';

const content = trialContent(resolvedChapters);
const book = trialBook();

async function leaderEdits(edit: (xml: string) => string): Promise<ReturnedComparison> {
  return compared(edited(await exported(content, book), edit), content, book);
}

const replace =
  (...pairs: [string, string][]) =>
  (xml: string) =>
    pairs.reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    }, xml);

/** The paragraph of the XML that holds these words. */
function paragraphWith(xml: string, words: string): string {
  const found = xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)?.find((one) => one.includes(words));
  if (found === undefined) throw new Error(`no paragraph has ${words}`);
  return found;
}

function applied(
  comparison: ReturnedComparison,
  numbers: Record<string, NumberDecision> = {},
  of: ReportContent = content,
) {
  let ids = 0;
  return applyReturned({
    comparison,
    taken: new Set(comparison.changes.map(({ key }) => key)),
    numbers: new Map(Object.entries(numbers)),
    chapters: of.chapters,
    book,
    source: '领导修改稿',
    table: () => '58件',
    newId: () => {
      ids += 1;
      return `new-${ids}`;
    },
  });
}

const brief = ({ changes }: ReturnedComparison) =>
  changes.map(({ kind, before, after: now, refusal }) => [kind, before, now, refusal]);

describe('compareReturned on exports', () => {
  test.each(['plain', 'formal'] as const)(
    'an untouched export in look %s differs in nothing',
    async (look) => {
      const { changes, numbers } = compared(await exported(content, book, look), content, book, look);
      expect({ changes, numbers }).toEqual({ changes: [], numbers: [] });
    },
  );

  test('renumbered headings are no change, a reworded one is', async () => {
    expect(
      brief(await leaderEdits(replace(['一、工作成效', '二、工作成效'], ['（一）化解', '（三）化解']))),
    ).toEqual([]);
    const comparison = await leaderEdits(replace(['一、工作成效', '一、主要成效']));
    expect(brief(comparison)).toEqual([['changed', '一、工作成效', '一、主要成效', null]]);
    expect(applied(comparison).chapters).toMatchObject([{ id: 'results', heading: '主要成效' }]);
  });

  test('a run-in heading and its paragraph are told apart', async () => {
    const comparison = await leaderEdits(
      replace(['（二）便民服务。', '（二）便民利民。'], ['窗口午间不休息。', '窗口全天不休息。']),
    );
    const [changed] = applied(comparison).chapters;
    expect(changed?.heading).toBe('便民利民');
    expect(changed?.body.content[0]?.content).toEqual([text('窗口全天不休息。')]);
  });

  test('title, addressee, signature and date go into the report’s data', async () => {
    const comparison = await leaderEdits(
      replace(
        ['年度法治政府建设情况的报告', '年法治政府建设工作的报告'],
        ['临川县人民政府：', '中共临川县委、县人民政府：'],
        ['2025年2月5日', '2025年2月8日'],
      ),
    );
    expect(applied(comparison).report).toEqual({
      title: '松岭镇人民政府关于2024年法治政府建设工作的报告',
      addressee: '中共临川县委、县人民政府',
      issuedOn: '2025-02-08',
    });
  });

  test('paragraphs put in, struck out and moved', async () => {
    const comparison = await leaderEdits((xml) => {
      const struck = paragraphWith(xml, '每村一名。');
      const moved = paragraphWith(xml, '老人由代办员上门办理。');
      const put = struck.replace('每村一名。', '另设流动服务车。');
      const ending = paragraphWith(xml, '特此报告。');
      return xml
        .replace(struck, '')
        .replace(moved, put)
        .replace(ending, moved + ending);
    });
    expect(brief(comparison).map(([kind]) => kind)).toEqual(
      expect.arrayContaining(['moved', 'added', 'removed']),
    );
    const { chapters } = applied(comparison);
    const textOf = (id: string) =>
      chapters
        .find((one) => one.id === id)
        ?.body.content.map(({ content: nodes = [] }) =>
          nodes.map((node) => (node.type === 'text' ? node.text : '')).join(''),
        );
    expect(textOf('service')).toEqual(['窗口午间不休息。', '另设流动服务车。']);
    // Between two chapters it stands at the end of the first.
    expect(textOf('staff')).toEqual(['老人由代办员上门办理。']);
    expect(textOf('ending')).toBeUndefined();
  });

  test('a number in its control: table, override, or nothing', async () => {
    const comparison = await leaderEdits(replace(['>58件<', '>60件<']));
    expect(comparison.changes).toMatchObject([{ words: false, act: null }]);
    expect(comparison.numbers).toMatchObject([
      { indicatorName: '排查纠纷数', table: '58件', file: '60件', value: '60', overridable: true },
    ]);
    expect(applied(comparison, { n0: 'table' })).toMatchObject({
      chapters: [],
      observations: [{ indicatorId: 'screened', year: 2024, entry: { kind: 'number', value: '60' } }],
    });
    const [overridden] = applied(comparison, { n0: 'override' }).chapters;
    expect(overridden === undefined ? [] : bindingsOf(overridden.body)).toMatchObject([
      { id: 'place-screened', override: { text: '60件', reason: '领导修改', instead: '58件' } },
    ]);
    expect(applied(comparison)).toMatchObject({ chapters: [], observations: [] });
  });

  test('a copied control is the same number at a place of its own', async () => {
    const comparison = await leaderEdits((xml) => {
      const original = paragraphWith(xml, '全年排查');
      return xml.replace(original, original + original.replace('全年排查', '也就是说，共'));
    });
    const [changed] = applied(comparison).chapters;
    const places = changed === undefined ? [] : bindingsOf(changed.body);
    expect(places.map(({ id, indicatorId }) => [id, indicatorId])).toEqual([
      ['place-screened', 'screened'],
      ['new-1', 'screened'],
    ]);
  });

  test('a number whose control is gone is told; emptied, the place goes', async () => {
    const comparison = await leaderEdits((xml) =>
      xml.replace(
        /<w:bookmarkStart[^>]*name="_xb[^>]*>.*?<w:bookmarkEnd[^>]*>/s,
        '<w:r><w:t>六十来件</w:t></w:r>',
      ),
    );
    expect(comparison.changes).toMatchObject([{ lost: [{ indicatorName: '排查纠纷数', shown: '58件' }] }]);
    expect((await leaderEdits(replace(['>58件<', '><']))).changes).toMatchObject([
      { after: '全年排查，逐件登记。', lost: [{ bindingId: 'place-screened' }] },
    ]);
  });

  test('what the report itself changed since the export is told, and not taken for the leader’s', async () => {
    const bytes = edited(
      await exported(content, book),
      replace(['逐件登记。', '逐件建档。'], ['每村一名。', '每村两名。']),
    );
    const now = trialContent(
      resolvedChapters.map((one) => {
        if (one.id === 'disputes') {
          return {
            ...one,
            body: body(paragraph([text('全年共排查'), binding('screened'), text('，逐件登记。')])),
          };
        }
        return one.id === 'ending' ? { ...one, body: body(paragraph([text('以上报告，请审阅。')])) } : one;
      }),
    );
    const comparison = compared(bytes, now, book, 'plain', { content, book });
    expect(comparison.changes.map(({ before, after: file, now: here }) => [before, file, here])).toEqual([
      ['全年排查58件，逐件登记。', '全年排查58件，逐件建档。', '全年共排查58件，逐件登记。'],
      ['每村一名。', '每村两名。', null],
    ]);
  });

  test('what was taken in before is no change any more', async () => {
    const bytes = edited(await exported(content, book), replace(['逐件登记。', '逐件建档。']));
    const [chapterNow] = applied(compared(bytes, content, book)).chapters;
    const now = trialContent(resolvedChapters.map((one) => (one.id === chapterNow?.id ? chapterNow : one)));
    expect(compared(bytes, now, book, 'plain', { content, book }).changes).toEqual([]);
  });
});

describe('tables', () => {
  const figures = figureBook();
  const report = trialContent([
    chapter('a', '成效', {
      body: body(paragraph([text('见下表。')]), {
        type: 'paragraph',
        attrs: { carriedFrom: null },
        content: [{ type: 'figure', attrs: table }],
      }),
    }),
  ]);

  test('a changed cell is a number to be decided, changed words are told', async () => {
    const bytes = await exported(report, figures);
    expect(compared(bytes, report, figures).numbers).toEqual([]);
    const comparison = compared(
      edited(bytes, replace(['>140<', '>141<'], ['>热线办件<', '>热线来件<'])),
      report,
      figures,
    );
    expect(comparison.numbers).toMatchObject([
      { indicatorId: 'hotline', year: 2024, table: '140', file: '141', value: '141', overridable: false },
    ]);
    expect(comparison.changes).toMatchObject([{ role: 'table', refusal: 'figure' }]);
  });
});
