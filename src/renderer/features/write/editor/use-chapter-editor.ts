/** The editor of this window, bound to the open report: it follows the chosen chapter and hands its text over to be saved. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { conditionHolds } from '../../../../shared/domain/condition-holds.ts';
import type { BindingAttributes } from '../../../../shared/domain/document.ts';
import { indicatorsInUse } from '../../../../shared/domain/indicators-in-use.ts';
import { type ReportSession, reportSession } from '../../../app/report-session.ts';
import { createShowBinding, firstFormat } from '../numbers.ts';
import { openItemFinderOf } from '../reuse/open-item-list.ts';
import { createBindingRegistry } from './binding-registry.ts';
import { type ChapterEditor, createChapterEditor } from './chapter-editor.ts';
import { createChapterStates } from './chapter-states.ts';
import { createPassageRegistry } from './condition-view.ts';
import { findIndicators } from './indicator-search.ts';
import type { FactPlace, FindOpenFacts } from './open-facts.ts';
import { preparePinyin, readName } from './pinyin-readings.ts';
import type { SuggestedNumber, SuggestionStore } from './suggestion.ts';

/** Texts with their undo history outlive a visit to another place of the report, not the report. */
const states = createChapterStates();
let statesReportId = '';

const suggestionLimit = 8;

function suggestedNow(query: string): SuggestedNumber[] {
  const { tables, report, book } = reportSession.getState();
  const show = createShowBinding(report.year, book);
  const offered = indicatorsInUse(tables.indicators, report.year);
  return findIndicators(offered, query, suggestionLimit, readName).map((indicator) => {
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
  /** A person opened the card of an open fact, by click or by key. */
  onFactOpened: (fact: FactPlace) => void;
  /** A person wants a condition on what is selected, by key. */
  onConditionWanted: () => void;
  onConditionClicked: (conditionId: string) => void;
  /** A person wants the literal number at the caret bound, by key. */
  onBindWanted: () => void;
}

export function useChapterEditor(wishes: ChapterEditorWishes): ChapterEditor | null {
  const { host, suggestions, suggestionElement, onBindingOpened, onFactOpened } = wishes;
  const { onConditionWanted, onConditionClicked, onBindWanted } = wishes;
  const { t } = useTranslation('write');
  const [current, setCurrent] = useState<ChapterEditor | null>(null);

  useEffect(() => {
    if (!host) return;
    const registry = createBindingRegistry();
    const passages = createPassageRegistry();
    let shownBook: ReportSession['book'] | null = null;
    const newId = () => crypto.randomUUID();
    const paintNumbers = ({ book, report }: ReportSession) => {
      if (book === shownBook) return;
      shownBook = book;
      registry.replace(createShowBinding(report.year, book));
      passages.replace((condition) => conditionHolds(condition, report.year, book));
    };
    paintNumbers(reportSession.getState());
    const chapterEditor = createChapterEditor({
      element: host,
      states,
      registry,
      newId,
      label: t('page.text'),
      placeholder: t('page.placeholder'),
      words: {
        indicatorName: (id) => reportSession.getState().book.indicator(id)?.name ?? t('binding.unknown'),
        missing: () => t('binding.missing'),
      },
      suggestion: {
        search: suggestedNumbers,
        store: suggestions,
        element: () => suggestionElement,
        newId,
      },
      onBindingOpened,
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
      save: (chapterId, body) => reportSession.getState().saveBody(chapterId, body),
    });
    follow(chapterEditor, reportSession.getState());
    setCurrent(chapterEditor);

    const unsubscribe = reportSession.subscribe((session) => {
      paintNumbers(session);
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
      setCurrent(null);
    };
  }, [
    host,
    suggestions,
    suggestionElement,
    onBindingOpened,
    onFactOpened,
    onConditionWanted,
    onConditionClicked,
    onBindWanted,
    t,
  ]);

  return current;
}
