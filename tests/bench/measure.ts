/** Timing without judgement: medians and 95th percentiles, printed with the machine they were taken on. */
import { arch, cpus, platform, release, totalmem } from 'node:os';

export interface Timing {
  name: string;
  runs: number;
  /** Milliseconds. */
  median: number;
  p95: number;
  goal?: string;
}

export function quantile(sorted: readonly number[], share: number): number {
  const index = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  return sorted[Math.max(0, index)] ?? Number.NaN;
}

export function timing(name: string, samples: readonly number[], goal?: string): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    name,
    runs: sorted.length,
    median: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    ...(goal === undefined ? {} : { goal }),
  };
}

/** Times `work` `runs` times after `warmUps` unmeasured ones; `prepare` runs before each, outside the measure. */
export async function measure<T>(
  name: string,
  options: { runs: number; warmUps?: number; goal?: string; prepare?: () => Promise<T> | T },
  work: (prepared: T | undefined) => Promise<unknown> | unknown,
): Promise<Timing> {
  const samples: number[] = [];
  for (let run = -(options.warmUps ?? 1); run < options.runs; run += 1) {
    const prepared = await options.prepare?.();
    const start = performance.now();
    await work(prepared);
    const elapsed = performance.now() - start;
    if (run >= 0) samples.push(elapsed);
  }
  return timing(name, samples, options.goal);
}

export function machine(): string {
  const [processor] = cpus();
  const memory = (totalmem() / 1024 ** 3).toFixed(0);
  return `${processor?.model.trim() ?? '?'} × ${cpus().length}, ${memory} GB, ${platform()} ${release()} ${arch()}, Node ${process.version}`;
}

export function printTimings(timings: readonly Timing[]): void {
  const width = Math.max(...timings.map(({ name }) => name.length));
  for (const { name, runs, median, p95, goal } of timings) {
    const figures = `median ${median.toFixed(1).padStart(8)} ms   p95 ${p95.toFixed(1).padStart(8)} ms   ${String(runs).padStart(4)} runs`;
    process.stdout.write(
      `${name.padEnd(width)}   ${figures}${goal === undefined ? '' : `   goal: ${goal}`}\n`,
    );
  }
}
