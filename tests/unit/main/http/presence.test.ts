import { describe, expect, it } from 'vitest';
import { createPresence } from '../../../../src/main/http/presence.ts';
import { done } from '../../../../src/shared/errors.ts';

function stage() {
  let beat: () => void = () => {};
  let over: () => void = () => {};
  let stopped = false;
  const presence = createPresence({
    timers: {
      repeat: (_milliseconds, work) => {
        beat = work;
        return () => {
          stopped = true;
        };
      },
    },
    wait: () =>
      new Promise((resolve) => {
        over = resolve;
      }),
  });
  let deserted = false;
  void presence.deserted.then(() => {
    deserted = true;
  });
  return {
    presence,
    async beats(count: number) {
      for (let index = 0; index < count; index += 1) beat();
      await Promise.resolve();
      return deserted;
    },
    endWaiting: () => over(),
    isStopped: () => stopped,
  };
}

describe('presence', () => {
  it('is over after three minutes in which nobody called, also where nobody ever did', async () => {
    const { beats } = stage();
    expect(await beats(35)).toBe(false);
    expect(await beats(1)).toBe(true);
  });

  it('begins anew with every call', async () => {
    const { presence, beats } = stage();
    const dispatch = presence.watch(async () => done(1));
    await beats(35);
    await dispatch('workspace.status', {});
    expect(await beats(35)).toBe(false);
    expect(await beats(1)).toBe(true);
  });

  it('lasts as long as a window waits or a call takes, however long the computer slept meanwhile', async () => {
    const { presence, beats, endWaiting } = stage();
    const dispatch = presence.watch(async () => await presence.stay());
    const waiting = dispatch('host.stay', {});
    expect(await beats(1000)).toBe(false);
    endWaiting();
    expect(await waiting).toEqual(done({}));
    expect(await beats(36)).toBe(true);
  });

  it('ends with a call that threw', async () => {
    const { presence, beats } = stage();
    const dispatch = presence.watch(async () => {
      throw new Error('a bug');
    });
    await expect(dispatch('host.stay', {})).rejects.toThrow('a bug');
    expect(await beats(36)).toBe(true);
  });

  it('stops counting when it is told to', () => {
    const { presence, isStopped } = stage();
    presence.stop();
    expect(isStopped()).toBe(true);
  });
});
