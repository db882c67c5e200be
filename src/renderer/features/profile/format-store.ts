/** The formats on the screen 格式: what is kept, what is being changed, and each change to be taken back. */
import { createStore } from 'zustand/vanilla';
import type { MethodOutput } from '../../../shared/contract.ts';
import { formatProblems } from '../../../shared/domain/format-problems.ts';
import type { FormatProfile } from '../../../shared/domain/format-profile-schema.ts';
import type { Failure, Outcome } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import { createSaveMonitor, type SaveState } from '../../app/session/save-monitor.ts';
import { createSaveQueue } from '../../app/session/save-queue.ts';
import type { Timers } from '../../app/session/timers.ts';

export type ListedFormat = MethodOutput<'formatProfile.list'>['formats'][number];

/** What a person changes of a format. */
export interface FormatDraft {
  name: string;
  profile: FormatProfile;
}

interface Timeline {
  past: FormatDraft[];
  future: FormatDraft[];
  /** Changes of one field that follow each other are one step. */
  field: string | null;
}

export interface FormatStore {
  /** Null before they have been read. */
  formats: ListedFormat[] | null;
  /** The selected format's id; null: the national standard. */
  selectedId: string | null;
  timelines: ReadonlyMap<string, Timeline>;
  saveState: SaveState;
  /** Why the last act was refused. */
  failure: Failure | null;
}

const noTimeline: Timeline = { past: [], future: [], field: null };
const longestPast = 200;

/** Repeating these cannot help. */
const stuckCodes: readonly Failure['code'][] = [
  'formatProfile.notFound',
  'formatProfile.nameTaken',
  'formatProfile.impossible',
  'input.invalid',
];

function isSavable({ name, profile }: FormatDraft): boolean {
  return name.trim() !== '' && formatProblems(profile).length === 0;
}

export function createFormatStore({ call, timers }: { call: Call; timers: Timers }) {
  const store = createStore<FormatStore>()(() => ({
    formats: null,
    selectedId: null,
    timelines: new Map(),
    saveState: { kind: 'saved', at: '' },
    failure: null,
  }));
  const { getState: get, setState: set } = store;
  const monitor = createSaveMonitor((saveState) => set({ saveState }));
  const saves = createSaveQueue<FormatDraft>({
    timers,
    monitor,
    quiet: 400,
    longest: 900,
    isStuck: ({ code }) => stuckCodes.includes(code),
    onStuck: (_key, failure) => set({ failure }),
    send: (id, { name, profile }) => call('formatProfile.update', { id, name: name.trim(), profile }),
  });

  const draftOf = (id: string): FormatDraft | null =>
    get().formats?.find((format) => format.id === id) ?? null;

  /** Shows a draft, and saves it as soon as everything in it goes together. */
  const show = (id: string, draft: FormatDraft, timeline: Timeline) => {
    const formats = get().formats ?? [];
    set({
      formats: formats.map((format) => (format.id === id ? { ...format, ...draft } : format)),
      timelines: new Map([...get().timelines, [id, timeline]]),
      failure: null,
    });
    if (isSavable(draft)) saves.push(id, draft);
  };

  const refused = <T>(outcome: Outcome<T>): outcome is { ok: false; error: Failure } => {
    set({ failure: outcome.ok ? null : outcome.error });
    return !outcome.ok;
  };

  /** Reads the formats; what is being changed and cannot be saved yet stays as it is on the screen. */
  const load = async () => {
    const outcome = await call('formatProfile.list', {});
    if (!outcome.ok) return set({ failure: outcome.error });
    const shown = new Map((get().formats ?? []).map((format) => [format.id, format]));
    set({
      formats: outcome.value.formats.map((format) => {
        const own = shown.get(format.id);
        return own !== undefined && !isSavable(own) ? { ...own, usedBy: format.usedBy } : format;
      }),
    });
  };

  return {
    store,
    load,
    select: (selectedId: string | null) => set({ selectedId, failure: null }),
    /** Keeps a new format and shows it; false where it was refused. */
    async create(draft: FormatDraft): Promise<boolean> {
      const outcome = await call('formatProfile.create', draft);
      if (refused(outcome)) return false;
      await load();
      if (outcome.ok) set({ selectedId: outcome.value.id });
      return outcome.ok;
    },
    change(id: string, field: string, draft: FormatDraft) {
      const before = draftOf(id);
      if (before === null) return;
      const { past, field: last } = get().timelines.get(id) ?? noTimeline;
      const { name, profile } = before;
      const steps = last === field ? past : [...past, { name, profile }].slice(-longestPast);
      show(id, draft, { past: steps, future: [], field });
    },
    undo(id: string) {
      const [now, { past, future }] = [draftOf(id), get().timelines.get(id) ?? noTimeline];
      const before = past.at(-1);
      if (now === null || before === undefined) return;
      const { name, profile } = now;
      show(id, before, { past: past.slice(0, -1), future: [{ name, profile }, ...future], field: null });
    },
    redo(id: string) {
      const [now, { past, future }] = [draftOf(id), get().timelines.get(id) ?? noTimeline];
      const [after, ...rest] = future;
      if (now === null || after === undefined) return;
      const { name, profile } = now;
      show(id, after, { past: [...past, { name, profile }], future: rest, field: null });
    },
    /** Puts a format out of sight; false where a report uses it, which is then told. */
    async remove(id: string): Promise<boolean> {
      await saves.flush();
      if (refused(await call('formatProfile.remove', { id }))) return false;
      set({ selectedId: null });
      await load();
      return true;
    },
    async restore(id: string) {
      if (refused(await call('formatProfile.restore', { id }))) return;
      await load();
      set({ selectedId: id });
    },
    flush: saves.flush,
  };
}

export type FormatDesk = ReturnType<typeof createFormatStore>;

/** A name that no format has yet: «县府办», «县府办 2». */
export function freeName(wanted: string, formats: readonly { name: string }[]): string {
  const taken = new Set(formats.map(({ name }) => name));
  let name = wanted.slice(0, 36);
  for (let number = 2; taken.has(name); number += 1) name = `${wanted.slice(0, 36)} ${number}`;
  return name;
}
