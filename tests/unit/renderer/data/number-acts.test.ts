import { beforeEach, describe, expect, it } from 'vitest';
import { reportSession } from '../../../../src/renderer/app/report-session.ts';
import {
  actOnCells,
  dropRejected,
  typeTexts,
  undoAct,
} from '../../../../src/renderer/features/data/number-acts.ts';
import { rejectedStore } from '../../../../src/renderer/features/data/rejected-store.ts';
import type { Observation } from '../../../../src/shared/domain/model.ts';
import { done } from '../../../../src/shared/errors.ts';
import { bookOf, number, screened, settled, year } from './tables.ts';

/** What reached the session, in order. */
let steps: (Observation[] | 'undo')[] = [];

beforeEach(() => {
  steps = [];
  rejectedStore.setState({ all: [], latest: null });
  const observations = [number('screened', year, '46')];
  reportSession.setState({
    book: bookOf(observations),
    setObservations: async (changed) => {
      steps.push(changed);
      return done(null);
    },
    undoNumbers: async () => {
      steps.push('undo');
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

  it('keep a rejected text visible, write nothing for it, and take it back first', () => {
    typeTexts([{ indicator: screened, year, text: '很多' }]);
    expect([steps, rejectedNow()]).toEqual([[], [['screened', '很多']]]);
    undoAct();
    expect([steps, rejectedNow()]).toEqual([[], []]);
    undoAct();
    expect(steps).toEqual(['undo']);
  });

  it('take back a paste that was partly rejected in one go', () => {
    typeTexts([
      { indicator: screened, year, text: '58' },
      { indicator: settled, year, text: '很多' },
    ]);
    undoAct();
    expect([steps.at(-1), rejectedNow()]).toEqual(['undo', []]);
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
