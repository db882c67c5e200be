/**
 * 校核 of the open report: checks it again whenever it has been quiet for a moment after a change, and keeps what a
 * person has set aside. Reads the report's session and never writes it.
 */
import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { MethodOutput } from '../../../shared/contract.ts';
import { createChecker } from '../../../shared/domain/checks/check-report.ts';
import { type SortedFindings, sortDismissed } from '../../../shared/domain/checks/dismissals.ts';
import type { Dismissal, Finding } from '../../../shared/domain/checks/finding.ts';
import type { Failure, Outcome } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import type { TellSession } from './session-notices.ts';
import type { ReportSession } from './session-state.ts';
import type { Timers } from './timers.ts';

export interface FindingsState extends SortedFindings {
  /** False until the report has been checked once. */
  checked: boolean;
  /** Why it cannot be checked; null while nothing is wrong. */
  failure: Failure | null;
}

export interface FindingsCapabilities {
  call: Call;
  session: Pick<StoreApi<ReportSession>, 'getState' | 'subscribe'>;
  timers: Timers;
  /** Runs a task when the page has nothing more urgent to do. */
  whenIdle: (task: () => void) => void;
  tell: TellSession;
}

/** Longer than a pause between two words, shorter than the way to another place of the report. */
export const quietTime = 700;

const nothing: FindingsState = { checked: false, open: [], dismissed: [], failure: null };

export function createFindingsSession({ call, session, timers, whenIdle, tell }: FindingsCapabilities) {
  const store = createStore<FindingsState>()(() => nothing);
  let following: Following | null = null;

  type Basis = Pick<MethodOutput<'finding.basis'>, 'template' | 'remembered'>;
  interface Following {
    reportId: string;
    basis: Basis | null;
    dismissals: readonly Dismissal[];
    findings: readonly Finding[] | null;
    checker: ReturnType<typeof createChecker>;
    cancel: () => void;
  }

  const show = ({ findings, dismissals }: Following) => {
    if (findings !== null) {
      store.setState({ ...sortDismissed(findings, dismissals), checked: true, failure: null });
    }
  };

  const check = (report: Following) => {
    const { phase, report: head, chapters, numbered, tables, book, predecessor } = session.getState();
    if (report !== following || report.basis === null) return;
    if (phase.kind !== 'open' || phase.reportId !== report.reportId) return;
    const current = new Map(chapters.map((chapter) => [chapter.id, chapter]));
    report.findings = report.checker({
      ...report.basis,
      year: head.year,
      // The outline lags behind the texts by one save.
      numbered: numbered.map((one) => ({ ...one, chapter: current.get(one.chapter.id) ?? one.chapter })),
      indicators: tables.indicators,
      book,
      lastYearHeadings: new Set((predecessor?.chapters ?? []).map(({ heading }) => heading)),
    });
    show(report);
  };

  const schedule = (report: Following) => {
    report.cancel();
    report.cancel = timers.after(quietTime, () => whenIdle(() => check(report)));
  };

  const load = async (report: Following) => {
    const outcome = await call('finding.basis', { reportId: report.reportId });
    if (report !== following) return;
    if (!outcome.ok) return store.setState({ failure: outcome.error });
    report.basis = outcome.value;
    report.dismissals = outcome.value.dismissals;
    whenIdle(() => check(report));
  };

  const adopt = (
    reportId: string,
    outcome: Outcome<{ dismissals: readonly Dismissal[] }>,
  ): Outcome<{ dismissals: readonly Dismissal[] }> => {
    if (!outcome.ok) tell({ kind: 'refused', failure: outcome.error });
    else if (following?.reportId === reportId) {
      following.dismissals = outcome.value.dismissals;
      show(following);
    }
    return outcome;
  };

  return {
    store,

    /** Begins to check a report that is open or about to be; the returned function ends it. */
    follow(reportId: string): () => void {
      store.setState(nothing);
      const report: Following = {
        reportId,
        basis: null,
        dismissals: [],
        findings: null,
        checker: createChecker(),
        cancel: () => {},
      };
      following = report;
      void load(report);
      const unsubscribe = session.subscribe((now, before) => {
        const changed =
          now.phase !== before.phase ||
          now.chapters !== before.chapters ||
          now.numbered !== before.numbered ||
          now.tables !== before.tables ||
          now.book !== before.book;
        if (changed) schedule(report);
      });
      return () => {
        unsubscribe();
        report.cancel();
        if (following === report) following = null;
      };
    },

    /** Checks at the next moment of rest, for whoever has just mended something and looks at the list. */
    checkSoon(): void {
      const report = following;
      if (report === null) return;
      report.cancel();
      whenIdle(() => check(report));
    },

    /** Tries again after a failure. */
    retry(): void {
      if (following !== null) void load(following);
    },

    async dismiss(findingId: string, reason: string): Promise<boolean> {
      const reportId = following?.reportId ?? '';
      return adopt(reportId, await call('finding.dismiss', { reportId, findingId, reason })).ok;
    },

    async restore(findingId: string): Promise<boolean> {
      const reportId = following?.reportId ?? '';
      return adopt(reportId, await call('finding.restore', { reportId, findingId })).ok;
    },
  };
}
