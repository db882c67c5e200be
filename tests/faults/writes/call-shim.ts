/** The library that stands between a program and the calls that change files: built here, steered from within. */
import { execFileSync } from 'node:child_process';
import { accessSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CallKind, callKinds, type Fault } from './faults.ts';

const source = join(import.meta.dirname, 'failing-calls.c');

/** Builds the library at `target`; the reason in words where this machine cannot. */
export function buildShim(target: string): string | null {
  if (process.platform !== 'linux') return 'needs Linux';
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-Wall', '-Wextra', '-Werror', '-o', target, source], {
      stdio: 'pipe',
    });
    return null;
  } catch (error) {
    return `needs a C compiler with the headers of glibc (${error instanceof Error ? error.message.split('\n')[0] : ''})`;
  }
}

export interface ShimPlaces {
  library: string;
  /** Calls on what stands below it are counted. */
  folder: string;
  log: string;
}

/** For the process that is to meet faults. */
export function shimEnvironment({ library, folder, log }: ShimPlaces): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LD_PRELOAD: library,
    XIANGBAO_FAULTS_FOLDER: folder,
    XIANGBAO_FAULTS_LOG: log,
    // Calls must pass through the library, not through a ring that the system empties.
    UV_USE_IO_URING: '0',
  };
}

/** `number` 0 lets every call pass and only counts. */
export interface Plan {
  number: number;
  fault: Fault;
}

/** To be called in the process that has the library. Throws ENOENT where it has not. */
export function beginFaults({ number, fault }: Plan): void {
  accessSync(`/xiangbao-faults/begin/${number}/${fault}`);
}

export function endFaults(): void {
  accessSync('/xiangbao-faults/end');
}

export interface WatchedCall {
  number: number;
  kind: CallKind;
  hit: boolean;
  path: string;
}

function isKind(word: string | undefined): word is CallKind {
  return callKinds.some((kind) => kind === word);
}

export function readCalls(log: string): WatchedCall[] {
  const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => {
    const [number, kind, hit, ...path] = line.split(' ');
    if (!isKind(kind)) throw new Error(`unknown call: ${line}`);
    return { number: Number(number), kind, hit: hit === 'hit', path: path.join(' ') };
  });
}
