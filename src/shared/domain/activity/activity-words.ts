/** An activity in words, the same on the screen, in a copied table and on the command line. Keys are those of `protection`. */
import type { ErrorCode } from '../../errors.ts';
import type { Activity } from './activity.ts';

/** A key below `protection:activity`, with its parameters. */
export type ActivityWord = (key: string, parameters?: Record<string, string | number>) => string;

/** `2025-01-06 09:05:00`, as this computer's clock showed it. */
export function activityTime({ at }: Activity): string {
  return at.slice(0, 19).replace('T', ' ');
}

/** Everything known of it beside time, kind and outcome, the pieces in a fixed order. */
export function activityDetails(activity: Activity, word: ActivityWord): string {
  const { year, look, mode, from, count, whole, before, version, kind } = activity;
  return [
    year === undefined ? null : word('year', { year }),
    look === undefined ? null : word(`look.${look}`),
    mode === undefined ? null : word(`mode.${mode}`),
    from === undefined ? null : word(`from.${from}`),
    activity.protected === true ? word('protected') : null,
    count === undefined ? null : word('count', { count }),
    whole === undefined ? null : word(whole ? 'whole' : 'notWhole'),
    placeWords(activity, word),
    before === undefined ? null : word('before', { before }),
    kind === 'opened' || kind === 'updated' ? word('version', { version }) : null,
  ]
    .filter((piece) => piece !== null)
    .join(' · ');
}

function placeWords({ place, label }: Activity, word: ActivityWord): string | null {
  if (place === undefined) return null;
  if (place !== 'drive') return word(`place.${place}`);
  return label === undefined || label === '' ? word('place.driveUnnamed') : word('place.drive', { label });
}

/** Why it was not done, in a word: what it was about was told when it happened, and is not kept. */
export function activityOutcome({ failure }: Activity, word: ActivityWord): string {
  if (failure === null) return word('succeeded');
  return word('failed', { reason: word(`why.${reasonOf(failure)}`) });
}

function reasonOf(code: ErrorCode): string {
  if (code === 'protection.needsPassword' || code === 'protection.wrongPassword') return 'password';
  if (code.startsWith('protection.') || /damaged|Differs|differs/.test(code)) return 'damaged';
  if (code === 'export.unresolved' || code === 'export.imprintMissing') return 'unresolved';
  if (code === 'submission.cancelled') return 'cancelled';
  if (code === 'file.diskFull' || code === 'submission.notEnoughSpace' || code === 'storage.full')
    return 'full';
  if (/driveGone|readOnly|ReadOnly|writeFailed|notFound|unreadable/.test(code)) return 'medium';
  return 'other';
}
