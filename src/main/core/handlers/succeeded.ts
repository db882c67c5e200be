import { ExpectedFailure, type Outcome } from '../../../shared/errors.ts';

/** The value; a failure ends the method. */
export function succeeded<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new ExpectedFailure(outcome.error.code, outcome.error.parameters);
  return outcome.value;
}
