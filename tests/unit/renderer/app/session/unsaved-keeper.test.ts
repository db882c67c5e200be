import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../../src/renderer/api/client.ts';
import {
  createUnsavedKeeper,
  type Safekeeping,
  type UnsavedOfReport,
} from '../../../../../src/renderer/app/session/unsaved-keeper.ts';
import { documentFromTexts } from '../../../../../src/shared/domain/document.ts';
import { done, type Failure, failed, type Outcome } from '../../../../../src/shared/errors.ts';
import { createFakeTimers } from '../../fake-timers.ts';

const full: Failure = { code: 'storage.full', parameters: {} };
const red = { kind: 'failed', failure: full, since: '2025-02-01T00:00:00Z' } as const;
const green = { kind: 'saved', at: '2025-02-01T00:00:01Z' } as const;

const text = (words: string): UnsavedOfReport => ({
  reportId: 'r',
  item: { kind: 'body', chapterId: 'a', heading: '一', revision: 1, body: documentFromTexts([words]) },
});

function setUp() {
  const time = createFakeTimers();
  const asked: { method: string; count: number }[] = [];
  let answer: Outcome<unknown> = done({ beside: true, folder: '/资料/未存内容' });
  let unsaved: UnsavedOfReport[] = [];
  let state: Safekeeping = { kind: 'none' };
  const keeper = createUnsavedKeeper({
    call: (async (method: string, input: { items?: unknown[]; keys?: unknown[] }) => {
      asked.push({ method, count: (input.items ?? input.keys ?? []).length });
      return method === 'journal.keep' ? answer : done({});
    }) as Call,
    timers: time.timers,
    newSession: () => '00000000-0000-4000-8000-000000000000',
    unsaved: () => unsaved,
    report: (id) => ({ id, title: '年度报告', year: 2025 }),
    onChange: (next) => {
      state = next;
    },
  });
  return {
    ...time,
    keeper,
    asked,
    state: () => state,
    hold: (items: UnsavedOfReport[]) => {
      unsaved = items;
    },
    refuse: (outcome: Outcome<unknown>) => {
      answer = outcome;
    },
  };
}

describe('what cannot be saved', () => {
  it('is kept at once, again only when it changes, and settled as soon as it is saved', async () => {
    const { keeper, asked, state, hold, pass, settle } = setUp();
    hold([text('一')]);
    keeper.hear(red);
    await settle();
    expect(asked).toEqual([{ method: 'journal.keep', count: 1 }]);
    expect(state()).toEqual({ kind: 'kept', beside: true, folder: '/资料/未存内容' });
    await pass(2000);
    expect(asked).toHaveLength(1);
    hold([text('一二')]);
    await pass(1000);
    expect(asked.filter(({ count }) => count > 0)).toHaveLength(2);
    hold([]);
    keeper.hear(green);
    await settle();
    expect(asked.at(-1)).toEqual({ method: 'journal.settle', count: 1 });
    expect(state()).toEqual({ kind: 'none' });
  });

  it('says every few seconds that its window is still there', async () => {
    const { keeper, asked, hold, pass } = setUp();
    hold([text('一')]);
    keeper.hear(red);
    await pass(21_000);
    const signs = asked.filter(({ method, count }) => method === 'journal.keep' && count === 0);
    expect(signs.length).toBeGreaterThanOrEqual(3);
  });

  it('that nothing can keep is said to stand in this window alone, and tried again', async () => {
    const { keeper, state, hold, refuse, pass, settle } = setUp();
    hold([text('一')]);
    refuse(failed('journal.notWritten'));
    keeper.hear(red);
    await settle();
    expect(state()).toMatchObject({ kind: 'failed', failure: { code: 'journal.notWritten' } });
    refuse(done({ beside: false, folder: '/home/.local' }));
    await pass(1000);
    expect(state()).toMatchObject({ kind: 'kept', beside: false });
  });

  it('is kept whole again by a program that was started anew and knows nothing of it', async () => {
    const { keeper, asked, hold, refuse, pass } = setUp();
    hold([text('一')]);
    keeper.hear(red);
    await pass(1000);
    refuse(failed('journal.notFound'));
    await pass(6000);
    refuse(done({ beside: true, folder: '/资料/未存内容' }));
    const before = asked.length;
    await pass(1000);
    expect(asked.slice(before)).toContainEqual({ method: 'journal.keep', count: 1 });
  });
});
