/**
 * What the clerk has chosen for handing the report in, and how far that is. It outlives the place 报送, so that a writing
 * under way, and what came of it, is still told to whoever looked elsewhere meanwhile.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DocumentKind } from '../../../../shared/contract/submission-methods.ts';
import type { MethodInput, MethodOutput } from '../../../../shared/contract.ts';
import type { ExportMode, Look } from '../../../../shared/domain/look.ts';
import type { Failure } from '../../../../shared/errors.ts';
import { call } from '../../../api/client.ts';
import { reportSession } from '../../../app/report-session.ts';

/** Where to: a drive that can be pulled out, the program's own export folder, or a folder that a person has chosen. */
export type Target =
  | { kind: 'drive'; grant: string; name: string }
  | { kind: 'exports' }
  | { kind: 'folder'; grant: string; name: string };

export type Progress = NonNullable<MethodOutput<'submission.progress'>['progress']>;
export type WriteOutput = MethodOutput<'submission.write'>;

export type Phase =
  | { kind: 'idle' }
  | { kind: 'running'; request: WriteRequest; progress: Progress | null; cancelling: boolean }
  /** `output` is null where the call itself failed. */
  | { kind: 'ended'; request: WriteRequest; output: WriteOutput | null; failure: Failure | null };

export interface Choices {
  look: Look;
  /** What the person wants; a report that is not ready gives a draft. */
  mode: ExportMode;
  documents: readonly DocumentKind[];
  form: 'folder' | 'zip';
  /** Null until a person chooses: then the first drive that can take it. */
  target: Target | null;
}

/** What was asked for, with the target in words. */
export interface WriteRequest extends Omit<Choices, 'target'> {
  target: Target;
  /** Under a password, which is not kept here. */
  isProtected: boolean;
}

interface HandIn {
  reportId: string;
  choices: Choices;
  phase: Phase;
}

const firstChoices: Choices = {
  look: 'formal',
  mode: 'formal',
  documents: ['docx', 'pdf'],
  form: 'folder',
  target: null,
};

const store = createStore<HandIn>()(() => ({ reportId: '', choices: firstChoices, phase: { kind: 'idle' } }));

export function useHandIn<T>(selector: (state: HandIn) => T): T {
  return useStore(store, selector);
}

/** Begins with fresh choices where another report is opened; the writing of that other one goes on by itself. */
export function openHandIn(reportId: string): void {
  if (store.getState().reportId === reportId) return;
  store.setState({ reportId, choices: firstChoices, phase: { kind: 'idle' } });
}

export function choose(choices: Partial<Choices>): void {
  store.setState((state) => ({ choices: { ...state.choices, ...choices } }));
}

/** Back to the choices, as they were made. */
export function handInAgain(): void {
  store.setState({ phase: { kind: 'idle' } });
}

const pollingPause = 250;

/** The password is handed on and forgotten. Saves what was typed last, writes, and tells how far it is meanwhile. Resolves when it has ended, however. */
export async function handIn(request: WriteRequest, password: string | null): Promise<void> {
  const { reportId } = store.getState();
  const isShown = () => store.getState().reportId === reportId;
  const { target, documents, isProtected: _told, ...rest } = request;
  const input: MethodInput<'submission.write'> = {
    ...rest,
    documents: [...documents],
    reportId,
    password,
    target: target.kind === 'exports' ? null : target.grant,
  };
  store.setState({ phase: { kind: 'running', request, progress: null, cancelling: false } });
  await reportSession.getState().flush();
  const polling = setInterval(() => void followProgress(reportId), pollingPause);
  const outcome = await call('submission.write', input);
  clearInterval(polling);
  if (!isShown()) return;
  store.setState({
    phase: {
      kind: 'ended',
      request,
      output: outcome.ok ? outcome.value : null,
      failure: outcome.ok ? outcome.value.failure : outcome.error,
    },
  });
}

async function followProgress(reportId: string): Promise<void> {
  const outcome = await call('submission.progress', { reportId });
  const { phase, reportId: shown } = store.getState();
  // An answer that comes late finds another report, or the writing ended.
  if (phase.kind !== 'running' || shown !== reportId || !outcome.ok || outcome.value.progress === null)
    return;
  store.setState({ phase: { ...phase, progress: outcome.value.progress } });
}

/** Asks the writing to stop; it ends with a failure that says so. */
export async function cancelHandIn(): Promise<void> {
  const { phase, reportId } = store.getState();
  if (phase.kind !== 'running') return;
  store.setState({ phase: { ...phase, cancelling: true } });
  await call('submission.cancel', { reportId });
}
