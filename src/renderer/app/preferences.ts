import { keepChoice, keptChoice } from './kept-choice.ts';

/** Settings of this window that are no part of the workspace. */
export const textSizes = ['normal', 'large'] as const;
export type TextSize = (typeof textSizes)[number];

const storageKey = 'xiangbao.textSize';

export function storedTextSize(): TextSize {
  const stored = keptChoice(storageKey);
  return textSizes.find((size) => size === stored) ?? 'normal';
}

export function applyTextSize(size: TextSize): void {
  document.documentElement.dataset.textSize = size;
}

export function chooseTextSize(size: TextSize): void {
  keepChoice(storageKey, size);
  applyTextSize(size);
}
