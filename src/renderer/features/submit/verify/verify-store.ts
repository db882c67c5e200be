/** 核验: which submission is being looked at, and what was found. One at a time, wherever it was asked for. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { MethodOutput } from '../../../../shared/contract.ts';
import type { Failure, Outcome } from '../../../../shared/errors.ts';
import { call } from '../../../api/client.ts';

export type Verified = MethodOutput<'submission.verify'>;

export type VerifyPhase =
  | { kind: 'idle' }
  | { kind: 'running'; name: string }
  | { kind: 'ended'; subject: Subject | null; password: string | null; outcome: Outcome<Verified> };

interface Verify {
  opened: boolean;
  phase: VerifyPhase;
}

const store = createStore<Verify>()(() => ({ opened: false, phase: { kind: 'idle' } }));

export function useVerify<T>(selector: (state: Verify) => T): T {
  return useStore(store, selector);
}

export interface Subject {
  grant: string;
  /** For the person: of a drive, a folder or a .zip. */
  name: string;
}

/** Opens the dialog, at once on `subject` where there is one. */
export function openVerify(subject: Subject | null): void {
  store.setState({ opened: true, phase: { kind: 'idle' } });
  if (subject) void verify(subject);
}

export function closeVerify(): void {
  store.setState({ opened: false, phase: { kind: 'idle' } });
}

/** Back to the choice of what is to be looked at. */
export function verifyAnother(): void {
  store.setState({ phase: { kind: 'idle' } });
}

/** The password, where one was typed, is forgotten with the dialog. */
export async function verify(subject: Subject, password: string | null = null): Promise<void> {
  const { grant, name } = subject;
  const running: VerifyPhase = { kind: 'running', name };
  store.setState({ phase: running });
  const outcome = await call('submission.verify', { grant, password });
  // Closed, or another one asked for meanwhile.
  if (store.getState().phase === running) {
    store.setState({ phase: { kind: 'ended', subject, password, outcome } });
  }
}

/** What was to be verified could not even be handed over. */
export function tellUnread(error: Failure): void {
  store.setState({
    phase: { kind: 'ended', subject: null, password: null, outcome: { ok: false, error } },
  });
}
