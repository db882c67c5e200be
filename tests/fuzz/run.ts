/**
 * npm run fuzz -- [target…] [runs] [seed]: hands spoilt inputs to every parser, or to those named, and tells what became
 * of them. `runs` is a number, or a time for each target, «300s». The same seed gives the same inputs; run n has the
 * seed n behind the first one, so that `npm run fuzz -- docx 1 4711` repeats the one run that failed with seed 4711.
 */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunResult, supervise, usualLimits } from './supervise.ts';
import type { FuzzTarget } from './target.ts';
import { targets } from './targets/index.ts';

interface Order {
  chosen: readonly FuzzTarget[];
  runs: number;
  seconds: number;
  firstSeed: number;
}

function orderOf(words: readonly string[]): Order {
  const names = words.filter((word) => !/^\d+s?$/.test(word));
  const [amount = '200', seed = '1'] = words.filter((word) => /^\d+s?$/.test(word));
  const unknown = names.filter((name) => !targets.some((target) => target.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `no target ${unknown.join(', ')}; there are ${targets.map(({ name }) => name).join(', ')}`,
    );
  }
  const timed = amount.endsWith('s');
  return {
    chosen: names.length === 0 ? targets : targets.filter(({ name }) => names.includes(name)),
    runs: timed ? Number.POSITIVE_INFINITY : Number(amount),
    seconds: timed ? Number.parseInt(amount, 10) : Number.POSITIVE_INFINITY,
    firstSeed: Number.parseInt(seed, 10),
  };
}

/** Beyond that many failures of one target there is nothing more to learn before some are mended. */
const mostFailures = 20;
const failureFolder = join(tmpdir(), 'xiangbao-fuzz-failures');

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

const columns = [
  'target',
  'runs',
  'accepted',
  'refused',
  'failures',
  'slowest ms',
  '(seed)',
  'peak MB',
  'seconds',
];

function printRow(cells: readonly (string | number)[]): void {
  write(
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(20) : String(cell).padStart(11))).join(''),
  );
}

async function fuzz(target: FuzzTarget, order: Order): Promise<(string | number)[]> {
  const { slowMilliseconds = usualLimits.slowMilliseconds } = target;
  const supervision = supervise(target.name, { ...usualLimits, slowMilliseconds });
  const counts = { accepted: 0, refused: 0, failed: 0 };
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  let slowest: RunResult | null = null;
  let peakBytes = 0;
  let runs = 0;
  try {
    while (runs < order.runs && seconds() < order.seconds && counts.failed < mostFailures) {
      const result = await supervision.run(order.firstSeed + runs);
      runs += 1;
      counts[result.outcome] += 1;
      if (slowest === null || result.milliseconds > slowest.milliseconds) slowest = result;
      peakBytes = Math.max(peakBytes, result.peakBytes);
      if (result.outcome === 'failed') {
        mkdirSync(failureFolder, { recursive: true });
        const path = join(failureFolder, `${target.name}-${result.seed}`);
        await supervision.write(result.seed, path);
        write(`${target.name}, seed ${result.seed}: ${result.reason}`);
        write(`  input: ${path}    again: npm run fuzz -- ${target.name} 1 ${result.seed}`);
      }
    }
  } finally {
    supervision.close();
  }
  return [
    target.name,
    runs,
    counts.accepted,
    counts.refused,
    counts.failed,
    Math.round(slowest?.milliseconds ?? 0),
    slowest?.seed ?? 0,
    Math.round(peakBytes / 1024 / 1024),
    Math.round(seconds()),
  ];
}

const order = orderOf(process.argv.slice(2));
const rows: (string | number)[][] = [];
printRow(columns);
for (const target of order.chosen) {
  const row = await fuzz(target, order);
  printRow(row);
  rows.push(row);
}
process.exitCode = rows.every((row) => row[4] === 0) ? 0 : 1;
