/** The session's share in reuse: how long text has stood, last year's promises, and corrections made to last year since. */
import type { MethodInput, ReportContent } from '../../../shared/contract.ts';
import type { Chapter } from '../../../shared/domain/model.ts';
import type { ReportPromise } from '../../../shared/domain/promise.ts';
import { done, type Failure, type Outcome } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import { sameJson } from './same-json.ts';
import type { TellSession } from './session-notices.ts';

export type PromiseAnswer = MethodInput<'promise.answer'>;

export interface Reuse {
  /** The reports this one goes back to, nearest first. */
  lineage: ReportContent[];
  /** Last year's next steps, in last year's order. */
  promises: ReportPromise[];
  /** Why the two above could not be read; null while nothing is wrong. */
  failure: Failure | null;
}

export const noReuse: Reuse = { lineage: [], promises: [], failure: null };

export interface RollActionsOptions {
  call: Call;
  tell: TellSession;
  reportId: () => string;
  chapters: () => Chapter[];
  reuse: () => Reuse;
  show: (reuse: Reuse) => void;
  /** Saves what waits. */
  flush: () => Promise<void>;
  /** `chapters` are what stands here from now on; those of them that are `learned` are the core's. */
  adopt: (chapters: Chapter[], learned: Chapter[]) => void;
  showPredecessor: (predecessor: ReportContent | null) => void;
  onSaved: (savedAt: string) => void;
}

export function createRollActions(options: RollActionsOptions) {
  const { call, tell, reportId, chapters, reuse, show } = options;

  /** Reads what the report goes back to. Changes nothing where another report was opened meanwhile. */
  const load = async (id: string) => {
    const [lineage, promises] = await Promise.all([
      call('report.lineage', { id }),
      call('promise.list', { reportId: id }),
    ]);
    if (reportId() !== id) return;
    const failures = [lineage, promises].flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
    show({
      lineage: lineage.ok ? lineage.value.contents : [],
      promises: promises.ok ? promises.value.promises : [],
      failure: failures[0] ?? null,
    });
  };

  return {
    load,

    async answerPromise(answer: PromiseAnswer): Promise<Outcome<null>> {
      const outcome = await call('promise.answer', answer);
      if (!outcome.ok) {
        tell({ kind: 'refused', failure: outcome.error });
        return outcome;
      }
      const { promise, savedAt } = outcome.value;
      const now = reuse();
      show({ ...now, promises: now.promises.map((one) => (one.id === promise.id ? promise : one)) });
      options.onSaved(savedAt);
      return done(null);
    },

    /** Takes over what was corrected in last year's report; what was typed here meanwhile stays. The outcome is the count. */
    async rollAgain(): Promise<Outcome<number>> {
      await options.flush();
      const id = reportId();
      const before = new Map(chapters().map((chapter) => [chapter.id, chapter.body]));
      const taken = await call('report.rollAgain', { id });
      const stored = taken.ok ? await call('report.read', { id }) : taken;
      if (!taken.ok || !stored.ok) {
        if (!stored.ok) tell({ kind: 'refused', failure: stored.error });
        return stored.ok ? done(0) : stored;
      }
      if (reportId() !== id) return done(taken.value.taken);
      const here = new Map(chapters().map((chapter) => [chapter.id, chapter]));
      const learned: Chapter[] = [];
      const next = stored.value.chapters.map((chapter) => {
        const local = here.get(chapter.id);
        if (local && local.body !== before.get(chapter.id)) return { ...chapter, body: local.body };
        // The same text stays the same object: the editor keeps its undo history by it.
        const known =
          local && sameJson(local.body, chapter.body) ? { ...chapter, body: local.body } : chapter;
        learned.push(known);
        return known;
      });
      options.adopt(next, learned);
      options.onSaved(taken.value.savedAt);
      const predecessor = await call('report.readPredecessor', { id });
      if (predecessor.ok && reportId() === id) options.showPredecessor(predecessor.value.content);
      await load(id);
      return done(taken.value.taken);
    },
  };
}
