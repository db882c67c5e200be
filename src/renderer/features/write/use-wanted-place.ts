import { useEffect } from 'react';
import { useStore } from 'zustand';
import { reportSession } from '../../app/report-session.ts';
import type { ChapterEditor } from './editor/chapter-editor.ts';
import { showPlaceOf } from './editor/shown-place.ts';
import { wantedPlace } from './wanted-place.ts';

/** Leads to the place that was wanted, once: when the editor is there, and the chapter has scrolled to its own top. */
export function useWantedPlace(chapterEditor: ChapterEditor | null): void {
  const place = useStore(wantedPlace, (state) => state.place);
  useEffect(() => {
    if (!place || !chapterEditor) return;
    wantedPlace.setState({ place: null });
    if (reportSession.getState().selectedChapterId === place.chapterId) {
      showPlaceOf(chapterEditor.editor, place.id);
    }
  }, [place, chapterEditor]);
}
