/** The part of the runner that injects faults at every write. */
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { tableLines } from '../table.ts';
import { buildShim } from './call-shim.ts';
import { everyCall } from './choice.ts';
import { faultDescriptions } from './faults.ts';
import { injectInto, type OperationReport } from './inject.ts';
import { operationNamed, operations } from './operations.ts';

const mostLanes = 4;

function tableOf(reports: readonly OperationReport[]): string[] {
  const sum = (of: (report: OperationReport) => number) => reports.reduce((total, one) => total + of(one), 0);
  const row = (one: OperationReport) => [
    one.operation,
    one.calls,
    one.injected,
    one.toldAsFailed,
    one.killed,
    one.failures.length,
    `${one.seconds.toFixed(0)} s`,
  ];
  return tableLines([
    ['operation', 'calls', 'faults injected', 'told as failed', 'killed', 'failures', 'time'],
    ...reports.map(row),
    [
      'all',
      sum(({ calls }) => calls),
      sum(({ injected }) => injected),
      sum(({ toldAsFailed }) => toldAsFailed),
      sum(({ killed }) => killed),
      sum(({ failures }) => failures.length),
      `${sum(({ seconds }) => seconds).toFixed(0)} s`,
    ],
  ]);
}

/**
 * Injects into the operations named, or all. With `--all` every call meets every fault; else see everyCall. The number of
 * failures; 0 with a word where this machine cannot do it.
 */
export async function runWrites(
  root: string,
  words: readonly string[],
  write: (line: string) => void,
): Promise<number> {
  const all = words.includes('--all');
  const names = words.filter((word) => word !== '--all');
  const chosen = names.length === 0 ? operations : names.map(operationNamed);
  const library = join(root, 'failing-calls.so');
  const reason = buildShim(library);
  if (reason !== null) {
    write(`no faults at single writes: ${reason}`);
    return 0;
  }
  const work = join(root, 'writes');
  mkdirSync(work);
  const reports: OperationReport[] = [];
  for (const operation of chosen) {
    const report = await injectInto(operation, {
      root: work,
      library,
      lanes: Math.min(mostLanes, availableParallelism()),
      choose: (injections) => (all ? [...injections] : everyCall(injections)),
    });
    reports.push(report);
    write(`${operation.name}: ${report.injected} faults, ${report.failures.length} failures`);
    for (const failure of report.failures) write(failure);
  }
  write('');
  for (const line of tableOf(reports)) write(line);
  write('');
  for (const line of tableLines(Object.entries(faultDescriptions).map(([fault, words]) => [fault, words])))
    write(line);
  return reports.reduce((total, { failures }) => total + failures.length, 0);
}
