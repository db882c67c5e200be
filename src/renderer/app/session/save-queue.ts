/**
 * Saves the newest value of each key, some time after the last change, one at a time per key, and never forgets a
 * value that was not saved.
 */
import type { Failure, Outcome } from '../../../shared/errors.ts';
import type { SaveMonitor } from './save-monitor.ts';
import { retryDelay, type Timers } from './timers.ts';

export interface SaveQueueOptions<V> {
  send: (key: string, value: V) => Promise<Outcome<{ savedAt: string }>>;
  /** What to send when two changes of a key wait; without it the newer one. */
  merge?: (older: V, newer: V) => V;
  timers: Timers;
  monitor: SaveMonitor;
  /** Milliseconds of quiet after the last change before saving. */
  quiet: number;
  /** A change waits no longer than this, even while further ones follow. */
  longest: number;
  /** A failure that repetition cannot heal: the value is kept, and sent again with the next change or `retry`. */
  isStuck: (failure: Failure) => boolean;
  onStuck: (key: string, failure: Failure) => void;
  /** A save of `key` begins. */
  onSending?: (key: string) => void;
}

export interface SaveQueue<V> {
  push(key: string, value: V): void;
  /** Sends at once what waits; resolves when all is saved, or the next attempt has failed. */
  flush(): Promise<void>;
  /** Sends a stuck value again. */
  retry(key: string): void;
  /** Forgets what waits for `key`: the person has chosen another text, or removed the thing. */
  drop(key: string): void;
  /** Whether anything is not saved yet. */
  isDirty(): boolean;
  /** What is not saved yet, by key: what waits, laid over what is on its way. */
  unsaved(): [key: string, value: V][];
}

interface Entry<V> {
  /** The newest value not yet sent; `since` is the time of its first change in milliseconds. */
  waiting: { value: V; since: number } | null;
  sending: Promise<void> | null;
  /** What is on its way. */
  sent: { value: V } | null;
  /** Failed attempts since the last success. */
  attempts: number;
  cancelTimer: (() => void) | null;
}

/** A queue with nothing in it. A failed value is repeated with growing pauses, for ever. */
export function createSaveQueue<V>(options: SaveQueueOptions<V>): SaveQueue<V> {
  const { send, timers, monitor, quiet, longest } = options;
  const merge = options.merge ?? ((_older: V, newer: V) => newer);
  const entries = new Map<string, Entry<V>>();

  const stopTimer = (entry: Entry<V>) => {
    entry.cancelTimer?.();
    entry.cancelTimer = null;
  };

  const schedule = (key: string, entry: Entry<V>, delay: number) => {
    stopTimer(entry);
    entry.cancelTimer = timers.after(delay, () => start(key, entry));
  };

  const scheduleChange = (key: string, entry: Entry<V>, since: number) => {
    const passed = timers.now().getTime() - since;
    // A clock that was put back tells nothing of how long the change has waited: it waits no longer.
    const age = passed < 0 ? longest : passed;
    schedule(key, entry, Math.max(0, Math.min(quiet, longest - age)));
  };

  const start = (key: string, entry: Entry<V>) => {
    stopTimer(entry);
    if (entry.sending || !entry.waiting) return;
    const sent = entry.waiting;
    entry.waiting = null;
    entry.sent = sent;
    options.onSending?.(key);
    entry.sending = send(key, sent.value).then((outcome) => {
      entry.sending = null;
      entry.sent = null;
      if (entries.get(key) === entry) settle(key, entry, sent, outcome);
    });
  };

  const settle = (
    key: string,
    entry: Entry<V>,
    sent: { value: V; since: number },
    outcome: Outcome<{ savedAt: string }>,
  ) => {
    if (outcome.ok) {
      entry.attempts = 0;
      if (!entry.waiting) entries.delete(key);
      monitor.saved(key, outcome.value.savedAt);
      if (entry.waiting) {
        monitor.pending(key);
        scheduleChange(key, entry, entry.waiting.since);
      }
      return;
    }
    entry.waiting = entry.waiting
      ? { value: merge(sent.value, entry.waiting.value), since: sent.since }
      : sent;
    entry.attempts += 1;
    monitor.failed(key, outcome.error, timers.now().toISOString());
    if (options.isStuck(outcome.error)) options.onStuck(key, outcome.error);
    else schedule(key, entry, retryDelay(entry.attempts));
  };

  return {
    push(key, value) {
      const known = entries.get(key);
      const entry = known ?? { waiting: null, sending: null, sent: null, attempts: 0, cancelTimer: null };
      if (!known) entries.set(key, entry);
      const since = entry.waiting?.since ?? timers.now().getTime();
      entry.waiting = { value: entry.waiting ? merge(entry.waiting.value, value) : value, since };
      monitor.pending(key);
      if (entry.sending) return;
      if (entry.attempts === 0) scheduleChange(key, entry, since);
      else if (!entry.cancelTimer) schedule(key, entry, retryDelay(1));
    },
    async flush() {
      await Promise.all(
        [...entries].map(async ([key, entry]) => {
          if (entry.sending) await entry.sending;
          start(key, entry);
          if (entry.sending) await entry.sending;
        }),
      );
    },
    retry(key) {
      const entry = entries.get(key);
      if (entry) start(key, entry);
    },
    drop(key) {
      const entry = entries.get(key);
      if (!entry) return;
      stopTimer(entry);
      entry.waiting = null;
      entries.delete(key);
      monitor.dropped(key);
    },
    isDirty: () => entries.size > 0,
    unsaved: () =>
      [...entries].flatMap(([key, { sent, waiting }]) => {
        const newest = waiting ?? sent;
        if (newest === null) return [];
        return [[key, sent && waiting ? merge(sent.value, waiting.value) : newest.value]];
      }),
  };
}
