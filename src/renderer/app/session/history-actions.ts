/** The session's share in history: an earlier state in the place of what stands, as one step that can be taken back. */
import type { ReportContent } from '../../../shared/contract.ts';
import type { Chapter } from '../../../shared/domain/model.ts';
import { done, type Outcome } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import { sameJson } from './same-json.ts';
import type { UndoStep } from './undo-journal.ts';

export interface HistoryActionsOptions {
  call: Call;
  reportId: () => string;
  chapters: () => Chapter[];
  /** Saves what waits. */
  flush: () => Promise<void>;
  /** What the core holds now, and what is to be seen. */
  adopt: (content: ReportContent) => void;
  onSaved: (savedAt: string) => void;
  record: (step: UndoStep) => unknown;
  words: { restored: () => string };
}

export function createHistoryActions(options: HistoryActionsOptions) {
  const { call, reportId, chapters, flush, adopt, onSaved, record, words } = options;

  /** Puts a state in the place of what stands; the outcome is the one that brings back what stood before. */
  const restore = async (stateId: string): Promise<Outcome<string>> => {
    await flush();
    const id = reportId();
    const outcome = await call('history.restore', { id: stateId });
    if (!outcome.ok) return outcome;
    const { content, before, savedAt } = outcome.value;
    if (reportId() === id) {
      adopt(withOwnTexts(content, chapters()));
      onSaved(savedAt);
    }
    return done(before);
  };

  return {
    bringBack: restore,

    async restoreState(stateId: string): Promise<Outcome<null>> {
      const restored = await restore(stateId);
      if (!restored.ok) return restored;
      let other = restored.value;
      // Each way back keeps what it replaces, which is where the next way leads.
      const swap = async (): Promise<Outcome<unknown>> => {
        const outcome = await restore(other);
        if (outcome.ok) other = outcome.value;
        return outcome;
      };
      record({ undo: swap, redo: swap, describe: words.restored });
      return done(null);
    },
  };
}

/** The same text stays the same object: the editor keeps its undo history by it. */
export function withOwnTexts(content: ReportContent, own: readonly Chapter[]): ReportContent {
  const here = new Map(own.map((chapter) => [chapter.id, chapter]));
  return {
    report: content.report,
    chapters: content.chapters.map((chapter) => {
      const local = here.get(chapter.id);
      return local && sameJson(local.body, chapter.body) ? { ...chapter, body: local.body } : chapter;
    }),
  };
}
