import { describe, expect, it } from 'vitest';
import { renderBinding } from '../../../../../src/shared/domain/binding-text.ts';
import { paragraphText } from '../../../../../src/shared/domain/document.ts';
import type { Observation } from '../../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../../src/shared/domain/number-book.ts';
import type { AcceptedQuantity, QuantityProposal } from '../../../../../src/shared/domain/proposal.ts';
import { acceptQuantities } from '../../../../../src/shared/domain/propose/accept-quantities.ts';
import {
  chapterOf,
  indicators,
  literalSampleReport,
  observed,
  proposalsFor,
  year,
} from './literal-report.ts';

function acceptedFrom(proposals: readonly QuantityProposal[]): AcceptedQuantity[] {
  return proposals.flatMap(({ chapterId, paragraph, start, end, text, indicatorId, format }) =>
    indicatorId === null || format === null
      ? []
      : [{ chapterId, paragraph, start, end, text, indicatorId, format }],
  );
}

function accept(texts: readonly string[], observations: Observation[], accepted?: AcceptedQuantity[]) {
  const chapters = [chapterOf(texts, 'disputes')];
  const book = createNumberBook({ indicators, observations });
  let ids = 0;
  const acceptance = acceptQuantities({
    chapters,
    accepted: accepted ?? acceptedFrom(proposalsFor(chapters, observations)),
    book,
    year,
    newId: () => {
      ids += 1;
      return `binding-${ids}`;
    },
  });
  if (acceptance === null) return null;
  const after = book.replace(acceptance.observations);
  const body = acceptance.bodies.get('chapter');
  const read = body?.content.map((paragraph) =>
    paragraphText(paragraph, (binding) => renderBinding(binding, year, after).text),
  );
  return { ...acceptance, read };
}

const screened: AcceptedQuantity = {
  chapterId: 'chapter',
  paragraph: 0,
  start: 6,
  end: 9,
  text: '50件',
  indicatorId: 'disputes.screened',
  format: { style: 'plain', unit: true },
};
const sentence = '排查矛盾纠纷50件，化解48件，化解率96.0%。';

describe('what is accepted', () => {
  it('reads on unchanged, and its values stand in the table', () => {
    const result = accept([sentence], []);
    expect(result?.read).toEqual([sentence]);
    expect(result?.bound).toHaveLength(3);
    expect(
      result?.observations.map(({ indicatorId, entry, source, note }) => [indicatorId, entry, source, note]),
    ).toEqual([
      ['disputes.screened', { kind: 'number', value: '50' }, '2023年度报告', ''],
      ['disputes.resolved', { kind: 'number', value: '48' }, '2023年度报告', ''],
    ]);
  });

  it('the whole sample report, everything that is proposed and exact', () => {
    const { chapters } = literalSampleReport();
    const book = createNumberBook({ indicators, observations: [] });
    const safe = proposalsFor(chapters).filter((proposal) => proposal.safe);
    const result = acceptQuantities({
      chapters,
      accepted: acceptedFrom(safe),
      book,
      year,
      newId: () => 'id',
    });
    expect(result?.bound).toHaveLength(safe.length);
    const after = book.replace(result?.observations ?? []);
    for (const { id, body } of chapters) {
      const read = (result?.bodies.get(id) ?? body).content.map((paragraph) =>
        paragraphText(paragraph, (binding) => renderBinding(binding, year, after).text),
      );
      expect(read).toEqual(body.content.map((paragraph) => paragraphText(paragraph, () => '')));
    }
  });

  it('an approximate number leaves its original words in the note', () => {
    const result = accept(['接待法律咨询950余人次。'], []);
    expect(result?.observations[0]).toMatchObject({
      entry: { kind: 'number', value: '950' },
      note: '原文为“950余人次”',
    });
    expect(result?.read).toEqual(['接待法律咨询950人次。']);
  });

  it('the exact number in the table is kept, and 余 with it', () => {
    const result = accept(['接待法律咨询950余人次。'], [observed('legalService.consultations', year, '953')]);
    expect(result).toMatchObject({ observations: [], read: ['接待法律咨询950余人次。'] });
    expect(result?.bound).toHaveLength(1);
  });
});

describe('what is not', () => {
  it.each<[string, Observation]>([
    ['another number', observed('disputes.screened', year, '54')],
    ['not applicable', { ...observed('disputes.screened', year, '0'), entry: { kind: 'notApplicable' } }],
  ])('a cell that holds %s is kept, the place stays literal', (_, cell) => {
    const result = accept([sentence], [cell], [screened]);
    expect(result).toMatchObject({ observations: [], bound: [] });
    expect(result?.bodies.size).toBe(0);
  });

  it('a rate that would read differently, a format that would', () => {
    const rate = { ...screened, start: 19, end: 24, text: '96.0%', indicatorId: 'disputes.resolutionRate' };
    expect(accept([sentence], [], [rate])?.bound).toEqual([]);
    const money = { ...screened, text: '1.83万元', start: 4, end: 10, indicatorId: 'enforcement.fines' };
    const rounded = { ...money, format: { style: 'integer', unit: true } as const };
    expect(accept(['罚没金额1.83万元。'], [], [money])?.bound).toHaveLength(1);
    expect(accept(['罚没金额1.83万元。'], [], [rounded])?.bound).toEqual([]);
  });

  it.each<[string, Partial<AcceptedQuantity>[]]>([
    ['another text at the place', [{ text: '51件' }]],
    ['no such paragraph', [{ paragraph: 7 }]],
    ['no such chapter', [{ chapterId: 'gone' }]],
    ['no quantity there', [{ start: 0, end: 4, text: '排查矛盾' }]],
    ['an unknown indicator', [{ indicatorId: 'no.such' }]],
    ['the same place twice', [{}, {}]],
  ])('nothing at all: %s', (_, wishes) => {
    expect(
      accept(
        [sentence],
        [],
        wishes.map((wish) => ({ ...screened, ...wish })),
      ),
    ).toBeNull();
  });
});
