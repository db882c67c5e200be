import { describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../support/workspace.ts';

async function opened(): Promise<TestApp> {
  const app = await openTestApp();
  const [template] = (await app.call('template.list', {})).templates;
  await app.call('organization.save', {
    name: '云岭镇人民政府',
    abbreviation: '',
    county: '',
    addressee: '',
  });
  await app.call('report.create', {
    templateKey: template?.key ?? '',
    outlineKey: template?.outlines[0]?.key ?? '',
    year: 2024,
    predecessorId: null,
  });
  return app;
}

const dykes = (topicId: string) => ({
  name: ' 巡查河道堤坝 ',
  unit: '公里',
  kind: 'amount' as const,
  precision: 1,
  topicId,
  officeId: null,
  formula: null,
  retiredAfter: null,
  footing: false,
});

describe('indicator.create', () => {
  test('puts the indicator at its topic’s end, where numbers can be written at once', async () => {
    const app = await opened();
    const before = await app.call('numbers.read', {});
    const topicId = before.topics[1]?.id ?? '';
    const { id } = await app.call('indicator.create', { indicator: dykes(topicId) });
    const { indicators } = await app.call('numbers.read', {});
    expect(indicators).toHaveLength(before.indicators.length + 1);
    expect(indicators.filter((one) => one.topicId === topicId).at(-1)).toEqual({
      ...dykes(topicId),
      name: '巡查河道堤坝',
      id,
    });
    await app.call('numbers.set', {
      observations: [
        {
          indicatorId: id,
          year: 2024,
          entry: { kind: 'number', value: '37' },
          state: 'confirmed',
          source: '',
          note: '',
          evidence: '',
        },
      ],
    });
    const { observations } = await app.call('numbers.read', {});
    expect(observations.find(({ indicatorId }) => indicatorId === id)?.entry).toEqual({
      kind: 'number',
      value: '37',
    });
  });

  test('refuses a name that is there already, wherever it is, and says where', async () => {
    const app = await opened();
    const { topics, indicators } = await app.call('numbers.read', {});
    const [first] = indicators;
    const indicator = { ...dykes(topics.at(-1)?.id ?? ''), name: first?.name };
    expect(await app.fail('indicator.create', { indicator })).toEqual({
      code: 'indicator.nameTaken',
      parameters: { name: first?.name, topic: topics[0]?.name },
    });
    expect((await app.call('numbers.read', {})).indicators).toEqual(indicators);
  });

  test.each([
    ['indicator.topicNotFound', { topicId: 'gone' }],
    ['input.invalid', { name: '  ' }],
    ['input.invalid', { precision: 7 }],
    ['input.invalid', { formula: '[a]+1' }],
  ])('%s for %o', async (code, wrong) => {
    const app = await opened();
    const { topics } = await app.call('numbers.read', {});
    const indicator = { ...dykes(topics[0]?.id ?? ''), ...wrong };
    expect((await app.fail('indicator.create', { indicator })).code).toBe(code);
  });
});
