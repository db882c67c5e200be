/** A place of the text that another screen leads to: shown as soon as the editor stands. */
import { NodeSelection } from '@tiptap/pm/state';
import { createStore } from 'zustand/vanilla';
import { reportSession } from '../../../app/report-session.ts';
import { navigate } from '../../../app/route.ts';
import type { ChapterEditor } from './chapter-editor.ts';
import { findBinding } from './insert.ts';
import { showPlace, type TextPlace } from './show-paragraph.ts';

export interface WantedPlace extends TextPlace {
  /** Set where one number of the tables is meant. */
  bindingId: string | null;
}

export const wantedPlace = createStore<{ place: WantedPlace | null }>()(() => ({ place: null }));

/** Goes to 写作 and shows the place there. */
export function goToText(place: WantedPlace): void {
  const { report, selectChapter } = reportSession.getState();
  selectChapter(place.chapterId);
  wantedPlace.setState({ place });
  navigate({ screen: 'report', reportId: report.id, place: 'write' });
}

/** Selects the words, or the number where one is meant. */
export function showWanted(chapterEditor: ChapterEditor, place: WantedPlace): void {
  showPlace(chapterEditor, place);
  const { editor } = chapterEditor;
  const position = place.bindingId === null ? null : findBinding(editor.state, place.bindingId);
  if (position === null) return;
  const selection = NodeSelection.create(editor.state.doc, position);
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
}

/** Shows what is wanted, once. */
export function takeWanted(chapterEditor: ChapterEditor): void {
  const { place } = wantedPlace.getState();
  if (place === null) return;
  wantedPlace.setState({ place: null });
  showWanted(chapterEditor, place);
}
