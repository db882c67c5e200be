import { describe, expect, test } from 'vitest';
import type { MethodInput } from '../../../src/shared/contract.ts';
import type { ChapterDocument } from '../../../src/shared/domain/document.ts';
import { openTestApp, type TestApp } from '../../support/workspace.ts';

const draft = {
  id: null,
  name: '入户走访',
  unit: '户',
  kind: 'count',
  precision: 0,
  topicId: 'disputes',
  officeId: null,
  formula: null,
  footing: false,
  year: 2024,
} satisfies MethodInput<'indicator.save'>;

async function openSample(): Promise<TestApp & { reportId: string }> {
  const app = await openTestApp();
  const { reportId } = await app.call('sample.open', {});
  return { ...app, reportId };
}

async function indicatorOf(app: TestApp, id: string) {
  const { indicators } = await app.call('numbers.read', {});
  return indicators.find((one) => one.id === id);
}

async function namesOf(app: TestApp, topicId: string): Promise<string[]> {
  const { indicators } = await app.call('numbers.read', {});
  return indicators.filter((one) => one.topicId === topicId).map(({ name }) => name);
}

const cell = (indicatorId: string, value: string) => ({
  indicatorId,
  year: 2024,
  entry: { kind: 'number' as const, value },
  state: 'confirmed' as const,
  source: '',
  note: '',
  evidence: '',
});

describe('indicator.save', () => {
  test('makes the last indicator of its topic, outlives a restart, and is undone and redone whole', async () => {
    const app = await openSample();
    const made = await app.call('indicator.save', draft);
    expect((await namesOf(app, 'disputes')).at(-1)).toBe('入户走访');
    await app.call('indicator.restore', made.before);
    expect(await indicatorOf(app, made.id)).toBeUndefined();
    await app.fail('numbers.set', { observations: [cell(made.id, '3')] });
    await app.call('indicator.restore', made.after);
    app.app.close();
    const again = await openTestApp(app.folder);
    expect(await indicatorOf(again, made.id)).toMatchObject({ name: '入户走访', unit: '户' });
  });

  test('takes a formula by ids, whatever the ids look like, and calculates with it', async () => {
    const app = await openSample();
    const first = await app.call('indicator.save', draft);
    const formula = `[${first.id}] * 2`;
    const second = await app.call('indicator.save', { ...draft, name: '两次走访', formula });
    await app.call('numbers.set', { observations: [cell(first.id, '21')] });
    expect(await indicatorOf(app, second.id)).toMatchObject({ formula });
    const uses = await app.call('indicator.places', { id: first.id });
    expect(uses).toMatchObject({ formulas: [{ id: second.id, name: '两次走访' }], numbers: 1, places: [] });
    expect(await app.fail('numbers.set', { observations: [cell(second.id, '1')] })).toMatchObject({
      code: 'observation.computed',
    });
  });

  test.each([
    ['a name of the topic, in full width', { name: '排查矛盾 纠纷' }, 'indicator.nameTaken'],
    ['an unreadable formula', { formula: 'disputes.screened +' }, 'indicator.formulaUnreadable'],
    ['an unknown indicator', { unit: '件', formula: 'gone' }, 'indicator.formulaUnreadable'],
    ['another unit', { formula: 'disputes.screened' }, 'indicator.formulaUnits'],
    [
      'parts that are no sum',
      { unit: '件', formula: 'disputes.screened * 2', footing: true },
      'indicator.footingImpossible',
    ],
    ['an unknown topic', { topicId: 'nowhere' }, 'topic.notFound'],
    ['an unknown office', { officeId: 'nobody' }, 'office.notFound'],
    ['an unknown indicator to change', { id: 'nobody' }, 'indicator.notFound'],
  ])('refuses %s, and nothing is changed', async (_, patch, code) => {
    const app = await openSample();
    const before = await app.call('numbers.read', {});
    expect(await app.fail('indicator.save', { ...draft, ...patch })).toMatchObject({ code });
    expect(await app.call('numbers.read', {})).toEqual(before);
  });

  test('the same name may stand in another topic', async () => {
    const app = await openSample();
    await app.call('indicator.save', draft);
    const { topics } = await app.call('numbers.read', {});
    const other = topics.find(({ id }) => id !== 'disputes')?.id ?? '';
    await app.call('indicator.save', { ...draft, topicId: other });
    expect(await namesOf(app, other)).toContain('入户走访');
  });

  test('refuses a cycle with its path by names', async () => {
    const app = await openSample();
    const first = await app.call('indicator.save', { ...draft, name: '甲' });
    const second = await app.call('indicator.save', { ...draft, name: '乙', formula: `[${first.id}]` });
    const circle = { ...draft, id: first.id, name: '甲', formula: `[${second.id}] + 1` };
    expect(await app.fail('indicator.save', circle)).toEqual({
      code: 'indicator.cycle',
      parameters: { name: '甲', path: '甲 → 乙 → 甲' },
    });
  });

  test('asks before numbers change their meaning or go behind a formula', async () => {
    const app = await openSample();
    const made = await app.call('indicator.save', { ...draft, unit: '元', kind: 'amount' });
    const half = await app.call('indicator.save', {
      ...draft,
      name: '一半',
      unit: '元',
      kind: 'amount',
      formula: `[${made.id}] / 2`,
    });
    await app.call('numbers.set', { observations: [cell(made.id, '30000')] });
    const changed = { ...draft, id: made.id, unit: '户', kind: 'amount' as const };
    expect(await app.fail('indicator.save', changed)).toEqual({
      code: 'indicator.meaningChanges',
      parameters: { name: '入户走访', count: 1, from: '元', to: '户', formulas: 1 },
    });
    await app.call('indicator.save', { ...changed, accepted: true });
    expect(await indicatorOf(app, made.id)).toMatchObject({ unit: '户' });
    await app.call('indicator.remove', { id: half.id });
    const formula = { ...changed, formula: '3' };
    expect(await app.fail('indicator.save', formula)).toMatchObject({ code: 'indicator.hidesNumbers' });
    await app.call('indicator.save', { ...formula, accepted: true });
    const { observations } = await app.call('numbers.read', {});
    expect(observations).toContainEqual(cell(made.id, '30000'));
  });
});

