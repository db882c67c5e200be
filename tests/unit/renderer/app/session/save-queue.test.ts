import { describe, expect, it } from 'vitest';
import { createSaveMonitor, type SaveState } from '../../../../../src/renderer/app/session/save-monitor.ts';
import { createSaveQueue } from '../../../../../src/renderer/app/session/save-queue.ts';
import { done, type Failure, failed, type Outcome } from '../../../../../src/shared/errors.ts';
import { createFakeTimers } from '../../fake-timers.ts';

type Answer = Outcome<{ savedAt: string }>;
const saved: Answer = done({ savedAt: '2025-02-01T00:00:00Z' });

function setUp(answers: Answer[] = [], merge?: (older: string, newer: string) => string) {
  const time = createFakeTimers();
  const sent: string[] = [];
  const stuck: Failure[] = [];
  let state: SaveState = { kind: 'saved', at: '' };
  const monitor = createSaveMonitor((next) => {
    state = next;
  });
  const queue = createSaveQueue<string>({
    send: async (key, value) => {
      sent.push(`${key}:${value}`);
      return answers.shift() ?? saved;
    },
    ...(merge && { merge }),
    timers: time.timers,
    monitor,
    quiet: 400,
    longest: 900,
    isStuck: (failure) => failure.code === 'chapter.conflict',
    onStuck: (_key, failure) => stuck.push(failure),
  });
  return { ...time, queue, sent, stuck, state: () => state };
}

describe('save queue', () => {
  it('saves once, 400 ms after the last change, with the newest value', async () => {
    const { queue, sent, pass, state } = setUp();
    queue.push('a', '1');
    await pass(300);
    queue.push('a', '2');
    await pass(399);
    expect(sent).toEqual([]);
    expect(state().kind).toBe('saving');
    await pass(1);
    expect(sent).toEqual(['a:2']);
    expect(state()).toEqual({ kind: 'saved', at: '2025-02-01T00:00:00Z' });
    expect(queue.isDirty()).toBe(false);
  });

  it('saves at the latest 900 ms after the first change while typing goes on', async () => {
    const { queue, sent, pass } = setUp();
    for (let step = 0; step < 9; step += 1) {
      queue.push('a', String(step));
      await pass(100);
    }
    expect(sent).toEqual(['a:8']);
  });

  it('saves while typing goes on although the clock was put back by a year', async () => {
    const time = createFakeTimers();
    const sent: string[] = [];
    let back = 0;
    const queue = createSaveQueue<string>({
      send: async (key, value) => {
        sent.push(`${key}:${value}`);
        return saved;
      },
      timers: { ...time.timers, now: () => new Date(time.timers.now().getTime() - back) },
      monitor: createSaveMonitor(() => {}),
      quiet: 400,
      longest: 900,
      isStuck: () => false,
      onStuck: () => {},
    });
    queue.push('a', '0');
    back = 365 * 24 * 60 * 60 * 1000;
    for (let step = 1; step < 9; step += 1) {
      queue.push('a', String(step));
      await time.pass(100);
    }
    expect(sent[0]).toBe('a:1');
  });

  it('keeps one save of a key under way and sends what came meanwhile afterwards', async () => {
    const time = createFakeTimers();
    const sent: string[] = [];
    let finish: (answer: Answer) => void = () => {};
    const queue = createSaveQueue<string>({
      send: (_key, value) => {
        sent.push(value);
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
      timers: time.timers,
      monitor: createSaveMonitor(() => {}),
      quiet: 400,
      longest: 900,
      isStuck: () => false,
      onStuck: () => {},
    });
    queue.push('a', '1');
    await time.pass(400);
    queue.push('a', '2');
    await time.pass(5000);
    expect(sent).toEqual(['1']);
    finish(saved);
    await time.pass(400);
    expect(sent).toEqual(['1', '2']);
    expect(queue.isDirty()).toBe(true);
  });

  it('saves different keys independently', async () => {
    const { queue, sent, pass } = setUp();
    queue.push('a', '1');
    queue.push('b', '2');
    await pass(400);
    expect(sent).toEqual(['a:1', 'b:2']);
  });

  it('keeps a value that was not saved and repeats it until it is', async () => {
    const full = failed('storage.full');
    const { queue, sent, pass, state } = setUp([full, full, full]);
    queue.push('a', '1');
    await pass(400);
    expect(state()).toMatchObject({ kind: 'failed', failure: { code: 'storage.full' } });
    const since = state();
    await pass(1000);
    expect(sent).toHaveLength(2);
    expect(state()).toEqual(since);
    await pass(2000);
    expect(sent).toHaveLength(3);
    await pass(4000);
    expect(sent).toEqual(['a:1', 'a:1', 'a:1', 'a:1']);
    expect(state().kind).toBe('saved');
  });

  it('repeats the newest value even while somebody keeps typing', async () => {
    const full = failed('storage.full');
    const { queue, sent, pass } = setUp([full]);
    queue.push('a', '1');
    await pass(400);
    for (let step = 2; step <= 12; step += 1) {
      queue.push('a', String(step));
      await pass(100);
    }
    expect(sent).toEqual(['a:1', 'a:11']);
  });

  it('does not repeat by itself what repetition cannot heal, and keeps the value', async () => {
    const { queue, sent, stuck, pass, state } = setUp([failed('chapter.conflict')]);
    queue.push('a', '1');
    await pass(400);
    await pass(60_000);
    expect(sent).toEqual(['a:1']);
    expect(stuck.map((failure) => failure.code)).toEqual(['chapter.conflict']);
    expect(state().kind).toBe('failed');
    expect(queue.isDirty()).toBe(true);
    queue.retry('a');
    await pass(0);
    expect(sent).toEqual(['a:1', 'a:1']);
    expect(state().kind).toBe('saved');
  });

  it('flushes at once and waits for the answer', async () => {
    const { queue, sent, state } = setUp();
    queue.push('a', '1');
    queue.push('b', '2');
    await queue.flush();
    expect(sent).toEqual(['a:1', 'b:2']);
    expect(state().kind).toBe('saved');
  });

  it('returns from a flush that fails, still holding the value', async () => {
    const { queue } = setUp([failed('storage.failed')]);
    queue.push('a', '1');
    await queue.flush();
    expect(queue.isDirty()).toBe(true);
  });

  it('forgets what the person gave up', async () => {
    const { queue, sent, pass, state } = setUp([failed('storage.full')]);
    queue.push('a', '1');
    await pass(400);
    queue.drop('a');
    await pass(60_000);
    expect(sent).toEqual(['a:1']);
    expect(state().kind).toBe('saved');
  });

  it('merges a failed change with the one that followed', async () => {
    const { queue, sent, pass } = setUp([failed('storage.full')], (older, newer) => older + newer);
    queue.push('a', 'x');
    queue.push('a', 'y');
    await pass(400);
    queue.push('a', 'z');
    await pass(1000);
    expect(sent).toEqual(['a:xy', 'a:xyz']);
  });
});
