import type { Clock, Timers } from '../core/ports.ts';

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** The machine's own timers. */
export const systemTimers: Timers = {
  repeat(milliseconds, work) {
    const timer = setInterval(work, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
};
