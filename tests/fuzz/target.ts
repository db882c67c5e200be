/** What is fuzzed: a parser, valid inputs for it, ways to spoil them, and the law its results keep. */
import type { Random } from './random.ts';

/** An input as it could come to the program: a file with its name, or words and requests written down as one. */
export interface FuzzInput {
  name: string;
  bytes: Uint8Array;
}

export type Verdict = 'accepted' | 'refused';

export interface PreparedTarget {
  /** The same input for the same choices. */
  make(random: Random): FuzzInput | Promise<FuzzInput>;
  /**
   * Hands the input to the parser. Throws where the parser threw, or where what it answered breaks its law; the message
   * says which.
   */
  attempt(input: FuzzInput): Verdict | Promise<Verdict>;
  /** Ends what `prepare` began. */
  close?(): void | Promise<void>;
}

export interface FuzzTarget {
  name: string;
  /** Processor time of one input from which on it counts as a failure; 2 s unless told, which is for one file. */
  slowMilliseconds?: number;
  /** Makes the valid inputs, by the program itself or from the fixtures. `folder` is empty and the target's own. */
  prepare(folder: string): Promise<PreparedTarget>;
}

/** Throws with `law` where it does not hold. */
export function mustHold(holds: boolean, law: string): asserts holds {
  if (!holds) throw new Error(`law broken: ${law}`);
}
