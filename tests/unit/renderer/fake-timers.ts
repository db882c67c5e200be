import type { Timers } from '../../../src/renderer/app/session/timers.ts';

/** Time that passes only when the test says so; promises settle between the tasks. */
export function createFakeTimers() {
  let now = 0;
  let tasks: { at: number; run: () => void }[] = [];
  const settle = async () => {
    for (let round = 0; round < 20; round += 1) await Promise.resolve();
  };
  const timers: Timers = {
    now: () => new Date(now),
    after(milliseconds, run) {
      const task = { at: now + milliseconds, run };
      tasks.push(task);
      return () => {
        tasks = tasks.filter((one) => one !== task);
      };
    },
  };
  return {
    timers,
    settle,
    async pass(milliseconds: number) {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const next = tasks.filter((task) => task.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        tasks = tasks.filter((task) => task !== next);
        now = Math.max(now, next.at);
        next.run();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}
