/** One operation, run once for each of its calls and each fault that suits it; each time what is left is judged. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { cpSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { errorCodes } from '../../../src/shared/errors.ts';
import { readCalls, type WatchedCall } from './call-shim.ts';
import { type Fault, faults, suits } from './faults.ts';
import { judge, judgeAgain, type Remains, type Told } from './judge.ts';
import { type Lane, openLane, type RunEnd } from './lane.ts';
import type { Answer, Order } from './operation-process.ts';
import type { FaultOperation } from './operations.ts';
import { placesIn, sceneIn } from './scene.ts';

export interface Injection {
  call: WatchedCall;
  fault: Fault;
}

export interface OperationReport {
  operation: string;
  /** Calls that change files, of one run without faults. */
  calls: number;
  injected: number;
  /** Runs whose operation told of a failure. */
  toldAsFailed: number;
  killed: number;
  /** Sentences that say which injection broke which law. */
  failures: string[];
  seconds: number;
}

export interface InjectOptions {
  /** An empty folder. */
  root: string;
  library: string;
  /** How many processes at once. */
  lanes: number;
  /** Which of all injections are made; without it all. */
  choose?: (all: readonly Injection[]) => Injection[];
}

/** What there may be afterwards; `Later`: with the text that is written once the disk is well again. */
interface References {
  before: Remains;
  beforeLater: Remains;
  after: Remains;
  afterLater: Remains;
}

/** Faults after which the program or the drive may not have been able to tidy a stick up. */
const untidy: readonly Fault[] = ['kill', 'gone'];

function toldBy(end: RunEnd): Told {
  if (end.kind !== 'answered') return 'killed';
  return end.answer.act === null ? 'done' : 'failed';
}

function requireProperEnd(end: RunEnd, fault: Fault): Answer | null {
  if (end.kind === 'answered') {
    const { act, later } = end.answer;
    deepStrictEqual(later, null, 'what was written after the fault was not saved');
    ok(act === null || errorCodes.some((code) => code === act), `unknown failure ${act}`);
    ok(act !== 'internal', 'told as a bug');
    return end.answer;
  }
  ok(end.kind !== 'hung', 'hung');
  const { signal, code, errors } = end;
  ok(fault === 'kill' && signal === 'SIGKILL', `ended with ${signal ?? code}: ${errors}`);
  return null;
}

/** Throws unless `found` is wholly one of `allowed`. */
function requireOneOf(
  found: Record<string, string>,
  allowed: readonly Record<string, string>[],
  what: string,
): void {
  if (allowed.some((one) => JSON.stringify(one) === JSON.stringify(found))) return;
  const differing = allowed.map((one) =>
    [...new Set([...Object.keys(one), ...Object.keys(found)])]
      .filter((name) => one[name] !== found[name])
      .join(', '),
  );
  throw new Error(`${what}: neither state is there; different from them are ${differing.join(' | ')}`);
}

function without(rows: Record<string, string>, tables: readonly string[]): Record<string, string> {
  // The digests of records of attempts differ with them; a wrong digest was found by the judge.
  const left = tables.length === 0 ? tables : [...tables, 'row_digest'];
  return Object.fromEntries(Object.entries(rows).filter(([name]) => !left.includes(name)));
}

function compare(remains: Remains, told: Told, references: References, operation: FaultOperation): void {
  const { before, after } =
    told === 'killed' ? references : { before: references.beforeLater, after: references.afterLater };
  const states = told === 'done' ? [after] : told === 'failed' ? [before] : [before, after];
  const loose = operation.recordsOfAttempts ?? [];
  requireOneOf(
    without(remains.rows, loose),
    states.map(({ rows }) => without(rows, loose)),
    `the workspace, ${told}`,
  );
  const files = told === 'done' ? [after] : operation.mayHaveHappened === true ? [before, after] : states;
  const onStick = told === 'killed' ? [before, after] : files;
  const tree = Object.fromEntries(
    Object.entries(remains.stick).filter(([path]) => !/^\.xiangbao-[^/]*$|\.正在写(\/|$)/.test(path)),
  );
  requireOneOf(
    tree,
    onStick.map(({ stick }) => stick),
    `the stick, ${told}`,
  );
}

class Runs {
  readonly #operation: FaultOperation;
  readonly #template: string;
  readonly #options: InjectOptions;

