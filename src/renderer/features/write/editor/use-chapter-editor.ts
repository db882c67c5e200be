/** The editor of this window, bound to the open report: it follows the chosen chapter and hands its text over to be saved. */

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { conditionHolds } from '../../../../shared/domain/condition-holds.ts';
import type { BindingAttributes } from '../../../../shared/domain/document.ts';
import { askedIndicators } from '../../../../shared/domain/topic-members.ts';
import { type ReportSession, reportSession } from '../../../app/report-session.ts';
import { createShowFigure } from '../../figure/figure-view-model.ts';
import { createShowBinding, firstFormat } from '../numbers.ts';
import { openItemFinderOf } from '../reuse/open-item-list.ts';
import { createBindingRegistry } from './binding-registry.ts';
import { type ChapterEditor, createChapterEditor } from './chapter-editor.ts';
import { createChapterStates } from './chapter-states.ts';
import { createPassageRegistry } from './condition-view.ts';
import { createFigureSource } from './figure/figure-source.ts';
import { findIndicators } from './indicator-search.ts';
import type { FactPlace, FindOpenFacts } from './open-facts.ts';
import { preparePinyin, readName } from './pinyin-readings.ts';
import type { SuggestedNumber, SuggestionStore } from './suggestion.ts';
import { createTextHistories } from './text-histories.ts';

/** Texts with their undo history outlive a visit to another place of the report, not the report. */
const states = createChapterStates();
let statesReportId = '';
/** The editor on the screen; null while another place of the report is open. */
let editorOnScreen: ChapterEditor | null = null;

reportSession.getState().provideTextHistories(
  createTextHistories({
    states,
    editor: () => editorOnScreen,
    bodyOf: (chapterId) => reportSession.getState().chapters.find(({ id }) => id === chapterId)?.body,
    save: (chapterId, body) => reportSession.getState().saveBody(chapterId, body),
    onHistory: (chapterId, event) => reportSession.getState().hearText(chapterId, event),
  }),
);

const suggestionLimit = 8;

function suggestedNow(query: string): SuggestedNumber[] {
  const { tables, report, book } = reportSession.getState();
  const show = createShowBinding(report.year, book);
  const asked = askedIndicators(tables.indicators, report.year);
  return findIndicators(asked, query, suggestionLimit, readName).map((indicator) => {
    const format = firstFormat(indicator);
    const shown = show({ id: 'suggestion', indicatorId: indicator.id, yearOffset: 0, format });
    return { ...shown, indicatorId: indicator.id, name: indicator.name, unit: indicator.unit, format };
  });
}

/** Letters may be a reading: then the dictionary is waited for, once. */
function suggestedNumbers(query: string): SuggestedNumber[] | Promise<SuggestedNumber[]> {
  return /[a-z]/iu.test(query.normalize('NFKC'))
    ? preparePinyin().then(() => suggestedNow(query))
    : suggestedNow(query);
}

/** A number dropped into the text, as it is first shown. */
function droppedBinding(indicatorId: string): BindingAttributes | null {
  const indicator = reportSession.getState().book.indicator(indicatorId);
  return indicator
    ? { id: crypto.randomUUID(), indicatorId, yearOffset: 0, format: firstFormat(indicator) }
    : null;
}

const findOpenFacts: FindOpenFacts = (paragraph) => {
  const { report, predecessor } = reportSession.getState();
  return openItemFinderOf(report.year, predecessor).ofParagraph(paragraph);
};

/** Shows what the session says is to be shown: the chosen chapter with its present text and the present numbers. */
function follow(chapterEditor: ChapterEditor, session: ReportSession): void {
  if (session.report.id !== statesReportId) {
    states.forgetAll();
    statesReportId = session.report.id;
  }
  const chapter = session.chapters.find(({ id }) => id === session.selectedChapterId);
  if (chapter && !chapterEditor.shows(chapter.id, chapter.body)) chapterEditor.open(chapter.id, chapter.body);
  const editable = session.report.state !== 'final';
  if (chapterEditor.editor.isEditable !== editable) chapterEditor.editor.setEditable(editable, false);
}

export interface ChapterEditorWishes {
  /** The element that the text is shown in. */
  host: HTMLElement | null;
  suggestions: SuggestionStore;
  suggestionElement: HTMLElement;
  /** A person opened the card of a binding, by click or by Enter. */
  onBindingOpened: (bindingId: string) => void;
  /** A person opened the card of a table or chart, by click or by Enter. */
  onFigureOpened: (figureId: string) => void;
  /** A person opened the card of an open fact, by click or by key. */
  onFactOpened: (fact: FactPlace) => void;
  /** A person wants a condition on what is selected, by key. */
  onConditionWanted: () => void;
  onConditionClicked: (conditionId: string) => void;
  /** A person wants the literal number at the caret bound, by key. */
  onBindWanted: () => void;
}

