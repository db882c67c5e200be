import { currentLanguage } from '../../i18n/index.ts';

/** «14:03», on the day that stands above it. */
export function timeOfState(at: string): string {
  return new Date(at).toLocaleTimeString(currentLanguage(), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

export function dayOfState(at: string): string {
  return new Date(at).toLocaleDateString(currentLanguage(), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  });
}

/** «2025年1月6日 14:03». */
export function momentOfState(at: string): string {
  const day = new Date(at).toLocaleDateString(currentLanguage(), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
  return `${day} ${timeOfState(at)}`;
}
