/**
 * Hands what cannot be saved to the core's recovery journal, for as long as that lasts. The page itself keeps it in
 * memory; it is not put into the browser's own storage, where the next person at this computer could read it.
 */
import type { UnsavedItem, UnsavedReport } from '../../../shared/domain/unsaved.ts';
import { unsavedKey } from '../../../shared/domain/unsaved.ts';
import type { Failure } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import type { SaveState } from './save-monitor.ts';
import type { Timers } from './timers.ts';

export interface UnsavedOfReport {
  reportId: string;
  item: UnsavedItem;
}

/** Where what is unsaved stands beside the page's memory. */
export type Safekeeping =
  /** Nothing is unsaved, or the first attempt to keep it is under way. */
  | { kind: 'none' }
  /** `folder` is for the person; `beside` the workspace or elsewhere on this computer. */
  | { kind: 'kept'; folder: string; beside: boolean }
  /** In this window alone. */
  | { kind: 'failed'; failure: Failure };

export interface UnsavedKeeperOptions {
  call: Call;
  timers: Timers;
  /** Of this window, a UUID; made when it is first needed. */
  newSession: () => string;
  unsaved: () => UnsavedOfReport[];
  /** Null for a report that this window has not shown. */
  report: (id: string) => UnsavedReport | null;
  onChange: (safekeeping: Safekeeping) => void;
}

export interface UnsavedKeeper {
  /** To be told of every change of the save state. */
  hear(state: SaveState): void;
}

/** Milliseconds between two looks while something cannot be saved. The core takes longer silence for the window's end. */
const pause = 1000;
/** Looks after which the window says that it is still there, though nothing new has to be kept. */
const looksPerSign = 5;

export function createUnsavedKeeper(options: UnsavedKeeperOptions): UnsavedKeeper {
  const { call, timers, unsaved, onChange } = options;
  let session: string | null = null;
  let failing = false;
  let looking = false;
  let cancelNext = () => {};
  let looks = 0;
  /** What the journal holds, by report and key. The page's values are never changed in place. */
  const kept = new Map<string, Map<string, UnsavedItem>>();

  const keepOf = async (id: string, items: UnsavedItem[]): Promise<boolean> => {
    const report = options.report(id);
    if (report === null) return true;
    const held = kept.get(id) ?? new Map<string, UnsavedItem>();
    const fresh = items.filter((item) => !isSameItem(held.get(unsavedKey(item)), item));
    if (fresh.length === 0 && looks % looksPerSign !== 0) return true;
    session ??= options.newSession();
    const outcome = await call('journal.keep', { session, report, items: fresh });
    if (!outcome.ok) {
      // A program that was started anew knows nothing of what the one before was given.
      kept.delete(id);
      if (outcome.error.code !== 'journal.notFound') onChange({ kind: 'failed', failure: outcome.error });
      return false;
    }
    for (const item of fresh) held.set(unsavedKey(item), item);
    kept.set(id, held);
    onChange({ kind: 'kept', ...outcome.value });
    return true;
  };

  /** What was saved meanwhile, while something else still is not, counts no more. */
  const settle = async (open: Map<string, UnsavedItem[]>) => {
    for (const [reportId, held] of kept) {
      const still = new Set((open.get(reportId) ?? []).map(unsavedKey));
      const keys = [...held.keys()].filter((key) => !still.has(key));
      if (keys.length === 0 || session === null) continue;
      const outcome = await call('journal.settle', { session, reportId, keys });
      if (!outcome.ok) continue;
      for (const key of keys) held.delete(key);
      if (held.size === 0) kept.delete(reportId);
    }
  };

  const look = async () => {
    cancelNext();
    looking = true;
    const open = new Map<string, UnsavedItem[]>();
    for (const { reportId, item } of unsaved()) open.set(reportId, [...(open.get(reportId) ?? []), item]);
    if (failing) for (const [id, items] of open) await keepOf(id, items);
    await settle(open);
    looks += 1;
    looking = false;
    if (failing || kept.size > 0) cancelNext = timers.after(pause, () => void look());
    else onChange({ kind: 'none' });
  };

  return {
    hear(state) {
      const before = failing;
      failing = state.kind === 'failed';
      // At once, also when saving succeeds again: a journal left behind would offer what was saved long ago.
      if (!looking && failing !== before) void look();
    },
  };
}

/** Texts are compared by identity: a changed one is a new object. */
function isSameItem(one: UnsavedItem | undefined, other: UnsavedItem): boolean {
  if (one?.kind !== other.kind) return false;
  if (one.kind === 'body' && other.kind === 'body') {
    return one.body === other.body && one.revision === other.revision;
  }
  return JSON.stringify(one) === JSON.stringify(other);
}
