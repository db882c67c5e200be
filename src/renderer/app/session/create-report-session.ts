/** The store of the open report: loads it, shows every change at once, and sees to it that it is saved. */
import { createStore } from 'zustand/vanilla';
import type { ReportContent } from '../../../shared/contract.ts';
import type { Chapter } from '../../../shared/domain/model.ts';
import { createNumberBook } from '../../../shared/domain/number-book.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';
import type { Outcome } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import { createHistoryActions, type HistoryActionsOptions } from './history-actions.ts';
import { createJournalActions, type JournalActionsOptions } from './journal-actions.ts';
import { createNumberActions, type NumberActionsOptions } from './number-actions.ts';
import { type OpenedReport, readReport } from './open-report.ts';
import { createOutlineActions, type OutlineActionsOptions } from './outline-actions.ts';
import { createRollActions, noReuse } from './roll-actions.ts';
import { createSaveMonitor } from './save-monitor.ts';
import type { TellSession } from './session-notices.ts';
import { closedSession, type ReportSession } from './session-state.ts';
import { createSessionUnsaved } from './session-unsaved.ts';
import { createShownContent } from './shown-content.ts';
import { createTextActions } from './text-actions.ts';
import type { Timers } from './timers.ts';
import { createUndoActions, type Sight } from './undo-actions.ts';

export interface SessionCapabilities {
  call: Call;
  timers: Timers;
  tell: TellSession;
  sight: Sight;
  numberWords: NumberActionsOptions['words'];
  tableWords: NumberActionsOptions['tableWords'];
  outlineWords: OutlineActionsOptions['words'];
  historyWords: HistoryActionsOptions['words'];
  journalWords: JournalActionsOptions['words'];
  /** A UUID by which the core knows this window. */
  newSession: () => string;
}

