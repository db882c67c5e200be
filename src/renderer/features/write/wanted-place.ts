/** The place of the text that a person wants to see, told before 写作 is opened. */
import { createStore } from 'zustand/vanilla';
import { reportSession } from '../../app/report-session.ts';
import { navigate } from '../../app/route.ts';
import type { TextPlace } from './editor/show-paragraph.ts';

export interface WantedPlace {
  chapterId: string;
  /** Id of a binding, a conditional passage, a table or chart; null where words are meant. */
  id: string | null;
  /** The words that are meant, or that stood around the place should it be gone. */
  words: Omit<TextPlace, 'chapterId'> | null;
}

export const wantedPlace = createStore<{ place: WantedPlace | null }>()(() => ({ place: null }));

/** Opens 写作 at a place: its chapter, scrolled to it, highlighted. */
export function goToText(place: WantedPlace): void {
  const { report, selectChapter } = reportSession.getState();
  selectChapter(place.chapterId);
  wantedPlace.setState({ place });
  navigate({ screen: 'report', reportId: report.id, place: 'write' });
}