export function useChapterEditor(wishes: ChapterEditorWishes): ChapterEditor | null {
  const { host, suggestions, suggestionElement, onBindingOpened, onFigureOpened, onFactOpened } = wishes;
  const { onConditionWanted, onConditionClicked, onBindWanted } = wishes;
  const { t } = useTranslation(['write', 'figure', 'format']);
  const [current, setCurrent] = useState<ChapterEditor | null>(null);

  useEffect(() => {
    if (!host) return;
    const registry = createBindingRegistry();
    const passages = createPassageRegistry();
    let shownBook: ReportSession['book'] | null = null;
    let figuredBook: ReportSession['book'] | null = null;
    const newId = () => crypto.randomUUID();
    const paintNumbers = ({ book, report }: ReportSession) => {
      if (book === shownBook) return;
      shownBook = book;
      registry.replace(createShowBinding(report.year, book));
      passages.replace((condition) => conditionHolds(condition, report.year, book));
    };
    const figures = createFigureSource();
    let shownChapters: ReportSession['chapters'] | null = null;
    const paintFigures = ({ book, report, chapters }: ReportSession) => {
      if (book === figuredBook && chapters === shownChapters) return;
      figuredBook = book;
      shownChapters = chapters;
      figures.setState({ show: createShowFigure(report.year, book, chapters) });
    };
    paintNumbers(reportSession.getState());
    paintFigures(reportSession.getState());
    const chapterEditor = createChapterEditor({
      element: host,
      states,
      registry,
      newId,
      label: t('page.text'),
      placeholder: t('page.placeholder'),
      words: {
        hint: ({ indicatorId, override }, state) => {
          const name = reportSession.getState().book.indicator(indicatorId)?.name ?? t('binding.unknown');
          if (state === 'missing') return name;
          if (state === 'sourceChanged') return t('format:hint.sourceChanged', { name });
          return state === 'overridden' ? t('format:hint.overridden', { reason: override?.reason }) : null;
        },
        missing: () => t('binding.missing'),
      },
      suggestion: {
        search: suggestedNumbers,
        store: suggestions,
        element: () => suggestionElement,
        newId,
      },
      onBindingOpened,
      figures: {
        source: figures,
        onOpened: onFigureOpened,
        words: {
          missing: () => t('binding.missing'),
          notDrawn: () => t('figure:chart.failed'),
          nothingToDraw: () => t('figure:chart.nothing'),
          label: (caption) => t('figure:view.label', { caption }),
        },
      },
      conditions: {
        passages,
        words: {
          tag: (shown) => (shown === 'shown' ? '' : t(`condition.tag.${shown}`)),
          told: ({ indicatorId, test, limit }) =>
            t('condition.told', {
              name: reportSession.getState().book.indicator(indicatorId)?.name ?? t('binding.unknown'),
              test: t(`condition.tests.${test}`, { limit }),
            }),
        },
        onWanted: onConditionWanted,
        onClicked: onConditionClicked,
      },
      onBindWanted,
      droppedBinding,
      openFacts: { find: findOpenFacts, onOpened: onFactOpened },
      onUndo: () => void reportSession.getState().undo(),
      onRedo: () => void reportSession.getState().redo(),
      onHistory: (chapterId, event) => reportSession.getState().hearText(chapterId, event),
      save: (chapterId, body) => reportSession.getState().saveBody(chapterId, body),
    });
    editorOnScreen = chapterEditor;
    follow(chapterEditor, reportSession.getState());
    setCurrent(chapterEditor);

    const unsubscribe = reportSession.subscribe((session) => {
      paintNumbers(session);
      paintFigures(session);
      follow(chapterEditor, session);
    });
    const leaving = new AbortController();
    // Captured, so that what was just typed is counted as unsaved before the window asks whether anything is.
    const listening = { capture: true, signal: leaving.signal };
    window.addEventListener('beforeunload', chapterEditor.flush, listening);
    document.addEventListener('visibilitychange', chapterEditor.flush, listening);
    return () => {
      leaving.abort();
      unsubscribe();
      chapterEditor.destroy();
      if (editorOnScreen === chapterEditor) editorOnScreen = null;
      setCurrent(null);
    };
  }, [
    host,
    suggestions,
    suggestionElement,
    onBindingOpened,
    onFigureOpened,
    onFactOpened,
    onConditionWanted,
    onConditionClicked,
    onBindWanted,
    t,
  ]);

  return current;
}
