import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesOfAction,
  changesOfRemarks,
  changesOfTexts,
} from '../../../../src/renderer/features/data/cell-changes.ts';
import { exactEntryText } from '../../../../src/shared/domain/cell-input.ts';
import { bookOf, lectures, number, screened, settled, year } from './tables.ts';

const cell = (indicator: typeof screened, ofYear = year) => ({ indicator, year: ofYear });

describe('changesOfTexts', () => {
  it('takes what is a number and reports the rest, losing neither', () => {
    const book = bookOf([number('screened', year, '46', { source: '填报表', note: '口径', evidence: '' })]);
    const changes = changesOfTexts(book, [
      { ...cell(screened), text: '1,358' },
      { ...cell(settled), text: '许多' },
      { ...cell(lectures), text: '不适用' },
    ]);
    expect(changes.observations).toEqual([
      number('screened', year, '1358', { source: '填报表', note: '口径', evidence: '' }),
      { ...number('lectures', year, '0'), entry: { kind: 'notApplicable' } },
    ]);
    expect(changes.rejected).toEqual([
      {
        indicatorId: 'settled',
        year,
        text: '许多',
        failure: {
          code: 'observation.notNumber',
          parameters: { text: '许多', name: '化解纠纷', unit: '件' },
        },
      },
    ]);
  });

  it('tells zero, empty and not applicable apart', () => {
    const book = bookOf([number('screened', year, '46')]);
    const entryOf = (text: string) =>
      changesOfTexts(book, [{ ...cell(screened), text }]).observations[0]?.entry;
    expect(entryOf('0')).toEqual({ kind: 'number', value: '0' });
    expect(entryOf('')).toEqual({ kind: 'empty' });
    expect(entryOf('不适用')).toEqual({ kind: 'notApplicable' });
  });

  it('is no step of undo when the cell stays as it is', () => {
    const book = bookOf([number('screened', year, '46')]);
    expect(changesOfTexts(book, [{ ...cell(screened), text: '46' }]).observations).toEqual([]);
  });

  it('confirms a number carried over that is typed again', () => {
    const book = bookOf([number('screened', year, '46', { state: 'carried' })]);
    const [change] = changesOfTexts(book, [{ ...cell(screened), text: '46' }]).observations;
    expect(change?.state).toBe('confirmed');
  });

  it('reads back the text that F2 opens as the same entry', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        const observation = number('screened', year, String(value));
        const text = exactEntryText(observation.entry, screened, '不适用');
        const changes = changesOfTexts(bookOf([observation]), [{ ...cell(screened), text }]);
        expect(changes).toEqual({ observations: [], rejected: [] });
      }),
    );
  });
});

describe('changesOfAction', () => {
  const lastYear = [
    number('screened', year - 1, '46', { source: '去年填报表' }),
    { ...number('lectures', year - 1, '0'), entry: { kind: 'notApplicable' } as const },
  ];

  it('carries over last year, marked as such, zero and not applicable included', () => {
    const book = bookOf([...lastYear, number('settled', year - 1, '0')]);
    const changes = changesOfAction(book, 'carry', [cell(screened), cell(settled), cell(lectures)]);
    expect(changes.observations.map(({ entry, state }) => [entry, state])).toEqual([
      [{ kind: 'number', value: '46' }, 'carried'],
      [{ kind: 'number', value: '0' }, 'carried'],
      [{ kind: 'notApplicable' }, 'carried'],
    ]);
  });

  it('leaves filled cells of a block alone, but replaces the one cell that was asked for', () => {
    const book = bookOf([...lastYear, number('screened', year, '58', { source: '今年填报表' })]);
    expect(changesOfAction(book, 'carry', [cell(screened), cell(settled)])).toEqual({
      observations: [],
      keptFilled: 1,
      nothingToCarry: 1,
    });
    expect(changesOfAction(book, 'carry', [cell(screened)]).observations).toEqual([
      number('screened', year, '46', { state: 'carried', source: '去年填报表' }),
    ]);
  });

  it('confirms only what was carried over', () => {
    const book = bookOf([
      number('screened', year, '46', { state: 'carried' }),
      number('settled', year, '44'),
    ]);
    const changes = changesOfAction(book, 'confirm', [cell(screened), cell(settled), cell(lectures)]);
    expect(changes.observations).toEqual([number('screened', year, '46')]);
  });

  it('clears to empty, not to zero, and only what holds something', () => {
    const book = bookOf([number('screened', year, '46', { source: '填报表' })]);
    const changes = changesOfAction(book, 'clear', [cell(screened), cell(settled)]);
    expect(changes.observations).toEqual([
      { ...number('screened', year, '0', { source: '填报表' }), entry: { kind: 'empty' } },
    ]);
  });
});

describe('changesOfRemarks', () => {
  it('keeps the number and its state', () => {
    const carried = number('screened', year, '46', { state: 'carried' });
    const remarks = { source: '综治中心', note: '含联合排查', evidence: '' };
    expect(changesOfRemarks(bookOf([carried]), cell(screened), remarks)).toEqual([
      { ...carried, ...remarks },
    ]);
    expect(
      changesOfRemarks(bookOf([carried]), cell(screened), { source: '', note: '', evidence: '' }),
    ).toEqual([]);
  });
});
