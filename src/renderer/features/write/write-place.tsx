/** 写作: the outline at the left, the page in the middle, last year, numbers, findings or phrases at the right. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useReportSession } from '../../app/report-session.ts';
import { takeFigureWish } from '../figure/figure-wish.ts';
import { useWritingRemembered } from '../preview/arrival.ts';
import { BindingCards } from './editor/binding-cards.tsx';
import { CarriedControl } from './editor/carried-control.tsx';
import './editor/chapter-text.css';
import { FactCard } from './editor/fact-card.tsx';
import './editor/figure/figure.css';
import { FigureCards } from './editor/figure/figure-cards.tsx';
import { putFigure } from './editor/figure/put-figure.ts';
import { findBinding } from './editor/insert.ts';
import type { FactPlace } from './editor/open-facts.ts';
import { Page } from './editor/page.tsx';
import { bindingOf } from './editor/schema.ts';
import { createSuggestionStore } from './editor/suggestion.ts';
import { SuggestionList } from './editor/suggestion-list.tsx';
import { TextCards, useTextCards } from './editor/text-cards.tsx';
import { Toolbar } from './editor/toolbar.tsx';
import { useChapterEditor } from './editor/use-chapter-editor.ts';
import { Outline } from './outline/outline.tsx';
import { type Pane, SidePane } from './panes/side-pane.tsx';
import { PromiseList } from './promises/promise-list.tsx';
import { useWantedPlace } from './use-wanted-place.ts';
import styles from './write-place.module.css';

/** Below this the side lies over the page, so it starts put away. Same width as in pane.module.css. */
const narrow = '(max-width: 68rem)';

function suggestionPlace(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'number-suggestions-place';
  return element;
}

export function WritePlace() {
  const [host, setHost] = useState<HTMLElement | null>(null);
  const [pane, setPane] = useState<Pane | null>(() =>
    window.matchMedia(narrow).matches ? null : 'lastYear',
  );
  const [openedBindingId, setOpenedBindingId] = useState<string | null>(null);
  const [openedFigureId, setOpenedFigureId] = useState<string | null>(null);
  const [fact, setFact] = useState<FactPlace | null>(null);
  const [indicatorId, setIndicatorId] = useState<string | null>(null);
  const suggestions = useMemo(createSuggestionStore, []);
  const suggestionElement = useMemo(suggestionPlace, []);
  const chapterId = useReportSession((session) => session.selectedChapterId);
  const page = useRef<HTMLElement | null>(null);
  const opened = useRef<(id: string) => void>(() => {});
  const onBindingOpened = useCallback((id: string) => opened.current(id), []);
  const textCards = useTextCards();
  const chapterEditor = useChapterEditor({
    host,
    suggestions,
    suggestionElement,
    onBindingOpened,
    onFigureOpened: setOpenedFigureId,
    onFactOpened: setFact,
    ...textCards.wishes,
  });
  useWantedPlace(chapterEditor);
  useWritingRemembered(chapterEditor?.editor ?? null);
  const hostRef = useCallback((element: HTMLElement | null) => {
    page.current = element?.parentElement ?? null;
    setHost(element);
  }, []);

  opened.current = (id) => {
    setOpenedBindingId(id);
    const position = chapterEditor ? findBinding(chapterEditor.editor.state, id) : null;
    const binding = position === null ? null : bindingOf(chapterEditor?.editor.state.doc.nodeAt(position));
    if (!binding) return;
    setIndicatorId(binding.indicatorId);
    if (!window.matchMedia(narrow).matches) setPane('numbers');
  };
  const closeCard = useCallback(() => setOpenedBindingId(null), []);
  const closeFigure = useCallback(() => setOpenedFigureId(null), []);
  const closeFact = useCallback(() => setFact(null), []);
  const write = useCallback(() => chapterEditor?.editor.commands.focus(), [chapterEditor]);
  useEffect(() => {
    const wish = chapterEditor?.editor.isEditable ? takeFigureWish() : null;
    if (wish === null || !chapterEditor) return;
    putFigure(chapterEditor, wish);
    setOpenedFigureId(wish.id);
  }, [chapterEditor]);

  return (
    <div className={styles.place}>
      <Outline onWrite={write}>{chapterEditor && <PromiseList chapterEditor={chapterEditor} />}</Outline>
      <div className={styles.middle}>
        {chapterEditor ? (
          <Toolbar
            chapterEditor={chapterEditor}
            onCompare={() => setPane('lastYear')}
            onFigure={setOpenedFigureId}
            onBind={textCards.wishes.onBindWanted}
            onCondition={textCards.wishes.onConditionWanted}
          />
        ) : (
          <div className={styles.toolbarToCome} />
        )}
        <Page hostRef={hostRef} onHeadingDone={write}>
          {chapterEditor && (
            <>
              <CarriedControl key={`carried ${chapterId}`} editor={chapterEditor.editor} page={page} />
              <BindingCards
                key={`cards ${chapterId}`}
                editor={chapterEditor.editor}
                page={page}
                openedId={openedBindingId}
                onClose={closeCard}
              />
              <FigureCards
                key={`figures ${chapterId}`}
                editor={chapterEditor.editor}
                source={chapterEditor.figures}
                page={page}
                openedId={openedFigureId}
                onClose={closeFigure}
              />
              <TextCards
                key={`words ${chapterId}`}
                cards={textCards}
                editor={chapterEditor.editor}
                page={page}
              />
              {fact && (
                <FactCard
                  key={`fact ${fact.from}`}
                  editor={chapterEditor.editor}
                  page={page}
                  fact={fact}
                  onClose={closeFact}
                  onBind={textCards.wishes.onBindWanted}
                />
              )}
            </>
          )}
        </Page>
        <SuggestionList store={suggestions} element={suggestionElement} />
      </div>
      <SidePane
        chapterEditor={chapterEditor}
        pane={pane}
        onPane={setPane}
        selectedIndicatorId={indicatorId}
        onIndicator={setIndicatorId}
        onFact={setFact}
      />
    </div>
  );
}
