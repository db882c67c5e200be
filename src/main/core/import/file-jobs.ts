/** Files parsed off the main thread: a queue of jobs, a few at once, each of which can be cancelled. */
import { failed, type Outcome } from '../../../shared/errors.ts';
import { type ParseThread, startParseThread, type ThreadLimits } from './parse-thread.ts';

/** `T` is what the threads' entry file makes of a file. */
export interface FileJobs<T> {
  /**
   * Reads a file. `key` names the job for `cancel`; `name` is the file's, told in errors. The time limit counts from the
   * job's turn, not from the call. Errors, each with `name`: those of the entry file, import.tookTooLong, import.tooLarge
   * (`limit`: «512 MB» of memory), import.damaged (also when the parser failed over it), import.cancelled.
   */
  read(key: string, name: string, bytes: Uint8Array): Promise<Outcome<T>>;
  /** Ends the jobs of that key, waiting or under way; they answer import.cancelled. Without such jobs nothing happens. */
  cancel(key: string): void;
  /** Cancels everything and ends the threads. Later jobs answer import.cancelled. */
  close(): void;
}

export interface FileJobOptions extends Partial<ThreadLimits> {
  /** Jobs under way at the same time; the others wait. */
  atOnce?: number;
  /** How long a thread without work is kept, for the next file to start at once. */
  idleMilliseconds?: number;
  /** The threads' entry file. */
  workerFile: string;
}

interface Job<T> {
  key: string;
  name: string;
  bytes: Uint8Array;
  settle(outcome: Outcome<T>): void;
  reject(error: unknown): void;
}

const cancelled = ({ name }: { name: string }) => failed('import.cancelled', { name });

export function createFileJobs<T>(options: FileJobOptions): FileJobs<T> {
  const { atOnce = 2, idleMilliseconds = 120_000, workerFile } = options;
  const limits: ThreadLimits = {
    timeLimitMilliseconds: options.timeLimitMilliseconds ?? 20_000,
    memoryLimitMegabytes: options.memoryLimitMegabytes ?? 512,
  };
  let waiting: Job<T>[] = [];
  const running = new Map<Job<T>, ParseThread<T>>();
  let closed = false;
  // Starting a thread takes longer than parsing a report: the last one is kept warm.
  let warm: { thread: ParseThread<T>; release: NodeJS.Timeout } | null = null;

  function takeThread(): ParseThread<T> {
    const kept = warm;
    warm = null;
    clearTimeout(kept?.release);
    return kept?.thread.alive() ? kept.thread : startParseThread<T>(limits, workerFile);
  }

  function giveBack(thread: ParseThread<T>): void {
    if (closed || warm !== null || !thread.alive()) {
      thread.end('import.cancelled');
      return;
    }
    const release = setTimeout(() => {
      warm = null;
      thread.end('import.cancelled');
    }, idleMilliseconds);
    release.unref();
    warm = { thread, release };
  }

  async function run(job: Job<T>): Promise<void> {
    const thread = takeThread();
    running.set(job, thread);
    try {
      job.settle(await thread.read(job.name, job.bytes));
    } catch (error) {
      job.reject(error);
    }
    running.delete(job);
    giveBack(thread);
    startWaiting();
  }

  function startWaiting(): void {
    while (running.size < atOnce) {
      const job = waiting.shift();
      if (job === undefined) return;
      void run(job);
    }
  }

  function cancelWhere(matches: (job: Job<T>) => boolean): void {
    for (const job of waiting.filter(matches)) job.settle(cancelled(job));
    waiting = waiting.filter((job) => !matches(job));
    for (const [job, thread] of running) if (matches(job)) thread.end('import.cancelled');
  }

  const read: FileJobs<T>['read'] = (key, name, bytes) =>
    new Promise((settle, reject) => {
      const job: Job<T> = { key, name, bytes, settle, reject };
      if (closed) {
        settle(cancelled(job));
        return;
      }
      waiting.push(job);
      startWaiting();
    });

  return {
    read,
    cancel: (key) => cancelWhere((job) => job.key === key),
    close() {
      closed = true;
      cancelWhere(() => true);
      clearTimeout(warm?.release);
      warm?.thread.end('import.cancelled');
      warm = null;
    },
  };
}
