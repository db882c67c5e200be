/** Every import is parsed off the main thread: a queue of jobs, a few at once, each of which can be cancelled. */
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import type { ReadReport } from './import-file.ts';
import { type ParseThread, parseWorkerFile, startParseThread, type ThreadLimits } from './parse-thread.ts';

export interface ParseJobs {
  /**
   * Reads and understands a file of any format that is read. `key` names the job for `cancel`; `name` is the file's, told in
   * errors. The time limit counts from the job's turn, not from the call. Errors, each with `name`: those of
   * `readAnyReportFile`, import.tookTooLong, import.tooLarge (`limit`: «512 MB» of memory), import.damaged (also when
   * the parser failed over it), import.cancelled.
   */
  read(key: string, name: string, bytes: Uint8Array): Promise<Outcome<ReadReport>>;
  /** What `read` understood, without the pictures. */
  parse(key: string, name: string, bytes: Uint8Array): Promise<Outcome<ParsedReport>>;
  /** Ends the jobs of that key, waiting or under way; they answer import.cancelled. Without such jobs nothing happens. */
  cancel(key: string): void;
  /** Cancels everything and ends the threads. Later jobs answer import.cancelled. */
  close(): void;
}

export interface ParseJobOptions extends Partial<ThreadLimits> {
  /** Jobs under way at the same time; the others wait. */
  atOnce?: number;
  /** How long a thread without work is kept, for the next file to start at once. */
  idleMilliseconds?: number;
  /** The thread's entry file. */
  workerFile?: string;
}

interface Job {
  key: string;
  name: string;
  bytes: Uint8Array;
  settle(outcome: Outcome<ReadReport>): void;
  reject(error: unknown): void;
}

const cancelled = ({ name }: Job) => failed('import.cancelled', { name });

export function createParseJobs(options: ParseJobOptions = {}): ParseJobs {
  const { atOnce = 2, idleMilliseconds = 120_000, workerFile = parseWorkerFile } = options;
  const limits: ThreadLimits = {
    timeLimitMilliseconds: options.timeLimitMilliseconds ?? 20_000,
    memoryLimitMegabytes: options.memoryLimitMegabytes ?? 512,
  };
  let waiting: Job[] = [];
  const running = new Map<Job, ParseThread>();
  let closed = false;
  // Starting a thread takes longer than parsing a report: the last one is kept warm.
  let warm: { thread: ParseThread; release: NodeJS.Timeout } | null = null;

  function takeThread(): ParseThread {
    const kept = warm;
    warm = null;
    clearTimeout(kept?.release);
    return kept?.thread.alive() ? kept.thread : startParseThread(limits, workerFile);
  }

  function giveBack(thread: ParseThread): void {
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

  async function run(job: Job): Promise<void> {
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

  function cancelWhere(matches: (job: Job) => boolean): void {
    for (const job of waiting.filter(matches)) job.settle(cancelled(job));
    waiting = waiting.filter((job) => !matches(job));
    for (const [job, thread] of running) if (matches(job)) thread.end('import.cancelled');
  }

  const read: ParseJobs['read'] = (key, name, bytes) =>
    new Promise((settle, reject) => {
      const job: Job = { key, name, bytes, settle, reject };
      if (closed) {
        settle(cancelled(job));
        return;
      }
      waiting.push(job);
      startWaiting();
    });

  return {
    read,
    async parse(key, name, bytes) {
      const outcome = await read(key, name, bytes);
      return outcome.ok ? done(outcome.value.parsed) : outcome;
    },
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
