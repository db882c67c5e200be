import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Condition,
  type ConditionTest,
  conditionTests,
} from '../../../../src/shared/domain/condition.ts';
import {
  comparesWithLimit,
  comparesYears,
  conditionHolds,
  conditionState,
} from '../../../../src/shared/domain/condition-holds.ts';
import type { Entry, Indicator, Observation } from '../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../src/shared/domain/number-book.ts';

const indicator: Indicator = {
  id: 'cases',
  name: '调解案件',
  unit: '件',
  kind: 'count',
  precision: 0,
  topicId: 't',
  officeId: null,
  formula: null,
  retiredAfter: null,
  footing: false,
};

/** «58», «-» for not applicable, «» for empty. */
function entryOf(text: string): Entry {
  if (text === '') return { kind: 'empty' };
  return text === '-' ? { kind: 'notApplicable' } : { kind: 'number', value: text };
}

function observation(year: number, text: string, state: Observation['state'] = 'confirmed'): Observation {
  return {
    indicatorId: indicator.id,
    year,
    entry: entryOf(text),
    state,
    source: '',
    note: '',
    evidence: '',
  };
}

function bookOf(now: string, before = '', state: Observation['state'] = 'confirmed') {
  return createNumberBook({
    indicators: [indicator],
    observations: [observation(2024, now, state), observation(2023, before)],
  });
}

function condition(test: ConditionTest, limit: string | null = null, yearOffset = 0): Condition {
  return { id: 'c', indicatorId: indicator.id, yearOffset, test, limit };
}

describe('conditionHolds', () => {
  it.each([
    // test, limit, this year, last year, what is printed
    ['nonZero', null, '3', '', 'shown'],
    ['nonZero', null, '0', '', 'hidden'],
    ['nonZero', null, '-0.00', '', 'hidden'],
    ['nonZero', null, '', '5', 'missing'],
    ['nonZero', null, '-', '', 'hidden'],
    ['zero', null, '0.0', '', 'shown'],
    ['zero', null, '0.01', '', 'hidden'],
    ['zero', null, '', '', 'missing'],
    ['zero', null, '-', '', 'hidden'],
    ['increased', null, '58', '50', 'shown'],
    ['increased', null, '50', '50', 'hidden'],
    ['increased', null, '50.0', '50', 'hidden'],
    ['increased', null, '58', '', 'missing'],
    ['increased', null, '58', '-', 'hidden'],
    ['decreased', null, '49.9', '50', 'shown'],
    ['unchanged', null, '50.00', '50', 'shown'],
    ['unchanged', null, '51', '50', 'hidden'],
    ['above', '100', '100', '', 'hidden'],
    ['above', '100', '100.1', '', 'shown'],
    ['atLeast', '100', '100', '', 'shown'],
    ['below', '100', '99.999', '', 'shown'],
    ['below', '100', '100', '', 'hidden'],
    ['atMost', '100', '100.0', '', 'shown'],
    ['atMost', '-1', '0', '', 'hidden'],
    ['above', null, '100', '', 'missing'],
    // Larger than a binary float can tell apart.
    ['above', '9007199254740992', '9007199254740993', '', 'shown'],
  ] as const)('%s %s of %s after %s: %s', (test, limit, now, before, shown) => {
    expect(conditionHolds(condition(test, limit), 2024, bookOf(now, before))).toBe(shown);
  });

  it('asks the year that is meant, counted from the report', () => {
    expect(conditionHolds(condition('above', '55', -1), 2024, bookOf('58', '50'))).toBe('hidden');
    expect(conditionHolds(condition('above', '55', -1), 2025, bookOf('58', '50'))).toBe('shown');
  });

  it('is missing for an indicator that is not there', () => {
    const unknown = { ...condition('zero'), indicatorId: 'gone' };
    expect(conditionHolds(unknown, 2024, bookOf('0'))).toBe('missing');
  });

  it('holds of any number for exactly one of two opposite tests', () => {
    const opposites: [ConditionTest, ConditionTest][] = [
      ['nonZero', 'zero'],
      ['above', 'atMost'],
      ['below', 'atLeast'],
    ];
    const number = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => String(value / 100));
    fc.assert(
      fc.property(number, number, fc.constantFrom(...opposites), (value, limit, [one, other]) => {
        const told = [one, other].map((test) =>
          conditionHolds(condition(test, comparesWithLimit(test) ? limit : null), 2024, bookOf(value)),
        );
        expect(told.toSorted()).toEqual(['hidden', 'shown']);
      }),
    );
    fc.assert(
      fc.property(number, number, (now, before) => {
        const told = conditionTests
          .filter(comparesYears)
          .map((test) => conditionHolds(condition(test), 2024, bookOf(now, before)));
        expect(told.filter((one) => one === 'shown')).toHaveLength(1);
      }),
    );
  });
});

describe('conditionState', () => {
  it('is that of the numbers it rests on', () => {
    expect(conditionState(condition('zero'), 2024, bookOf('0'))).toBe('confirmed');
    expect(conditionState(condition('zero'), 2024, bookOf('0', '', 'carried'))).toBe('carried');
    expect(conditionState(condition('increased'), 2024, bookOf('3'))).toBe('missing');
    expect(conditionState(condition('zero'), 2024, bookOf('-'))).toBe('confirmed');
  });
});
