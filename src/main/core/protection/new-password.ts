import { isLongEnough, leastPasswordLength } from '../../../shared/domain/protection/password.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';

/** Refuses what no file is to be protected with. Throws ExpectedFailure protection.passwordTooShort `{ least }`. */
export function requireNewPassword(password: string): void {
  if (!isLongEnough(password)) {
    throw new ExpectedFailure('protection.passwordTooShort', { least: leastPasswordLength });
  }
}
