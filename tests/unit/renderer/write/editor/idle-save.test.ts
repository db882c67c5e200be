import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIdleSave } from '../../../../../src/renderer/features/write/editor/idle-save.ts';

describe('createIdleSave', () => {
  let saves = 0;
  const create = () =>
    createIdleSave(() => {
      saves += 1;
    });
  beforeEach(() => {
    saves = 0;
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('saves once when typing pauses', () => {
    const idle = create();
    for (let key = 0; key < 5; key += 1) idle.touch();
    expect(saves).toBe(0);
    vi.runAllTimers();
    expect(saves).toBe(1);
  });

  it('saves also while somebody types without a pause', () => {
    const idle = create();
    for (let key = 0; key < 200; key += 1) {
      idle.touch();
      vi.advanceTimersByTime(50);
    }
    expect(saves).toBeGreaterThan(1);
    expect(saves).toBeLessThan(200);
  });

  it('saves at once when asked, and only if something changed', () => {
    const idle = create();
    idle.flush();
    expect(saves).toBe(0);
    idle.touch();
    idle.flush();
    vi.runAllTimers();
    expect(saves).toBe(1);
  });

  it('saves nothing that is of no interest any more', () => {
    const idle = create();
    idle.touch();
    idle.cancel();
    vi.runAllTimers();
    idle.flush();
    expect(saves).toBe(0);
  });
});
