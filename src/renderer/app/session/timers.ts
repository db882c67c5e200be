/** Time as a capability, so that queues are tested without waiting. */
export interface Timers {
  now(): Date;
  /** Runs `task` after `milliseconds`; the returned function cancels it. */
  after(milliseconds: number, task: () => void): () => void;
}

export const systemTimers: Timers = {
  now: () => new Date(),
  after: (milliseconds, task) => {
    const handle = setTimeout(task, milliseconds);
    return () => clearTimeout(handle);
  },
};

/** Milliseconds to wait before the `attempt`-th repetition (from 1): 1 s, 2 s, 4 s, then every 5 s, for ever. */
export function retryDelay(attempt: number): number {
  return Math.min(1000 * 2 ** (attempt - 1), 5_000);
}
