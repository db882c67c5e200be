/** The one channel from the page to the program. */
import type { IpcMain } from 'electron';
import { failed, type Outcome } from '../../shared/errors.ts';
import type { Dispatch } from '../node/dispatch.ts';
import { appOrigin } from './app-address.ts';
import { callChannel } from './call-channel.ts';

export interface SenderFrame {
  readonly origin: string;
  readonly parent: unknown;
}

/** Only the main frame of the program's own origin may call: no subframe, no other origin, no frame already gone. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === appOrigin;
}

/** Answers one call. A foreign sender learns nothing but that the call failed. */
export async function answerCall(
  dispatch: Dispatch,
  sender: SenderFrame | null,
  method: unknown,
  input: unknown,
): Promise<Outcome<unknown>> {
  if (!isTrustedSender(sender) || typeof method !== 'string') {
    return failed('method.unknown', { name: '' });
  }
  return await dispatch(method, input);
}

export function openIpcDoor(ipcMain: Pick<IpcMain, 'handle'>, dispatch: Dispatch): void {
  ipcMain.handle(callChannel, (event, method: unknown, input: unknown) =>
    answerCall(dispatch, event.senderFrame, method, input),
  );
}
