/** Times and counts of backups as a person reads them. */
import type { BackupWarning, ContentCounts } from '../../../shared/contract.ts';
import { currentLanguage, errorSentence, translate } from '../../i18n/index.ts';

/** Day and minute in this computer's time. */
export function timeInWords(iso: string): string {
  const format = new Intl.DateTimeFormat(currentLanguage(), {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return format.format(new Date(iso));
}

export function countInWords(count: number): string {
  return count.toLocaleString('en-US');
}

export function countsInWords(counts: ContentCounts): string {
  return translate('backup:counts', { ...counts, characters: countInWords(counts.characters) });
}

/** How the text's length would change, in a sentence. */
export function differenceInWords(now: ContentCounts, then: ContentCounts): string {
  const difference = then.characters - now.characters;
  if (difference === 0) return translate('backup:confirm.equal');
  const count = countInWords(Math.abs(difference));
  return difference < 0
    ? translate('backup:confirm.fewer', { count })
    : translate('backup:confirm.more', { count });
}

export function warningInWords(warning: BackupWarning): string {
  const time = timeInWords(warning.at);
  return warning.kind === 'failed'
    ? translate('backup:warning.failed', { time, reason: errorSentence(warning.failure) })
    : translate(`backup:warning.${warning.kind}`, { time });
}
