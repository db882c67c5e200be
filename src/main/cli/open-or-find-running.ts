/** A second start on a workspace that is open already: the running program gets another window. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Outcome } from '../../shared/errors.ts';
import type { App } from '../core/app.ts';
import type { Holder } from '../core/ports.ts';
import { findAnnouncedDoor } from '../node/running-door.ts';
import { CommandFailure } from './command.ts';

export type OpenedOrRunning = { kind: 'opened'; app: App } | { kind: 'running'; url: string };

export interface OpenOrFindRunningOptions {
  open: () => Promise<Outcome<App>>;
  /** Where running programs of this person leave their address. */
  announcements: string;
  /** The workspace's folder. */
  folder: string;
  /** This process, if it gets the workspace. */
  holder: Holder;
}

const looks = 50;
const betweenLooks = 200;

/**
 * Opens the workspace, or finds the address of the loopback door that holds it on this computer. Ten seconds are given
 * to one that is still starting (an icon clicked twice) or just ending. Throws CommandFailure with what `open` says.
 */
export async function openOrFindRunning(options: OpenOrFindRunningOptions): Promise<OpenedOrRunning> {
  const { open, announcements, folder, holder } = options;
  for (let look = 1; ; look += 1) {
    const opened = await open();
    if (opened.ok) return { kind: 'opened', app: opened.value };
    const { code, parameters } = opened.error;
    const couldBeJoined =
      code === 'workspace.locked' &&
      // Without a name: the holder is writing it at this very moment.
      (parameters.door === '' ||
        (parameters.door === 'http' && parameters.host === holder.host && parameters.user === holder.user));
    const url = couldBeJoined ? findAnnouncedDoor(announcements, folder, Number(parameters.processId)) : null;
    if (url !== null) return { kind: 'running', url };
    if (!couldBeJoined || look === looks) throw new CommandFailure(opened.error);
    await delay(betweenLooks);
  }
}
