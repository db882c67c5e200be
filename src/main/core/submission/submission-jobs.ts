/** Writings under way: how far each has come, and the way to stop it. */
import type { WritingStep } from '../../../shared/contract.ts';
import { failed, type Outcome } from '../../../shared/errors.ts';
import type { WritingWatch } from './write-steps.ts';

export interface WritingProgress {
  step: WritingStep;
  done: number;
  total: number;
}

export interface SubmissionJobs {
  /** Runs one writing of the report at a time. Error: submission.busy. */
  run<T>(reportId: string, work: (watch: WritingWatch) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  progress(reportId: string): WritingProgress | null;
  cancel(reportId: string): void;
  /** Stops all of them. */
  close(): void;
}

export function createSubmissionJobs(): SubmissionJobs {
  const running = new Map<string, { stop: AbortController; progress: WritingProgress }>();
  return {
    async run(reportId, work) {
      if (running.has(reportId)) return failed('submission.busy');
      const stop = new AbortController();
      const job: { stop: AbortController; progress: WritingProgress } = {
        stop,
        progress: { step: 'documents', done: 0, total: 1 },
      };
      running.set(reportId, job);
      try {
        return await work({
          signal: stop.signal,
          progress: (step, done, total) => {
            job.progress = { step, done, total };
          },
        });
      } finally {
        running.delete(reportId);
      }
    },
    progress: (reportId) => running.get(reportId)?.progress ?? null,
    cancel: (reportId) => running.get(reportId)?.stop.abort(),
    close() {
      for (const { stop } of running.values()) stop.abort();
    },
  };
}
