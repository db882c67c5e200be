/** What only the page knows of this computer: screen, browser, and how saving has gone in this window. */
import { storedTextSize, type TextSize } from '../../app/preferences.ts';
import { lastSaveProblem, type SaveProblem } from '../../app/save-problems.ts';
import { currentLanguage } from '../../i18n/index.ts';

interface Extent {
  /** CSS pixels. */
  width: number;
  height: number;
}

export interface PageFacts {
  /** When it was looked, in words. */
  at: string;
  /** An ISO time in words of the present language. */
  timeWords: (at: string) => string;
  browser: string;
  language: string;
  screen: Extent;
  window: Extent;
  /** Per cent. */
  scaling: number;
  textSize: TextSize;
  saveProblem: SaveProblem | null;
}

const browsers = [
  ['Edge', /\bEdg\/([\d.]+)/],
  ['Electron', /\bElectron\/([\d.]+)/],
  ['Firefox', /\bFirefox\/([\d.]+)/],
  ['Chromium', /\b(?:Headless)?Chrome\/([\d.]+)/],
] as const;

/** Name and version out of a browser's own description of itself; browsers built on Chromium are told as such. */
export function browserName(userAgent: string): string {
  for (const [name, pattern] of browsers) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return '?';
}

export function pageFacts(): PageFacts {
  const language = currentLanguage();
  const timeWords = (at: string) => new Date(at).toLocaleString(language);
  return {
    at: timeWords(new Date().toISOString()),
    timeWords,
    browser: browserName(navigator.userAgent),
    language,
    screen: { width: window.screen.width, height: window.screen.height },
    window: { width: window.innerWidth, height: window.innerHeight },
    scaling: Math.round(window.devicePixelRatio * 100),
    textSize: storedTextSize(),
    saveProblem: lastSaveProblem(),
  };
}
