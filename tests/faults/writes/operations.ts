/** The operations at whose every write a fault is injected: what is there before, what is done, what it touches. */
import type { Outcome } from '../../../src/shared/errors.ts';
import { leavingOperations } from './operations-leaving.ts';
import { startingOperations } from './operations-starting.ts';
import { workingOperations } from './operations-working.ts';
import type { Scene } from './scene.ts';

export interface FaultOperation {
  name: string;
  /** Makes what is there before, once; every run gets a copy. */
  prepare(scene: Scene): Promise<void>;
  /** `act` is what opens the workspace; else it is open already. */
  opensItself?: boolean;
  /** To be done in every run before the faults begin. */
  arrange?(scene: Scene): Promise<void>;
  /** While the faults last. */
  act(scene: Scene): Promise<Outcome<unknown>>;
  /**
   * For what comes after a failure that is more than one step: whether the files may be in the state that the operation
   * leads to although it told of a failure. The .docx that was written and could not be recorded is there.
   */
  mayHaveHappened?: boolean;
  /** Tables that hold records of attempts, which a failed attempt may leave as well. */
  recordsOfAttempts?: readonly string[];
  /** After a fault that let nobody tidy up, the operation done once more has to leave nothing of the first attempt. */
  repeats?: boolean;
  /** The way from a refused workspace to one that opens, for a judge that meets one. */
  recover?(scene: Scene): Promise<Outcome<unknown>>;
  /** Throws where something particular to the operation is not right; called with the workspace open. */
  judge?(scene: Scene, told: 'done' | 'failed' | 'killed'): Promise<void>;
}

export const operations: readonly FaultOperation[] = [
  ...workingOperations,
  ...startingOperations,
  ...leavingOperations,
];

export function operationNamed(name: string): FaultOperation {
  const found = operations.find((operation) => operation.name === name);
  if (found === undefined) {
    throw new Error(`no operation ${name}; there are ${operations.map((one) => one.name).join(', ')}`);
  }
  return found;
}
