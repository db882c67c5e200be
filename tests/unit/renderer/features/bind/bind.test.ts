import { describe, expect, it } from 'vitest';
import {
  acceptedOf,
  acceptedQuantities,
  type Choices,
  choiceOf,
  effectOf,
  indicatorOptions,
  noneTicked,
  onlySafe,
  withIndicator,
  withTick,
} from '../../../../../src/renderer/features/bind/bind-choices.ts';
import {
  type BindItem,
  type BindView,
  bindView,
} from '../../../../../src/renderer/features/bind/bind-view.ts';
import type { Observation } from '../../../../../src/shared/domain/model.ts';
import {
  chapterOf,
  indicators,
  observed,
  proposalsFor,
  year,
} from '../../../shared/domain/propose/literal-report.ts';
import { report } from '../../report.ts';

const text = '全年排查矛盾纠纷50件，接待法律咨询950余人次。现场解决5个问题。没有数字。';

const imported = report({ templateKey: 'ruleOfLawGovernment', year, state: 'final', origin: 'imported' });

function viewOf(observations: Observation[] = []): BindView {
  const chapters = [chapterOf([text], 'disputes', '化解矛盾纠纷')];
  const tables = { topics: [], offices: [], indicators, observations };
  return bindView({ report: imported, chapters }, tables, {
    proposals: proposalsFor(chapters, observations),
  });
}

function itemOf(view: BindView, written: string): BindItem {
  const item = view.items.find(({ proposal }) => proposal.text === written);
  if (item === undefined) throw new Error(`no item ${written}`);
  return item;
}

const none: Choices = new Map();

describe('what is shown', () => {
  it('sentences with numbers, whole, under their chapter’s heading', () => {
    const [group] = viewOf().groups;
    expect(group?.title).toBe('一、化解矛盾纠纷');
    expect(group?.sentences.map(({ pieces }) => pieces.map((piece) => piece.text).join(''))).toEqual([
      '全年排查矛盾纠纷50件，接待法律咨询950余人次。',
      '现场解决5个问题。',
    ]);
    expect(viewOf().items.map(({ proposal, certainty }) => [proposal.text, certainty])).toEqual([
      ['50件', 'sure'],
      ['950余人次', 'maybe'],
      ['5个', 'none'],
    ]);
  });
});

describe('what is accepted', () => {
  it('without a decision the sure ones only', () => {
    const view = viewOf();
    expect(acceptedQuantities(view, none).map((one) => one.text)).toEqual(['50件']);
    expect(onlySafe(view, none)).toBe(true);
  });

  it('what is ticked besides, without what is unticked or declined', () => {
    const view = viewOf();
    const more = withTick(none, itemOf(view, '950余人次'), true);
    expect(acceptedQuantities(view, more).map((one) => one.text)).toEqual(['50件', '950余人次']);
    expect(onlySafe(view, more)).toBe(false);
    const less = withIndicator(more, itemOf(view, '50件'), null);
    expect(acceptedQuantities(view, less).map((one) => one.text)).toEqual(['950余人次']);
    expect(acceptedQuantities(view, noneTicked(view, more))).toEqual([]);
  });

  it('another indicator, at the place and in the format that suit it', () => {
    const view = viewOf();
    const item = itemOf(view, '5个');
    const choices = withIndicator(none, item, 'disputes.difficult');
    expect(acceptedOf(view, item, choiceOf(choices, item))).toMatchObject({
      text: '5',
      indicatorId: 'disputes.difficult',
      format: { style: 'plain', unit: false },
    });
    expect(acceptedQuantities(view, choices)).toHaveLength(2);
  });

  it('nothing that the table contradicts', () => {
    const view = viewOf([observed('disputes.screened', year, '54')]);
    const item = itemOf(view, '50件');
    const choices = withTick(none, item, true);
    const accepted = acceptedOf(view, item, choiceOf(choices, item));
    if (accepted === null) throw new Error('nothing proposed');
    expect(effectOf(view, item, accepted)).toEqual({ kind: 'held', value: '54件' });
    expect(acceptedQuantities(view, choices)).toEqual([]);
  });
});

describe('what a person is told', () => {
  it('that an approximate number will read differently, unless the table holds the exact one', () => {
    const told = (observations: Observation[]) => {
      const view = viewOf(observations);
      const item = itemOf(view, '950余人次');
      const accepted = acceptedOf(view, item, choiceOf(none, item));
      return accepted === null ? null : effectOf(view, item, accepted);
    };
    expect(told([])).toEqual({ kind: 'shows', text: '950人次' });
    expect(told([observed('legalService.consultations', year, '953')])).toEqual({ kind: 'same' });
  });

  it('indicators counted in the same unit come first, calculated ones are not offered', () => {
    const view = viewOf();
    const { sameUnit, otherUnit } = indicatorOptions(view, itemOf(view, '50件'));
    expect(sameUnit.map(({ id }) => id)).toContain('disputes.resolved');
    expect(otherUnit.map(({ id }) => id)).toContain('legalService.weeklyHours');
    expect([...sameUnit, ...otherUnit].every(({ formula }) => formula === null)).toBe(true);
  });
});
