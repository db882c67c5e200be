import { beforeEach, describe, expect, it } from 'vitest';
import { reportSession } from '../../../../src/renderer/app/report-session.ts';
import type { BesideNumbers } from '../../../../src/renderer/app/session/number-actions.ts';
import { actOnCells, dropRejected, typeTexts } from '../../../../src/renderer/features/data/number-acts.ts';
import { rejectedStore } from '../../../../src/renderer/features/data/rejected-store.ts';
import type { Observation } from '../../../../src/shared/domain/model.ts';
import { done } from '../../../../src/shared/errors.ts';
import { bookOf, number, screened, settled, year } from './tables.ts';

/** The cells that reached the session, and what was recorded to be taken back, in order. */
let steps: Observation[][] = [];
let recorded: BesideNumbers[] = [];

beforeEach(() => {
  steps = [];
  recorded = [];
  rejectedStore.setState({ all: [] });
  const observations = [number('screened', year, '46')];
  reportSession.setState({
    book: bookOf(observations),
    setObservations: async (changed, beside) => {
      if (changed.length > 0) steps.push(changed);
      if (beside) recorded.push(beside);
      return done(null);
    },
    recordStep(step) {
      recorded.push(step);
      return () => false;
    },
  });
});

const rejectedNow = () => rejectedStore.getState().all.map(({ indicatorId, text }) => [indicatorId, text]);

describe('acts on the number tables', () => {
  it('are one step each, however many cells', () => {
    typeTexts([
      { indicator: screened, year, text: '58' },
      { indicator: settled, year, text: '56' },
    ]);
    expect(steps).toEqual([[number('screened', year, '58'), number('settled', year, '56')]]);
  });

  it('keep a rejected text visible and write nothing for it; it can be taken back and brought back', () => {
    typeTexts([{ indicator: screened, year, text: '很多' }]);
    expect([steps, rejectedNow()]).toEqual([[], [['screened', '很多']]]);
    recorded[0]?.undo();
    expect(rejectedNow()).toEqual([]);
    recorded[0]?.redo();
    expect(rejectedNow()).toEqual([['screened', '很多']]);
  });

  it('record the rejected texts of a paste together with its numbers', () => {
    typeTexts([
      { indicator: screened, year, text: '58' },
      { indicator: settled, year, text: '很多' },
    ]);
    expect([steps.length, recorded.length]).toEqual([1, 1]);
    recorded[0]?.undo();
    expect(rejectedNow()).toEqual([]);
  });

  it('take back no rejected text of another cell', () => {
    typeTexts([{ indicator: screened, year, text: '很多' }]);
    typeTexts([{ indicator: settled, year, text: '不少' }]);
    recorded[0]?.undo();
    expect(rejectedNow()).toEqual([['settled', '不少']]);
  });

  it('forget a rejected text once its cell is corrected, cleared or dropped', () => {
    for (const correct of [
      () => typeTexts([{ indicator: screened, year, text: '46' }]),
      () => actOnCells('clear', [{ indicator: screened, year }]),
      () => dropRejected({ indicator: screened, year }),
    ]) {
      typeTexts([{ indicator: screened, year, text: '很多' }]);
      correct();
      expect(rejectedNow()).toEqual([]);
    }
  });
});