describe('order, retirement, removal', () => {
  test('an indicator is moved within its topic and to another, and back', async () => {
    const app = await openSample();
    const before = await namesOf(app, 'disputes');
    const { indicators, topics } = await app.call('numbers.read', {});
    const last = indicators.filter(({ topicId }) => topicId === 'disputes').at(-1);
    const id = last?.id ?? '';
    const moved = await app.call('indicator.move', { id, topicId: 'disputes', position: 0 });
    expect(await namesOf(app, 'disputes')).toEqual([before.at(-1), ...before.slice(0, -1)]);
    await app.call('indicator.restore', moved.before);
    expect(await namesOf(app, 'disputes')).toEqual(before);
    const other = topics.find((topic) => topic.id !== 'disputes')?.id ?? '';
    await app.call('indicator.move', { id, topicId: other, position: 1 });
    expect((await namesOf(app, other))[1]).toBe(last?.name);
  });

  test('retiring keeps numbers and the count of earlier reports, and leaves later ones without it', async () => {
    const app = await openSample();
    const cardOf = async (year: number) =>
      (await app.call('workspace.status', {})).reports.find((report) => report.year === year)?.numbers;
    const [then, now] = [await cardOf(2023), await cardOf(2024)];
    const made = await app.call('indicator.retire', { id: 'disputes.screened', after: 2023 });
    expect(made.indicators.find(({ id }) => id === 'disputes.screened')?.retiredAfter).toBe(2023);
    expect(await cardOf(2023)).toEqual(then);
    expect(await cardOf(2024)).toEqual({ ...now, confirmed: (now?.confirmed ?? 0) - 1 });
    await app.call('indicator.restore', made.before);
    expect(await cardOf(2024)).toEqual(now);
  });

  test('nothing is removed that a text, a formula or a number hangs on', async () => {
    const app = await openSample();
    const failure = await app.fail('indicator.remove', { id: 'disputes.screened' });
    expect(failure).toMatchObject({ code: 'indicator.inUse', parameters: { name: '排查矛盾纠纷' } });
    expect(failure.parameters.texts).toBeGreaterThan(0);
    expect(failure.parameters.formulas).toBe(2);
    const made = await app.call('indicator.save', draft);
    const removed = await app.call('indicator.remove', { id: made.id });
    expect(await indicatorOf(app, made.id)).toBeUndefined();
    await app.call('indicator.save', { ...draft, name: '入户走访' });
    expect(await app.fail('indicator.restore', removed.before)).toMatchObject({
      code: 'indicator.nameTaken',
    });
  });

  test('a removed chapter still holds on to what it shows', async () => {
    const app = await openSample();
    const made = await app.call('indicator.save', draft);
    const { chapters } = await app.call('report.read', { id: app.reportId });
    const chapter = chapters.at(-1);
    if (chapter === undefined) throw new Error('the sample has chapters');
    const body: ChapterDocument = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { carriedFrom: null },
          content: [
            { type: 'text', text: '上一句。全年走访' },
            {
              type: 'binding',
              attrs: {
                id: 'place',
                indicatorId: made.id,
                yearOffset: 0,
                format: { style: 'plain', unit: true },
              },
            },
            { type: 'text', text: '，覆盖全镇。下一句。' },
          ],
        },
        {
          type: 'paragraph',
          attrs: { carriedFrom: null },
          content: [
            {
              type: 'figure',
              attrs: { id: 'f', form: 'table', title: '走访情况', indicatorIds: [made.id], years: 3 },
            },
          ],
        },
        {
          type: 'paragraph',
          attrs: { carriedFrom: null },
          content: [
            {
              type: 'text',
              text: '走访有所增加。',
              marks: [
                {
                  type: 'condition',
                  attrs: { id: 'c', indicatorId: made.id, yearOffset: 0, test: 'increased', limit: null },
                },
              ],
            },
          ],
        },
      ],
    };
    await app.call('chapter.saveBody', { id: chapter.id, revision: chapter.revision, body });
    await app.call('numbers.set', { observations: [cell(made.id, '120')] });
    const { places } = await app.call('indicator.places', { id: made.id });
    expect(places.map(({ kind, sentence, year }) => [kind, sentence, year])).toEqual([
      ['binding', '全年走访120户，覆盖全镇。', 2024],
      ['figure', '走访情况', 2024],
      ['condition', '走访有所增加。', 2024],
    ]);
    await app.call('chapter.remove', { id: chapter.id });
    await app.call('numbers.set', { observations: [{ ...cell(made.id, '0'), entry: { kind: 'empty' } }] });
    expect(await app.call('indicator.places', { id: made.id })).toMatchObject({
      places: [],
      numbers: 0,
      hiddenTexts: 1,
    });
    expect(await app.fail('indicator.remove', { id: made.id })).toMatchObject({ code: 'indicator.inUse' });
  });
});

describe('topics', () => {
  test('are made, renamed and undone; a topic with indicators in sight is not', async () => {
    const app = await openSample();
    const made = await app.call('topic.save', { id: null, name: '乡村治理' });
    expect(made.topics.at(-1)).toEqual({ id: made.id, name: '乡村治理' });
    expect(await app.fail('topic.save', { id: null, name: '乡村 治理' })).toMatchObject({
      code: 'topic.nameTaken',
    });
    await app.call('topic.save', { id: made.id, name: '基层治理' });
    const indicator = await app.call('indicator.save', { ...draft, topicId: made.id });
    expect(await app.fail('indicator.restore', made.before)).toMatchObject({ code: 'topic.notFound' });
    await app.call('indicator.restore', indicator.before);
    const undone = await app.call('indicator.restore', made.before);
    expect(undone.topics.map(({ id }) => id)).not.toContain(made.id);
  });
});
