/** Dragging a chapter onto another one: in front of it, behind it, or into it. */
import { type DragEvent, useMemo, useState } from 'react';
import { reportSession } from '../../../app/report-session.ts';
import { type DropPlace, dropTarget, type MoveTarget } from './move-target.ts';

export interface ChapterDrag {
  /** The chapter that is being dragged. */
  id: string | null;
  /** Where it would go if it were dropped now. */
  over: { id: string; place: DropPlace } | null;
}

export interface DragHandlers {
  onDragStart: (event: DragEvent<HTMLElement>) => void;
  onDragOver: (event: DragEvent<HTMLElement>) => void;
  onDrop: (event: DragEvent<HTMLElement>) => void;
  onDragEnd: () => void;
}

/** The row an event happened on says by this attribute which chapter it is. */
export const chapterAttribute = 'data-chapter';

/** The upper and lower quarter of a row mean in front and behind, its middle means into. */
function placeAt(event: DragEvent<HTMLElement>): DropPlace {
  const box = event.currentTarget.getBoundingClientRect();
  const part = (event.clientY - box.top) / box.height;
  if (part < 0.28) return 'before';
  return part > 0.72 ? 'after' : 'inside';
}

function chapterOf(event: DragEvent<HTMLElement>): string {
  return event.currentTarget.getAttribute(chapterAttribute) ?? '';
}

/** The handlers are the same for every row and never change, so that rows need not be drawn again for them. */
function createHandlers(show: (update: (before: ChapterDrag) => ChapterDrag) => void): DragHandlers {
  let dragged: string | null = null;
  const targetOf = (event: DragEvent<HTMLElement>, place: DropPlace): MoveTarget | null =>
    dragged === null ? null : dropTarget(reportSession.getState().numbered, dragged, chapterOf(event), place);
  const end = () => {
    dragged = null;
    show(() => ({ id: null, over: null }));
  };
  return {
    onDragStart(event) {
      const id = chapterOf(event);
      dragged = id;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
      show(() => ({ id, over: null }));
    },
    onDragOver(event) {
      const place = placeAt(event);
      const id = chapterOf(event);
      const allowed = targetOf(event, place) !== null;
      if (allowed) event.preventDefault();
      show((before) => {
        if (!allowed) return before.over === null ? before : { ...before, over: null };
        const same = before.over?.id === id && before.over.place === place;
        return same ? before : { ...before, over: { id, place } };
      });
    },
    onDrop(event) {
      event.preventDefault();
      const target = targetOf(event, placeAt(event));
      if (dragged !== null && target) void reportSession.getState().moveChapter(dragged, target);
      end();
    },
    onDragEnd: end,
  };
}

export function useChapterDrag(): { drag: ChapterDrag; handlers: DragHandlers } {
  const [drag, setDrag] = useState<ChapterDrag>({ id: null, over: null });
  const handlers = useMemo(() => createHandlers(setDrag), []);
  return { drag, handlers };
}
