/** One thread that parses one file at a time, bounded in time and memory whatever the file does to it. */
import { Worker } from 'node:worker_threads';
import { type ErrorCode, type ErrorParameters, failed, type Outcome } from '../../../shared/errors.ts';

export interface ThreadRequest {
  name: string;
  bytes: Uint8Array;
}

export type ThreadReply<T> = { kind: 'ready' } | { kind: 'outcome'; outcome: Outcome<T> };

export interface ThreadLimits {
  /** For one file, the thread's start included. */
  timeLimitMilliseconds: number;
  /** What the thread may hold, its own program and the file's bytes included. */
  memoryLimitMegabytes: number;
}

/** `T` is what the thread's entry file makes of a file. */
export interface ParseThread<T> {
  /** Whether it can take another file. */
  alive(): boolean;
  /**
   * Reads one file; one at a time. Answers as the entry file does, and with `name` import.tookTooLong,
   * import.tooLarge (`limit`: «512 MB»), import.damaged (the file made the parser fail). Rejects only when the thread
   * could not be started, which no file can bring about.
   */
  read(name: string, bytes: Uint8Array): Promise<Outcome<T>>;
  /** Ends the thread; a reading under way answers with `code`. */
  end(code: ErrorCode): void;
}

interface Job<T> {
  name: string;
  settle(outcome: Outcome<T>): void;
  reject(error: unknown): void;
  stopWatching(): void;
}

/** V8 bounds its own heap; the bytes of unpacked streams lie outside of it and are looked at this often. */
const memoryWatchMilliseconds = 50;
const mebibyte = 1024 * 1024;

/** Bytes that a thread holds in its heap and outside of it; none while it starts or ends. */
async function memoryOf(worker: Worker): Promise<number> {
  try {
    const { used_heap_size: heap, external_memory: external } = await worker.getHeapStatistics();
    return heap + external;
  } catch {
    return 0;
  }
}

/**
 * Starts a thread that runs `file`, which answers with `ThreadReply<T>` (see `parse-worker.ts`). It ends only by `end`,
 * by a limit, or when a file made it fail.
 */
export function startParseThread<T>(limits: ThreadLimits, file: string): ParseThread<T> {
  const worker = new Worker(file, {
    // What the process was started with is not for this thread.
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryLimitMegabytes },
  });
  // What it prints is for nobody; streams left open to be read would keep the process alive.
  worker.stdout.destroy();
  worker.stderr.destroy();
  // An idle thread keeps no process alive.
  worker.unref();
  let alive = true;
  let ready = false;
  let job: Job<T> | null = null;
  let failure: { error: unknown } | null = null;

  function takeJob(): Job<T> | null {
    const taken = job;
    job = null;
    taken?.stopWatching();
    worker.unref();
    return taken;
  }

  function end(code: ErrorCode, parameters: ErrorParameters = {}): void {
    alive = false;
    const ended = takeJob();
    ended?.settle(failed(code, { name: ended.name, ...parameters }));
    void worker.terminate();
  }

  const endTooLarge = () => end('import.tooLarge', { limit: `${limits.memoryLimitMegabytes} MB` });

  worker.on('message', (reply: ThreadReply<T>) => {
    ready = true;
    if (reply.kind === 'outcome') takeJob()?.settle(reply.outcome);
  });
  worker.on('error', (error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') endTooLarge();
    else if (ready) end('import.damaged');
    else failure = { error };
  });
  // The word that it is ready may come behind the error of its first file, but never behind its exit.
  worker.on('exit', () => {
    alive = false;
    if (failure !== null && !ready) takeJob()?.reject(failure.error);
    else end('import.damaged');
  });

  function watch(): () => void {
    const clock = setTimeout(() => end('import.tookTooLong'), limits.timeLimitMilliseconds);
    const memory = setInterval(async () => {
      const held = await memoryOf(worker);
      if (job !== null && held > limits.memoryLimitMegabytes * mebibyte) endTooLarge();
    }, memoryWatchMilliseconds);
    return () => {
      clearTimeout(clock);
      clearInterval(memory);
    };
  }

  return {
    alive: () => alive,
    read: (name, bytes) =>
      new Promise((settle, reject) => {
        worker.ref();
        job = { name, settle, reject, stopWatching: watch() };
        // A copy of its own: the caller keeps the bytes, and no larger buffer behind them is taken along.
        const copy = new Uint8Array(bytes);
        const request: ThreadRequest = { name, bytes: copy };
        worker.postMessage(request, [copy.buffer]);
      }),
    end,
  };
}
