/** The session's share in the recovery journal: what was not saved, taken in as one step that can be taken back. */
import type { ReportContent } from '../../../shared/contract.ts';
import type { Chapter, Observation } from '../../../shared/domain/model.ts';
import { done, type Outcome } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import { withOwnTexts } from './history-actions.ts';
import type { UndoStep } from './undo-journal.ts';

export interface JournalActionsOptions {
  call: Call;
  reportId: () => string;
  chapters: () => Chapter[];
  /** Saves what waits. */
  flush: () => Promise<void>;
  /** What the core holds now, and what is to be seen. */
  adopt: (content: ReportContent) => void;
  /** Shows cells that the core has. */
  showCells: (cells: Observation[]) => void;
  onSaved: (savedAt: string) => void;
  /** See createHistoryActions: puts a state in place; the outcome is the one that leads back. */
  bringBack: (stateId: string) => Promise<Outcome<string>>;
  record: (step: UndoStep) => unknown;
  words: { accepted: () => string };
}

export function createJournalActions(options: JournalActionsOptions) {
  const { call, reportId, chapters, flush, adopt, showCells, onSaved, bringBack, record, words } = options;

  const writeCells = async (cells: Observation[]): Promise<Outcome<unknown>> => {
    if (cells.length === 0) return done(null);
    const outcome = await call('numbers.set', { observations: cells });
    if (outcome.ok) showCells(cells);
    return outcome;
  };

  return {
    async acceptUnsaved(entryId: string): Promise<Outcome<null>> {
      await flush();
      const id = reportId();
      const outcome = await call('journal.accept', { id: entryId });
      if (!outcome.ok) return outcome;
      const { content, before, numbersBefore, numbersAfter, savedAt } = outcome.value;
      if (content.report.id !== id || reportId() !== id) return done(null);
      adopt(withOwnTexts(content, chapters()));
      showCells(numbersAfter);
      onSaved(savedAt);
      let other = before;
      const swapWith = async (cells: Observation[]): Promise<Outcome<unknown>> => {
        const back = await bringBack(other);
        if (!back.ok) return back;
        other = back.value;
        return writeCells(cells);
      };
      record({
        undo: () => swapWith(numbersBefore),
        redo: () => swapWith(numbersAfter),
        describe: words.accepted,
      });
      return done(null);
    },
  };
}
