/**
 * Whether anybody still looks at the program. A window that is open keeps one call, `host.stay`, waiting all the time, and
 * every other call counts as well. Time is counted in beats of this process, so that a computer that slept has not
 * let its windows' time pass, and a call under way, however long, is somebody.
 */
import { done, type Outcome } from '../../shared/errors.ts';
import type { Timers } from '../core/ports.ts';
import type { Dispatch } from '../node/dispatch.ts';

/** Milliseconds that one `host.stay` waits: shorter than any patience of a browser. */
const stayMilliseconds = 25_000;
const beatMilliseconds = 5_000;
/** Three minutes without any window: longer than a page takes to load again, or a computer to wake up with it. */
const quietBeats = 36;

export interface Presence {
  /** The same dispatch, whose calls count. */
  watch(dispatch: Dispatch): Dispatch;
  /** The method `host.stay`. */
  stay(): Promise<Outcome<Record<string, never>>>;
  /** Resolves when no call has been under way for three minutes, also where there never was one. */
  deserted: Promise<void>;
  stop(): void;
}

export interface PresenceOptions {
  timers: Timers;
  /** Resolves after so many milliseconds, and keeps no process alive. */
  wait: (milliseconds: number) => Promise<void>;
}

export function createPresence({ timers, wait }: PresenceOptions): Presence {
  let underWay = 0;
  let quiet = 0;
  const { promise: deserted, resolve } = Promise.withResolvers<void>();
  const stop = timers.repeat(beatMilliseconds, () => {
    quiet = underWay > 0 ? 0 : quiet + 1;
    if (quiet >= quietBeats) resolve();
  });
  return {
    watch: (dispatch) => async (method, input) => {
      underWay += 1;
      quiet = 0;
      try {
        return await dispatch(method, input);
      } finally {
        underWay -= 1;
      }
    },
    async stay() {
      await wait(stayMilliseconds);
      return done({});
    },
    deserted,
    stop,
  };
}