export function createReportSession(capabilities: SessionCapabilities) {
  const { call, timers, tell, sight, numberWords, tableWords, outlineWords, historyWords, journalWords } =
    capabilities;
  return createStore<ReportSession>()((set, get) => {
    const monitor = createSaveMonitor((saveState) => {
      set(saveState.kind === 'saved' ? { saveState, lastSavedAt: saveState.at } : { saveState });
      kept.hear(saveState);
    });

    const screen = createShownContent({ call, tell, set, get });
    const { showCells, showContent, showChapters } = screen;

    const timeline = createUndoActions({
      tell,
      sight,
      isFinal: () => get().report.state === 'final',
      selectedChapterId: () => get().selectedChapterId,
      selectChapter: (selectedChapterId) => set({ selectedChapterId }),
      chapterTitle(id) {
        const found = get().numbered.find(({ chapter }) => chapter.id === id);
        return found ? `${found.marker}${found.chapter.heading}` : null;
      },
      onChange: ({ done: acts, undone }) => set({ canUndo: acts.length > 0, canRedo: undone.length > 0 }),
    });

    const numbers = createNumberActions({
      call,
      timers,
      monitor,
      tell,
      tables: () => get().tables,
      show: showCells,
      words: numberWords,
      tableWords,
      record: timeline.actions.recordStep,
      forget: timeline.forgetStep,
      adopt: ({ topics, indicators }) => {
        const tables = { ...get().tables, topics, indicators };
        set({ tables, book: createNumberBook(tables) });
      },
    });

    const texts = createTextActions({
      call,
      timers,
      monitor,
      tell,
      content: () => ({ report: get().report, chapters: get().chapters }),
      adopt: showContent,
      onSending: () => showChapters(get().chapters),
    });

    const kept = createSessionUnsaved({
      call,
      timers,
      newSession: capabilities.newSession,
      texts: texts.unsaved,
      cells: numbers.unsaved,
      report: () => get().report,
      onChange: (safekeeping) => set({ safekeeping }),
    });

    /** The core's list of chapters decides which there are and in what order; the texts here are never older. */
    const adoptStructure = (stored: Chapter[]) => {
      texts.hear(stored);
      const local = new Map(get().chapters.map((chapter) => [chapter.id, chapter]));
      const unknown = stored.filter((chapter) => !local.has(chapter.id));
      texts.learn(get().report.id, unknown);
      showChapters(
        stored.map((chapter) => ({ ...chapter, body: local.get(chapter.id)?.body ?? chapter.body })),
      );
    };

    /** Runs a change of the outline after everything written so far, so that the core knows the same texts. */
    const restructure = async <T extends { chapters: Chapter[]; savedAt: string }>(
      change: () => Promise<Outcome<T>>,
    ): Promise<Outcome<T>> => {
      await texts.flush();
      const outcome = await change();
      if (outcome.ok) {
        adoptStructure(outcome.value.chapters);
        monitor.rest(outcome.value.savedAt);
      }
      return outcome;
    };

    const outline = createOutlineActions({
      call,
      tell,
      reportId: () => get().report.id,
      outline: () => get(),
      selectedChapterId: () => get().selectedChapterId,
      select: (selectedChapterId) => set({ selectedChapterId }),
      restructure,
      patch(id, patch) {
        showChapters(
          get().chapters.map((chapter) => (chapter.id === id ? { ...chapter, ...patch } : chapter)),
        );
        texts.updateChapter(id, patch);
      },
      dropBody: texts.dropBody,
      words: outlineWords,
      record: timeline.actions.recordStep,
      forget: timeline.forgetStep,
    });

    const opened = ({ content, tables, ...rest }: OpenedReport) => {
      texts.learn(content.report.id, content.chapters);
      kept.remember(content.report);
      timeline.forgetAll();
      monitor.rest(content.report.updatedAt);
      const numbered = numberChapters(content.chapters, rest.format.numbering);
      const selectedChapterId = numbered[0]?.chapter.id ?? null;
      return { ...content, ...rest, numbered, tables, book: createNumberBook(tables), selectedChapterId };
    };

    const flush = async () => {
      await Promise.all([texts.flush(), numbers.flush()]);
    };

    const roll = createRollActions({
      call,
      tell,
      reportId: () => get().report.id,
      chapters: () => get().chapters,
      reuse: () => get().reuse,
      show: (reuse) => set({ reuse }),
      flush,
      adopt: (chapters, learned) => {
        texts.learn(get().report.id, learned);
        showChapters(chapters);
      },
      showPredecessor: (predecessor) => set({ predecessor }),
      onSaved: monitor.rest,
    });

    /** The core has replaced texts: what is written from now on starts from these. */
    const adoptContent = (content: ReportContent) => {
      texts.learn(content.report.id, content.chapters);
      showContent(content);
    };

    const history = createHistoryActions({
      call,
      reportId: () => get().report.id,
      chapters: () => get().chapters,
      flush,
      adopt: adoptContent,
      onSaved: monitor.rest,
      record: timeline.actions.recordStep,
      words: historyWords,
    });

    const journal = createJournalActions({
      call,
      reportId: () => get().report.id,
      chapters: () => get().chapters,
      flush,
      adopt: adoptContent,
      showCells,
      onSaved: monitor.rest,
      bringBack: history.bringBack,
      record: timeline.actions.recordStep,
      words: journalWords,
    });

    return {
      ...closedSession(),
      ...timeline.actions,

      async openReport(id) {
        await flush();
        set({ phase: { kind: 'loading', reportId: id } });
        const read = await readReport(call, id);
        const { phase } = get();
        if (phase.kind !== 'loading' || phase.reportId !== id) return;
        if (!read.ok) {
          set({ phase: { kind: 'failed', reportId: id, failure: read.error } });
          return;
        }
        set({ ...opened(read.value), reuse: noReuse, phase: { kind: 'open', reportId: id } });
        void roll.load(id);
      },

      async closeReport() {
        set({ phase: { kind: 'closed' } });
        timeline.forgetAll();
        await flush();
      },

      selectChapter: (selectedChapterId) => set({ selectedChapterId }),

      saveBody(chapterId, body) {
        set({
          chapters: get().chapters.map((chapter) =>
            chapter.id === chapterId ? { ...chapter, body } : chapter,
          ),
        });
        texts.saveBody(chapterId, body);
      },

      updateReport(patch) {
        const { report } = get();
        set({ report: { ...report, ...patch } });
        texts.updateReport(report.id, patch);
        if (patch.formatProfileId !== undefined) void screen.followFormat(patch.formatProfileId);
      },

      ...outline,
      setObservations: numbers.setObservations,
      adoptWritten({ report, chapters: written, observations, savedAt }) {
        texts.learn(report.id, written);
        const byId = new Map(written.map((chapter) => [chapter.id, chapter]));
        const chapters = get().chapters.map((chapter) => byId.get(chapter.id) ?? chapter);
        showContent({ report, chapters });
        showCells(observations);
        monitor.rest(savedAt);
      },
      changeTables: numbers.changeTables,
      adoptObservations: numbers.adoptObservations,
      answerPromise: roll.answerPromise,
      rollAgain: roll.rollAgain,
      restoreState: history.restoreState,
      acceptUnsaved: journal.acceptUnsaved,
      unsaved: () => kept.unsaved().map(({ item }) => item),
      flush,
      isDirty: () => texts.isDirty() || numbers.isDirty(),
    };
  });
}
