/** Sends steps of changed cells one after another, in order; repeats what could not be sent until it is. */
import type { Observation } from '../../../shared/domain/model.ts';
import { done, type Failure, type Outcome } from '../../../shared/errors.ts';
import { cellKey } from './number-history.ts';
import type { SaveMonitor } from './save-monitor.ts';
import { retryDelay, type Timers } from './timers.ts';

export interface NumberQueueOptions {
  send: (observations: Observation[]) => Promise<Outcome<{ savedAt: string }>>;
  timers: Timers;
  monitor: SaveMonitor;
  /** The core will never take these cells: they are not repeated, and the caller rolls them back. */
  isRefusal: (failure: Failure) => boolean;
}

export interface NumberQueue {
  /** Resolves when the step is saved, or with the failure when it was refused. */
  push(observations: Observation[]): Promise<Outcome<{ savedAt: string }>>;
  /** Resolves when nothing waits any more, or the next attempt has failed. */
  flush(): Promise<void>;
  isDirty(): boolean;
  /** The cells of all steps that wait, each as the last of them wants it. */
  unsaved(): Observation[];
}

const monitorKey = 'numbers';

interface Step {
  observations: Observation[];
  resolve: (outcome: Outcome<{ savedAt: string }>) => void;
}

export function createNumberQueue({ send, timers, monitor, isRefusal }: NumberQueueOptions): NumberQueue {
  const steps: Step[] = [];
  let running: Promise<void> | null = null;
  let attempts = 0;
  let cancelRetry = () => {};

  const work = async (): Promise<void> => {
    for (let step = steps[0]; step; step = steps[0]) {
      const outcome = await send(step.observations);
      if (!outcome.ok && !isRefusal(outcome.error)) {
        attempts += 1;
        monitor.failed(monitorKey, outcome.error, timers.now().toISOString());
        cancelRetry = timers.after(retryDelay(attempts), run);
        return;
      }
      steps.shift();
      attempts = 0;
      if (outcome.ok) {
        monitor.saved(monitorKey, outcome.value.savedAt);
        if (steps.length > 0) monitor.pending(monitorKey);
      } else if (steps.length === 0) monitor.dropped(monitorKey);
      step.resolve(outcome.ok ? done({ savedAt: outcome.value.savedAt }) : outcome);
    }
  };

  const run = () => {
    if (running) return;
    cancelRetry();
    running = work().then(() => {
      running = null;
      // A step pushed by the one that just resolved.
      if (steps.length > 0 && attempts === 0) run();
    });
  };

  return {
    push(observations) {
      monitor.pending(monitorKey);
      return new Promise((resolve) => {
        steps.push({ observations, resolve });
        if (attempts === 0) run();
      });
    },
    async flush() {
      if (running) await running;
      run();
      if (running) await running;
    },
    isDirty: () => steps.length > 0,
    unsaved: () => [
      ...new Map(
        steps.flatMap(({ observations }) => observations.map((cell) => [cellKey(cell), cell] as const)),
      ).values(),
    ],
  };
}
