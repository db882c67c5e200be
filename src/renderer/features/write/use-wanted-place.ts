import { useEffect } from 'react';
import { useStore } from 'zustand';
import { reportSession } from '../../app/report-session.ts';
import type { ChapterEditor } from './editor/chapter-editor.ts';
import { showPlace } from './editor/show-paragraph.ts';
import { showPlaceOf } from './editor/shown-place.ts';
import { type WantedPlace, wantedPlace } from './wanted-place.ts';

/** Shows a place of the open report in the editor; its chapter is opened first where another one stands there. */
export function showWanted(chapterEditor: ChapterEditor, { chapterId, id, words }: WantedPlace): void {
  reportSession.getState().selectChapter(chapterId);
  if (id !== null && showPlaceOf(chapterEditor.editor, id)) return;
  if (words !== null) showPlace(chapterEditor, { chapterId, ...words });
}

/** Leads to the place that was wanted, once: when the editor is there, and the chapter has scrolled to its own top. */
export function useWantedPlace(chapterEditor: ChapterEditor | null): void {
  const place = useStore(wantedPlace, (state) => state.place);
  useEffect(() => {
    if (!place || !chapterEditor) return;
    wantedPlace.setState({ place: null });
    if (reportSession.getState().selectedChapterId === place.chapterId) showWanted(chapterEditor, place);
  }, [place, chapterEditor]);
}
