/** Whether 数据 shows the grid or «送数与收数», and which part of that; kept while the person works in another place. */
import { createStore } from 'zustand/vanilla';

export const exchangeParts = ['issue', 'collect', 'log', 'slips'] as const;
export type ExchangePart = (typeof exchangeParts)[number];

export const exchangeView = createStore<{ open: boolean; part: ExchangePart }>()(() => ({
  open: false,
  part: 'issue',
}));

export function openExchange(): void {
  exchangeView.setState({ open: true });
}

export function closeExchange(): void {
  exchangeView.setState({ open: false });
}

export function showPart(part: ExchangePart): void {
  exchangeView.setState({ part });
}
