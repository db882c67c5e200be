import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../src/renderer/api/client.ts';
import { createFormatStore, freeName } from '../../../../src/renderer/features/profile/format-store.ts';
import { nationalStandardProfile } from '../../../../src/shared/domain/format-profile.ts';
import type { FormatProfile } from '../../../../src/shared/domain/format-profile-schema.ts';
import { done, failed, type Outcome } from '../../../../src/shared/errors.ts';
import { createFakeTimers } from '../fake-timers.ts';

const standard = nationalStandardProfile;
const savedAt = '2025-01-06T01:00:00.000Z';
const withColor = (color: string): FormatProfile => ({ ...standard, color });
const torn: FormatProfile = { ...standard, grid: { ...standard.grid, lines: 40 } };

/** A desk over a core that keeps one format, and may find its name taken. */
async function setUp() {
  const core = { kept: { id: 'a', name: '县府办', profile: standard }, updates: 0, taken: '' };
  const answer = (method: string, input: Record<string, unknown>): Outcome<unknown> => {
    switch (method) {
      case 'formatProfile.list':
        return done({ formats: [{ ...core.kept, usedBy: [] }] });
      case 'formatProfile.update':
        core.updates += 1;
        if (input.name === core.taken) return failed('formatProfile.nameTaken', { name: core.taken });
        core.kept = { ...core.kept, ...input };
        return done({ savedAt, before: core.kept });
      case 'formatProfile.remove':
        return failed('formatProfile.inUse', { name: core.kept.name });
      default:
        return failed('method.unknown');
    }
  };
  const time = createFakeTimers();
  const call = (async (method, input) => answer(method, input)) as Call;
  const desk = createFormatStore({ call, timers: time.timers });
  await desk.load();
  const shown = () => desk.store.getState().formats?.[0];
  return { core, desk, shown, ...time };
}

describe('the desk of formats', () => {
  it('shows a change at once and saves it after a pause, several as one', async () => {
    const { core, desk, shown, pass } = await setUp();
    desk.change('a', 'color', { name: '县府办', profile: withColor('111111') });
    desk.change('a', 'name', { name: '县委办', profile: withColor('111111') });
    expect(shown()).toMatchObject({ name: '县委办', profile: { color: '111111' } });
    expect(core.updates).toBe(0);
    expect(desk.isDirty()).toBe(true);
    await pass(1000);
    expect(core.updates).toBe(1);
    expect(core.kept).toMatchObject({ name: '县委办', profile: { color: '111111' } });
    expect(desk.isDirty()).toBe(false);
  });

  it('takes the typing in one field back as one step, and saves what stands then', async () => {
    const { core, desk, shown, pass } = await setUp();
    for (const color of ['111111', '222222']) {
      desk.change('a', 'color', { name: '县府办', profile: withColor(color) });
    }
    desk.change('a', 'name', { name: '县委办', profile: withColor('222222') });
    desk.undo('a');
    expect(shown()).toMatchObject({ name: '县府办', profile: { color: '222222' } });
    desk.undo('a');
    expect(shown()?.profile.color).toBe(standard.color);
    desk.undo('a');
    desk.redo('a');
    await pass(1000);
    expect(core.kept).toMatchObject({ name: '县府办', profile: { color: '222222' } });
  });

  it('sends nothing that does not go together, keeps it on the screen, and saves what is mended', async () => {
    const { core, desk, shown, pass } = await setUp();
    desk.change('a', 'lines', { name: '县府办', profile: torn });
    await pass(5000);
    expect(core.updates).toBe(0);
    expect(desk.isDirty()).toBe(true);
    await desk.load();
    expect(shown()?.profile.grid.lines).toBe(40);
    desk.change('a', 'repair', { name: '县府办', profile: withColor('333333') });
    await pass(1000);
    expect(core.kept.profile.color).toBe('333333');
  });

  it('says that a name is taken, and saves under the next one', async () => {
    const { core, desk, pass } = await setUp();
    core.taken = '市府办';
    desk.change('a', 'name', { name: '市府办', profile: standard });
    await pass(20_000);
    expect(desk.store.getState().failure?.code).toBe('formatProfile.nameTaken');
    expect(core.updates).toBe(1);
    desk.change('a', 'name', { name: '市府办公室', profile: standard });
    expect(desk.store.getState().failure).toBeNull();
    await pass(2000);
    expect(core.kept.name).toBe('市府办公室');
  });

  it('tells why a format cannot go', async () => {
    const { desk, shown } = await setUp();
    expect(await desk.remove('a')).toBe(false);
    expect(desk.store.getState().failure?.code).toBe('formatProfile.inUse');
    expect(shown()?.id).toBe('a');
  });
});

describe('freeName', () => {
  it.each([
    ['县府办', [], '县府办'],
    ['县府办', ['县府办'], '县府办 2'],
    ['县府办', ['县府办', '县府办 2'], '县府办 3'],
  ])('%s beside %j is %s', (wanted, names, expected) => {
    expect(
      freeName(
        wanted,
        names.map((name) => ({ name })),
      ),
    ).toBe(expected);
  });

  it('is never longer than a name may be', () => {
    const long = '长'.repeat(60);
    expect(freeName(long, [{ name: '长'.repeat(36) }]).length).toBeLessThanOrEqual(40);
  });
});
