/** A password that is being chosen, as it stands in its two fields. */
import { isLongEnough, normalizePassword } from '../../../shared/domain/protection/password.ts';

export interface NewPassword {
  wanted: boolean;
  typed: string;
  again: string;
}

export const noPassword: NewPassword = { wanted: false, typed: '', again: '' };

/** Null where none is wanted; undefined where what stands in the fields will not do yet. */
export function chosenPassword({ wanted, typed, again }: NewPassword): string | null | undefined {
  if (!wanted) return null;
  return isLongEnough(typed) && normalizePassword(typed) === normalizePassword(again) ? typed : undefined;
}
