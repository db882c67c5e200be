/** A figure that was asked for in 数据 and is to be put into the chapter as soon as its text is open in 写作. */
import { createStore } from 'zustand/vanilla';
import type { FigureAttributes } from '../../../shared/domain/figure.ts';

const figureWish = createStore<{ figure: FigureAttributes | null }>()(() => ({ figure: null }));

export function wishFigure(figure: FigureAttributes): void {
  figureWish.setState({ figure });
}

/** The wish, once. */
export function takeFigureWish(): FigureAttributes | null {
  const { figure } = figureWish.getState();
  figureWish.setState({ figure: null });
  return figure;
}
