import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../src/renderer/api/client.ts';
import { keepPresent } from '../../../../src/renderer/app/presence.ts';
import { done, failed } from '../../../../src/shared/errors.ts';

/** Stops the endless speaking after so many calls, as closing the window would. */
class WindowClosed extends Error {}

function door(answers: boolean[]) {
  const calls: string[] = [];
  const call = (async (method: string) => {
    calls.push(method);
    const answer = answers.shift();
    if (answer === undefined) throw new WindowClosed();
    return answer ? done({}) : failed('internal');
  }) as unknown as Call;
  return { call, calls };
}

describe('keepPresent', () => {
  it('asks again at once while the door answers, and after a while when it does not', async () => {
    const { call, calls } = door([true, false, true]);
    const waits: number[] = [];
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    await expect(keepPresent({ call, locks: undefined, wait })).rejects.toThrow(WindowClosed);
    expect(calls).toEqual(Array.from({ length: 4 }, () => 'host.stay'));
    expect(waits).toEqual([5000]);
  });

  it('speaks only while it holds the lock of all windows', async () => {
    const { call, calls } = door([]);
    let grant: () => Promise<unknown> = async () => {};
    const locks = {
      request: async (name: string, work: () => Promise<unknown>) => {
        expect(name).toBe('xiangbao-presence');
        grant = work;
      },
    } as unknown as LockManager;
    await keepPresent({ call, locks, wait: async () => {} });
    expect(calls).toEqual([]);
    await expect(grant()).rejects.toThrow(WindowClosed);
    expect(calls).toEqual(['host.stay']);
  });
});
