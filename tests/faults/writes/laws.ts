/** What must hold after every run, whatever failed. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { errorCodes } from '../../../src/shared/errors.ts';
import type { Fault } from './faults.ts';
import type { Remains, Told } from './judge.ts';
import type { RunEnd } from './lane.ts';
import type { FaultOperation } from './operations.ts';

/** What there may be afterwards; `Later`: with the text that is written once the disk is well again. */
export interface References {
  before: Remains;
  beforeLater: Remains;
  after: Remains;
  afterLater: Remains;
}

/** Faults after which the program, or the drive, may have been unable to tidy up: that is then the next attempt's work. */
const untidy: readonly Fault[] = ['kill', 'gone'];
const unfinishedName = /^\.xiangbao-[^/]*$/;
/**
 * A drive that takes no name any more does not give the older submission its name back either. The person is told so
 * (submission.interrupted), and the next look or writing does it.
 */
const stuck: readonly Fault[] = [...untidy, 'full'];
const meanwhileName = /\.(正在写|上一份)(\/|$)/;

export function mayLeaveTraces(fault: Fault): boolean {
  return stuck.includes(fault);
}

function isTrace(path: string, fault: Fault): boolean {
  return (
    (untidy.includes(fault) && unfinishedName.test(path)) ||
    (stuck.includes(fault) && meanwhileName.test(path))
  );
}

/**
 * A failure is told by a code, never by a crash; only `kill` may end the process; and once the disk is well again the
 * same program saves again. Throws where this is not so.
 */
export function requireProperEnd(end: RunEnd, fault: Fault): Told {
  ok(end.kind !== 'hung', 'hung');
  if (end.kind === 'ended') {
    const { signal, code, errors } = end;
    ok(fault === 'kill' && signal === 'SIGKILL', `ended with ${signal ?? code}: ${errors}`);
    return 'killed';
  }
  const { act, later } = end.answer;
  deepStrictEqual(later, null, 'what was written after the fault was not saved');
  ok(act === null || (act !== 'internal' && errorCodes.some((code) => code === act)), `told as ${act}`);
  return act === null ? 'done' : 'failed';
}

function requireOneOf(found: Record<string, string>, allowed: Record<string, string>[], what: string): void {
  if (allowed.some((one) => JSON.stringify(one) === JSON.stringify(found))) return;
  const differing = allowed.map((one) => {
    const names = new Set([...Object.keys(one), ...Object.keys(found)]);
    return [...names].filter((name) => one[name] !== found[name]).join(', ');
  });
  throw new Error(`${what} is neither as before nor as after: ${differing.join(' | ')}`);
}

/**
 * The operation is wholly there or wholly absent, in the workspace to the last row and on the stick to the last byte, and
 * which of the two agrees with what was told. `synced`: the fault met the syncing of what was already written whole. That is
 * told as failed, because nobody knows whether it will still be there; where the file is opened again it may be, and the
 * page saves the same once more. Throws where this is not so.
 */
export function requireWholeState(
  remains: Remains,
  { told, fault, synced }: { told: Told; fault: Fault; synced: boolean },
  references: References,
  operation: FaultOperation,
): void {
  const { before, after } =
    told === 'killed' ? references : { before: references.beforeLater, after: references.afterLater };
  const either = told === 'killed' || (told === 'failed' && synced);
  const states = told === 'done' ? [after] : either ? [before, after] : [before];
  const loose = operation.recordsOfAttempts ?? [];
  const compared = (rows: Record<string, string>) =>
    Object.fromEntries(Object.entries(rows).filter(([table]) => !loose.includes(table)));
  requireOneOf(
    compared(remains.rows),
    states.map(({ rows }) => compared(rows)),
    `${told}; the workspace`,
  );
  const onStick = told === 'failed' && operation.mayHaveHappened === true ? [before, after] : states;
  const files = Object.entries(remains.stick).filter(([path]) => !isTrace(path, fault));
  requireOneOf(
    Object.fromEntries(files),
    onStick.map(({ stick }) => stick),
    `${told}; the stick`,
  );
}
