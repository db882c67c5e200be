import { describe, expect, it } from 'vitest';
import { createBindingRegistry } from '../../../../../src/renderer/features/write/editor/binding-registry.ts';
import {
  createShowBinding,
  firstFormat,
  type ShowBinding,
} from '../../../../../src/renderer/features/write/numbers.ts';
import type { Indicator, Observation } from '../../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../../src/shared/domain/number-book.ts';
import { binding } from '../fixtures.ts';

const indicator: Indicator = {
  id: 'disputes.screened',
  name: '排查矛盾纠纷',
  unit: '件',
  kind: 'count',
  precision: 0,
  topicId: 't',
  officeId: null,
  formula: null,
  retiredAfter: null,
  footing: false,
};

function observed(value: string): Observation {
  return {
    indicatorId: indicator.id,
    year: 2024,
    entry: { kind: 'number', value },
    state: 'confirmed',
    source: '',
    note: '',
    evidence: '',
  };
}

describe('the registry of shown bindings', () => {
  it('repaints every place once when the numbers change, and none that has gone', () => {
    const registry = createBindingRegistry();
    const painted: string[] = [];
    const place = (name: string) => ({
      repaint: (show: ShowBinding) => painted.push(`${name} ${show(binding('a')).text}`),
    });
    const [staying, leaving] = [place('staying'), place('leaving')];
    registry.add(staying);
    registry.add(leaving);
    registry.remove(leaving);
    const book = createNumberBook({ indicators: [indicator], observations: [observed('58')] });
    const show = createShowBinding(2024, book);
    registry.replace(show);
    registry.replace(show);
    expect(painted).toEqual(['staying 58件']);
    expect(registry.show(binding('b')).state).toBe('confirmed');
    registry.replace(createShowBinding(2024, book.replace([observed('60')])));
    expect(painted).toEqual(['staying 58件', 'staying 60件']);
  });

  it('shows a number as missing before there is a table', () => {
    expect(createBindingRegistry().show(binding('a'))).toEqual({ text: '', state: 'missing' });
  });
});

describe('firstFormat', () => {
  it('suits the indicator', () => {
    const book = createNumberBook({ indicators: [indicator], observations: [observed('58')] });
    const shown = createShowBinding(2024, book)({ ...binding('a'), format: firstFormat(indicator) });
    expect(shown.text).toBe('58件');
  });
});