  constructor(operation: FaultOperation, template: string, options: InjectOptions) {
    this.#operation = operation;
    this.#template = template;
    this.#options = options;
  }

  openLane(number: number): { lane: Lane; root: string; log: string } {
    const folder = join(this.#options.root, `lane${number}`);
    mkdirSync(folder, { recursive: true });
    const log = join(this.#options.root, `lane${number}.log`);
    const cache = join(this.#options.root, 'compiled');
    const lane = openLane({
      library: this.#options.library,
      folder: `${realpathSync(folder)}${sep}`,
      log,
      cache,
    });
    return { lane, root: join(folder, 'root'), log };
  }

  async run(
    lane: Lane,
    root: string,
    plan: Pick<Order, 'number' | 'fault' | 'acts' | 'goesOn'>,
  ): Promise<RunEnd> {
    rmSync(root, { recursive: true, force: true });
    cpSync(this.#template, root, { recursive: true, preserveTimestamps: true });
    return lane.run({ ...plan, root, operation: this.#operation.name });
  }

  /** A run without faults. */
  async reference(lane: Lane, root: string, acts: boolean, goesOn: boolean): Promise<Remains> {
    const end = await this.run(lane, root, { number: 0, fault: 'eio', acts, goesOn });
    deepStrictEqual(end, { kind: 'answered', answer: { act: null, later: null } });
    return judge(placesIn(root), this.#operation, acts ? 'done' : 'failed');
  }

  async inject(lane: Lane, root: string, log: string, references: References, injection: Injection) {
    const { fault, call } = injection;
    const end = await this.run(lane, root, { number: call.number, fault, acts: true, goesOn: true });
    const told = toldBy(end);
    requireProperEnd(end, fault);
    ok(
      readCalls(log).some(({ hit }) => hit),
      'the call was not met',
    );
    const places = placesIn(root);
    compare(await judge(places, this.#operation, told), told, references, this.#operation);
    if (untidy.includes(fault) && this.#operation.repeats === true) await judgeAgain(places, this.#operation);
    return told;
  }
}

/** Where a call leads, without what differs from run to run. */
function described({ call, fault }: Injection): string {
  const path = call.path.replace(/^.*\/root\//, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
  return `call ${call.number} (${call.kind} ${path}), ${fault}`;
}

export async function injectInto(
  operation: FaultOperation,
  options: InjectOptions,
): Promise<OperationReport> {
  const begun = performance.now();
  const template = join(options.root, `template-${operation.name}`);
  mkdirSync(template);
  const scene = sceneIn(template, { ids: 'before', hour: 0 });
  await operation.prepare(scene);
  scene.close();
  const runs = new Runs(operation, template, options);
  const lanes = Array.from({ length: options.lanes }, (_, number) => runs.openLane(number));
  const [first] = lanes;
  if (first === undefined) throw new Error('no lane');
  const report: OperationReport = {
    operation: operation.name,
    calls: 0,
    injected: 0,
    toldAsFailed: 0,
    killed: 0,
    failures: [],
    seconds: 0,
  };
  try {
    const { lane, root, log } = first;
    const references = {
      before: await runs.reference(lane, root, false, false),
      beforeLater: await runs.reference(lane, root, false, true),
      after: await runs.reference(lane, root, true, false),
      afterLater: await runs.reference(lane, root, true, true),
    };
    const calls = readCalls(log);
    report.calls = calls.length;
    const all = calls.flatMap((call) =>
      faults
        .filter((fault) => fault !== 'lying' && suits(fault, call.kind))
        .map((fault): Injection => ({ call, fault })),
    );
    const queue = options.choose?.(all) ?? all;
    let next = 0;
    const work = async ({ lane, root, log }: (typeof lanes)[number]) => {
      for (let injection = queue[next++]; injection !== undefined; injection = queue[next++]) {
        try {
          const told = await runs.inject(lane, root, log, references, injection);
          report.toldAsFailed += Number(told === 'failed');
          report.killed += Number(told === 'killed');
        } catch (error) {
          report.failures.push(
            `${described(injection)}: ${error instanceof Error ? error.message : String(error)}`,
          );
        }
        report.injected += 1;
      }
    };
    await Promise.all(lanes.map(work));
  } finally {
    for (const { lane } of lanes) lane.close();
    rmSync(template, { recursive: true, force: true });
  }
  report.seconds = (performance.now() - begun) / 1000;
  return report;
}
