/** Which part of the tables the place 数据 shows; kept while the person works in another place. */
import { createStore } from 'zustand/vanilla';
import type { Indicator, Topic } from '../../../shared/domain/model.ts';
import type { NumberView } from './number-rows.ts';

export interface DataViewState {
  /** Null until something was chosen: the first topic. */
  view: NumberView | null;
  /** The indicator to stand on when the place opens. */
  wantedIndicatorId: string | null;
}

export const dataView = createStore<DataViewState>()(() => ({ view: null, wantedIndicatorId: null }));

export function chooseView(view: NumberView): void {
  dataView.setState({ view, wantedIndicatorId: null });
}

/** Makes 数据 stand on an indicator's cell of the reporting year; the caller then goes there. */
export function showIndicator(indicator: Pick<Indicator, 'id' | 'topicId'>): void {
  dataView.setState({
    view: { kind: 'topic', topicId: indicator.topicId },
    wantedIndicatorId: indicator.id,
  });
}

/** One text per view, to tell whether it is still the same. */
export function viewKey(view: NumberView): string {
  switch (view.kind) {
    case 'all':
      return 'all';
    case 'topic':
      return `topic ${view.topicId}`;
    case 'office':
      return `office ${view.officeId}`;
  }
}

/** The view that the place shows: the chosen one, else the first topic. */
export function shownView(chosen: NumberView | null, topics: readonly Topic[]): NumberView {
  const [first] = topics;
  return chosen ?? (first ? { kind: 'topic', topicId: first.id } : { kind: 'all' });
}
