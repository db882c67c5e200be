/** Where the figures of the text get what they show. When a number changes, each is repainted without a transaction. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ShowFigure } from '../../../figure/figure-view-model.ts';

export type FigureSource = StoreApi<{ show: ShowFigure | null }>;

export function createFigureSource(): FigureSource {
  return createStore(() => ({ show: null }));
}
