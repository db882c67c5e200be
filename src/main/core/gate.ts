/** Calls run side by side; an exchange of the workspace runs alone. */
export interface Gate {
  /** Runs `work` beside others, after an exclusive one that is under way or waits. */
  shared<T>(work: () => Promise<T>): Promise<T>;
  /** Runs `work` when everything begun before has ended; what comes after waits for it. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  const running = new Set<Promise<unknown>>();
  let lastExclusive: Promise<unknown> = Promise.resolve();
  const settled = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      () => undefined,
    );

  return {
    async shared(work) {
      let awaited: Promise<unknown> | null = null;
      // Another exclusive one may have come while this one was waited for.
      while (awaited !== lastExclusive) {
        awaited = lastExclusive;
        await awaited;
      }
      const result = work();
      const end = settled(result);
      running.add(end);
      void end.then(() => running.delete(end));
      return result;
    },
    exclusive(work) {
      const before = Promise.all([lastExclusive, ...running]);
      const result = before.then(work);
      lastExclusive = settled(result);
      return result;
    },
  };
}
