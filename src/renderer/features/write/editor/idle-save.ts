/** Tells when typing has paused long enough to read the whole text, so that no key press has to wait for it. */

export interface IdleSave {
  /** Something changed; saving happens after the pause. */
  touch(): void;
  /** Saves at once if anything changed. */
  flush(): void;
  /** What changed is of no interest any more. */
  cancel(): void;
}

/** Milliseconds of quiet after the last key press; and the longest that typing without a pause may put saving off. */
const quiet = 150;
const longest = 1500;

export function createIdleSave(save: () => void): IdleSave {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let changedSince = 0;
  const cancel = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    changedSince = 0;
  };
  const flush = () => {
    if (timer === null) return;
    cancel();
    save();
  };
  return {
    touch() {
      const now = performance.now();
      if (timer === null) changedSince = now;
      else clearTimeout(timer);
      timer = setTimeout(flush, Math.max(0, Math.min(quiet, changedSince + longest - now)));
    },
    flush,
    cancel,
  };
}
