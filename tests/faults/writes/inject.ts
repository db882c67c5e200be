/** One operation, run once for each chosen call and fault; each time what is left is judged. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { cpSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readCalls } from './call-shim.ts';
import { faults, suits } from './faults.ts';
import { described, type Injection } from './injection.ts';
import { judge, judgeAgain, type Remains, type Told } from './judge.ts';
import { openLane, type RunEnd } from './lane.ts';
import { mayLeaveTraces, type References, requireProperEnd, requireWholeState } from './laws.ts';
import type { Order } from './operation-process.ts';
import type { FaultOperation } from './operations.ts';
import { placesIn, sceneIn } from './scene.ts';

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
  /** Which of all injections are made. */
  choose: (all: readonly Injection[]) => Injection[];
}

type Plan = Pick<Order, 'number' | 'fault' | 'acts' | 'goesOn'>;

interface Workplace {
  run(plan: Plan): Promise<RunEnd>;
  judge(told: Told): Promise<Remains>;
  judgeAgain(): Promise<void>;
  calls(): ReturnType<typeof readCalls>;
  close(): void;
}

/** A process and the folder that it works in; every run begins with a fresh copy of what is there before. */
function openWorkplace(operation: FaultOperation, options: InjectOptions, number: number): Workplace {
  const folder = join(options.root, `lane${number}`);
  mkdirSync(folder, { recursive: true });
  const log = join(options.root, `lane${number}.log`);
  const cache = join(options.root, 'compiled');
  const lane = openLane({
    library: options.library,
    folder: `${realpathSync(folder)}${sep}`,
    log,
    cache,
  });
  const root = join(folder, 'root');
  return {
    async run(plan) {
      rmSync(root, { recursive: true, force: true });
      cpSync(templateOf(operation, options), root, { recursive: true, preserveTimestamps: true });
      return lane.run({ ...plan, root, operation: operation.name });
    },
    judge: (told) => judge(placesIn(root), operation, told),
    judgeAgain: () => judgeAgain(placesIn(root), operation),
    calls: () => readCalls(log),
    close: lane.close,
  };
}

function templateOf(operation: FaultOperation, { root }: InjectOptions): string {
  return join(root, `template-${operation.name}`);
}

async function prepareTemplate(operation: FaultOperation, options: InjectOptions): Promise<void> {
  const template = templateOf(operation, options);
  mkdirSync(template);
  const scene = sceneIn(template, { ids: 'before', hour: 0 });
  try {
    await operation.prepare(scene);
  } finally {
    scene.close();
  }
}

/** What runs without faults lead to. */
async function referencesFrom(workplace: Workplace, isKilled: boolean): Promise<References> {
  const withoutFault = async (acts: boolean, goesOn: boolean) => {
    const end = await workplace.run({ number: 0, fault: 'eio', acts, goesOn });
    deepStrictEqual(end, { kind: 'answered', answer: { act: null, later: null } });
    return workplace.judge(acts ? 'done' : 'failed');
  };
  const later = {
    beforeLater: await withoutFault(false, true),
    afterLater: await withoutFault(true, true),
  };
  // Only a process that was killed does not go on.
  return isKilled
    ? { ...later, before: await withoutFault(false, false), after: await withoutFault(true, false) }
    : { ...later, before: later.beforeLater, after: later.afterLater };
}

/** Throws where a law is broken. */
async function inject(
  workplace: Workplace,
  { call, fault }: Injection,
  references: References,
  operation: FaultOperation,
): Promise<Told> {
  const end = await workplace.run({ number: call.number, fault, acts: true, goesOn: true });
  const told = requireProperEnd(end, fault);
  ok(
    workplace.calls().some(({ hit }) => hit),
    'the call was not met',
  );
  const synced = call.kind === 'sync';
  requireWholeState(await workplace.judge(told), { told, fault, synced }, references, operation);
  if (mayLeaveTraces(fault) && operation.repeats === true) await workplace.judgeAgain();
  return told;
}

export async function injectInto(
  operation: FaultOperation,
  options: InjectOptions,
): Promise<OperationReport> {
  const begun = performance.now();
  const report: OperationReport = {
    operation: operation.name,
    calls: 0,
    injected: 0,
    toldAsFailed: 0,
    killed: 0,
    failures: [],
    seconds: 0,
  };
  await prepareTemplate(operation, options);
  const first = openWorkplace(operation, options, 1);
  const workplaces = [first];
  try {
    await first.run({ number: 0, fault: 'eio', acts: true, goesOn: false });
    const calls = first.calls();
    report.calls = calls.length;
    const all = calls.flatMap((call) =>
      faults.filter((fault) => suits(fault, call.kind)).map((fault): Injection => ({ call, fault })),
    );
    const queue = options.choose(all);
    const isKilled = queue.some(({ fault }) => fault === 'kill');
    const references = await referencesFrom(first, isKilled);
    const work = async (workplace: Workplace) => {
      for (let injection = queue.shift(); injection !== undefined; injection = queue.shift()) {
        report.injected += 1;
        try {
          const told = await inject(workplace, injection, references, operation);
          report.toldAsFailed += Number(told === 'failed');
          report.killed += Number(told === 'killed');
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          report.failures.push(`${operation.name}, ${described(injection)}: ${reason}`);
        }
      }
    };
    while (workplaces.length < options.lanes) {
      workplaces.push(openWorkplace(operation, options, workplaces.length + 1));
    }
    await Promise.all(workplaces.map(work));
  } finally {
    for (const workplace of workplaces) workplace.close();
    rmSync(templateOf(operation, options), { recursive: true, force: true });
  }
  report.seconds = (performance.now() - begun) / 1000;
  return report;
}
