/** An edited copy on its way in: handed over, laid beside the report, decided, taken in. */
import { createStore } from 'zustand/vanilla';
import type { ReturnedFileView } from '../../../shared/contract/returned-methods.ts';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { NumberDecision } from '../../../shared/domain/returned/returned-change.ts';
import type { Failure } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import { type Choices, chooseAll, noChoices } from './decisions.ts';

export type Reading = MethodOutput<'returned.read'>;
export type Accepted = MethodOutput<'returned.accept'>;

export interface ReturnedState {
  reportId: string;
  /** Kept copies of this report, latest first. */
  files: readonly ReturnedFileView[];
  phase: 'closed' | 'reading' | 'shown' | 'accepting';
  /** The copy that is looked at. */
  fileId: string | null;
  reading: Reading | null;
  choices: Choices;
  /** Of listing, handing over, reading or taking in. */
  failure: Failure | null;
}

const nothing = { phase: 'closed', fileId: null, reading: null, choices: noChoices, failure: null } as const;

export function createReturnedStore(call: Call) {
  const store = createStore<ReturnedState>()(() => ({ reportId: '', files: [], ...nothing }));
  const failed = (failure: Failure) => store.setState({ phase: 'closed', failure });

  const list = async () => {
    const { reportId } = store.getState();
    const outcome = await call('returned.files', { reportId });
    if (store.getState().reportId !== reportId) return;
    store.setState(outcome.ok ? { files: outcome.value.files } : { failure: outcome.error });
  };

  /** Choices hold on as long as what they were made for is the same. */
  const open = async (fileId: string) => {
    const { reportId } = store.getState();
    store.setState({ phase: 'reading', failure: null });
    const outcome = await call('returned.read', { reportId, fileId });
    if (store.getState().reportId !== reportId) return;
    if (!outcome.ok) return failed(outcome.error);
    store.setState(({ reading, choices }) => ({
      phase: 'shown',
      fileId,
      reading: outcome.value,
      choices: reading?.fingerprint === outcome.value.fingerprint ? choices : noChoices,
    }));
  };

  return {
    store,
    /** Forgets what belongs to another report. */
    async begin(reportId: string): Promise<void> {
      if (store.getState().reportId !== reportId) store.setState({ reportId, files: [], ...nothing });
      await list();
    },
    open,
    /** Keeps a file with the report and lays it beside it. */
    async take(grant: string): Promise<void> {
      const { reportId } = store.getState();
      store.setState({ phase: 'reading', failure: null });
      const kept = await call('returned.keep', { reportId, grant });
      if (store.getState().reportId !== reportId) return;
      if (!kept.ok) return failed(kept.error);
      await list();
      await open(kept.value.file.id);
    },
    fail: failed,
    close: () => store.setState({ phase: 'closed', failure: null }),
    choose(key: string, taken: boolean): void {
      store.setState(({ choices }) => ({
        choices: { ...choices, changes: new Map(choices.changes).set(key, taken) },
      }));
    },
    chooseAll(taken: boolean): void {
      store.setState(({ reading, choices }) => ({
        choices: reading === null ? choices : chooseAll(reading, choices, taken),
      }));
    },
    decide(key: string, decision: NumberDecision): void {
      store.setState(({ choices }) => ({
        choices: { ...choices, numbers: new Map(choices.numbers).set(key, decision) },
      }));
    },
    /** Takes in what was chosen and answers with what the core has written; null where it refused, which is told. */
    async accept(): Promise<Accepted | null> {
      const { reportId, fileId, reading, choices } = store.getState();
      if (fileId === null || reading === null) return null;
      store.setState({ phase: 'accepting', failure: null });
      const outcome = await call('returned.accept', {
        reportId,
        fileId,
        fingerprint: reading.fingerprint,
        taken: [...choices.changes].flatMap(([key, taken]) => (taken ? [key] : [])),
        numbers: [...choices.numbers].map(([key, decision]) => ({ key, decision })),
      });
      if (!outcome.ok) {
        store.setState({ phase: 'shown', failure: outcome.error });
        return null;
      }
      store.setState(nothing);
      await list();
      return outcome.value;
    },
  };
}
