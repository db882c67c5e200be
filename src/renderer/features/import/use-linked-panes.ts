/** What is pointed at on one side is lit on the other; what is chosen on one side is brought into sight on the other. */
import { type RefObject, useEffect } from 'react';
import { focusParagraph, paragraphAt, reveal, sourceAt } from './dom-places.ts';
import { light, type PaneStore } from './pane-state.ts';
import type { SourceView } from './source-view.ts';

interface LinkedPanes {
  panes: PaneStore;
  view: SourceView;
  sourcePane: RefObject<HTMLDivElement | null>;
  resultPane: RefObject<HTMLDivElement | null>;
}

export function useLinkedPanes({ panes, view, sourcePane, resultPane }: LinkedPanes): void {
  useEffect(() => {
    const left = sourcePane.current;
    const right = resultPane.current;
    if (left === null || right === null) return;

    const lightParagraph = (id: number | null, hovered: number | null) =>
      id === null ? light(panes, [], [], null) : light(panes, [id], view.sourcesOf.get(id) ?? [], hovered);
    const overResult = (event: Event) => {
      const id = paragraphAt(event.target)?.id ?? null;
      if (panes.getState().hovered !== id) lightParagraph(id ?? panes.getState().active, id);
    };
    const overSource = (event: Event) => {
      const source = sourceAt(event.target);
      if (source !== null) light(panes, view.paragraphsOf.get(source) ?? [], [source], null);
    };
    // Without a pointer on either side, what has the keyboard stays lit.
    const leave = () => lightParagraph(panes.getState().active, null);
    const clickSource = (event: Event) => {
      const source = sourceAt(event.target);
      const [id] = source === null ? [] : (view.paragraphsOf.get(source) ?? []);
      const onButton = event.target instanceof Element && event.target.closest('button') !== null;
      if (id !== undefined && !onButton) focusParagraph(right, id);
    };
    const show = (active: number | null) => {
      if (panes.getState().hovered === null) lightParagraph(active, null);
      const [source] = active === null ? [] : (view.sourcesOf.get(active) ?? []);
      if (source !== undefined) reveal(left, `[data-source="${source}"]`);
    };
    const stopWatching = panes.subscribe((now, before) => {
      if (now.active !== before.active) show(now.active);
    });
    leave();

    right.addEventListener('pointerover', overResult);
    right.addEventListener('pointerleave', leave);
    left.addEventListener('pointerover', overSource);
    left.addEventListener('pointerleave', leave);
    left.addEventListener('click', clickSource);
    return () => {
      stopWatching();
      right.removeEventListener('pointerover', overResult);
      right.removeEventListener('pointerleave', leave);
      left.removeEventListener('pointerover', overSource);
      left.removeEventListener('pointerleave', leave);
      left.removeEventListener('click', clickSource);
    };
  }, [panes, view, sourcePane, resultPane]);
}
