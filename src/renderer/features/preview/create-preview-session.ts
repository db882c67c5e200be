/**
 * The pages of the open report: asked for when somebody looks, and again after each saved change, naming the pages that
 * are here already. What is shown stays until the new pages are there. Reads the report's session and never writes it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import { sameJson } from '../../app/session/same-json.ts';
import type { ReportSession } from '../../app/session/session-state.ts';
import type { Timers } from '../../app/session/timers.ts';
import { firstChoice, type PreviewChoice } from './preview-choice.ts';
import { receivedPages, type ShownPage } from './received-pages.ts';
import type { FormatFonts } from './screen-fonts.ts';

export interface PreviewState {
  reportId: string | null;
  /** What a person wants to see; `shown` follows when its pages are there. */
  choice: PreviewChoice;
  /** Null until there are pages of this report. */
  shown: { pages: readonly ShownPage[]; choice: PreviewChoice; format: FormatFonts } | null;
  /** Whether the pages have been asked for, and answered, since somebody began to look. */
  isCurrent: boolean;
  /** Why they could not be made; the pages before stay. Null while nothing is wrong. */
  failure: Failure | null;
}

export interface PreviewCapabilities {
  call: Call;
  session: Pick<StoreApi<ReportSession>, 'getState' | 'subscribe'>;
  timers: Timers;
  keepChoice: (reportId: string, choice: PreviewChoice) => void;
  keptChoice: (reportId: string) => PreviewChoice;
}

/** `looking`: the pages are on the screen. `counting`: only their number is, beside somebody who writes. */
export type Attention = 'looking' | 'counting';

/** Milliseconds after a save: saves that belong together have come; nobody types any more. */
const pauses = { looking: 60, counting: 2500 } as const;

/** As many as may be named in one question; further pages come anew. */
const mostKnown = 2000;

export function createPreviewSession(capabilities: PreviewCapabilities) {
  const { call, session, timers } = capabilities;
  const store = createStore<PreviewState>()(() => ({
    reportId: null,
    choice: firstChoice,
    shown: null,
    isCurrent: false,
    failure: null,
  }));
  /** Grows whenever what is being asked is no longer enough for who has begun to look. */
  let visit = 0;
  let asking = false;
  let askAgain = false;
  let cancel = () => {};

  const ask = async (): Promise<void> => {
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    do {
      askAgain = false;
      await askOnce();
    } while (askAgain);
    asking = false;
  };

  const askOnce = async () => {
    const { reportId, choice, shown } = store.getState();
    if (reportId === null) return;
    const asked = visit;
    const known = (shown?.pages ?? []).slice(0, mostKnown);
    const wanted = { reportId, look: choice.look, mode: choice.mode };
    let outcome = await call('preview.pages', { ...wanted, known: known.map(({ hash }) => hash) });
    let pages = outcome.ok ? receivedPages(outcome.value, known) : null;
    if (outcome.ok && pages === null) {
      outcome = await call('preview.pages', { ...wanted, known: [] });
      pages = outcome.ok ? receivedPages(outcome.value, []) : null;
    }
    const now = store.getState();
    if (now.reportId !== reportId || now.choice !== choice) {
      askAgain = now.reportId !== null;
      return;
    }
    const isCurrent = asked === visit;
    if (!outcome.ok) store.setState({ failure: outcome.error, isCurrent });
    else if (pages !== null) {
      const { format } = outcome.value;
      // The same object for the same fonts: another one would repaint every page.
      const same = shown !== null && sameJson(shown.format, format) ? shown.format : format;
      store.setState({ shown: { pages, choice, format: same }, isCurrent, failure: null });
    }
  };

  const open = (reportId: string) => {
    if (store.getState().reportId === reportId) return;
    store.setState({ reportId, choice: capabilities.keptChoice(reportId), shown: null, failure: null });
  };

  return {
    store,

    /** Keeps the pages in step with the open report until the returned function is called. */
    follow(reportId: string, attention: Attention): () => void {
      open(reportId);
      let left = false;
      const pause = pauses[attention];
      const schedule = () => {
        cancel();
        cancel = timers.after(pause, () => void ask());
      };
      // What waits to be saved belongs on the pages; that it is saved is heard below as well.
      if (attention === 'looking') {
        visit += 1;
        store.setState({ isCurrent: false });
        void session
          .getState()
          .flush()
          .then(() => {
            if (left) return;
            visit += 1;
            void ask();
          });
      } else schedule();
      const unsubscribe = session.subscribe((now, before) => {
        if (now.lastSavedAt !== before.lastSavedAt) schedule();
        // Somebody goes on writing: not now.
        else if (attention === 'counting' && now.chapters !== before.chapters) cancel();
      });
      return () => {
        left = true;
        unsubscribe();
        cancel();
      };
    },

    choose(choice: PreviewChoice): void {
      const { reportId } = store.getState();
      if (reportId === null) return;
      capabilities.keepChoice(reportId, choice);
      store.setState({ choice });
      void ask();
    },

    /** Tries again after a failure. */
    retry: (): void => void ask(),
  };
}
