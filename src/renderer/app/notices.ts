/** Messages to the person that stay until they are read: at most a few, each with at most two things to do. */
import { createStore } from 'zustand/vanilla';

export interface NoticeAction {
  label: string;
  run: () => void;
}

export interface Notice {
  id: number;
  tone: 'info' | 'success' | 'problem';
  message: string;
  /** A later notice of the same key takes the place of this one. */
  key?: string;
  /** Codes and parameters, for whoever helps; shown only on request. */
  details?: string;
  actions: NoticeAction[];
}

export const notices = createStore<{ list: Notice[] }>()(() => ({ list: [] }));

const longestList = 4;
const readingTime = 12_000;
let lastId = 0;

export function dismissNotice(id: number): void {
  notices.setState(({ list }) => ({ list: list.filter((notice) => notice.id !== id) }));
}

/** Shows a message. Problems stay until they are closed, others twelve seconds. */
export function notify(notice: Omit<Notice, 'id' | 'actions'> & { actions?: NoticeAction[] }): void {
  lastId += 1;
  const id = lastId;
  notices.setState(({ list }) => ({
    list: [
      ...list.filter(({ key }) => key === undefined || key !== notice.key),
      { ...notice, actions: notice.actions ?? [], id },
    ].slice(-longestList),
  }));
  if (notice.tone !== 'problem') setTimeout(() => dismissNotice(id), readingTime);
}
