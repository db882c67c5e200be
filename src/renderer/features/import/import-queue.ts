/** Several files to import, read one after another; each is shown, corrected and kept on its own. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GrantedFile, MethodOutput } from '../../../shared/contract.ts';
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import { type Failure, failed } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import type { ChosenFile } from '../../components/file-picker.tsx';
import { type DraftHistory, startHistory } from './draft-history.ts';
import { startDraft } from './import-draft.ts';
import type { ImportedReport } from './import-screen.tsx';

export type FileState =
  | { kind: 'waiting' }
  | { kind: 'reading'; grant: string | null }
  | {
      kind: 'ready';
      file: GrantedFile;
      /** As it was read. */
      source: ParsedReport;
      pictures: MethodOutput<'import.preview'>['pictures'];
      history: DraftHistory;
      keeping: boolean;
      failure: Failure | null;
    }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'done'; report: ImportedReport };

export type ReadyState = Extract<FileState, { kind: 'ready' }>;

export interface QueuedFile extends ChosenFile {
  key: number;
  state: FileState;
}

export interface QueueState {
  files: readonly QueuedFile[];
  /** Key of the file being shown. */
  current: number | null;
  /** The kind of report for all files of this visit, once chosen. */
  templateKey: string | null;
}

export interface ImportQueue {
  store: StoreApi<QueueState>;
  add(files: readonly ChosenFile[]): void;
  show(key: number): void;
  /** Ends the reading of this file, or its waiting. */
  stop(key: number): void;
  retry(key: number): void;
  remove(key: number): void;
  chooseTemplate(templateKey: string): void;
  change(key: number, edit: (history: DraftHistory) => DraftHistory): void;
  /** Keeps a file as a report. The file stays as it is, corrections included, when that fails. */
  commit(key: number, templateKey: string): Promise<void>;
  /** Shows the next file that still needs the person; without one the list is emptied. */
  next(): void;
}

/** Longest title the core takes beside the parsed report; a longer one is cut there. */
const longestTitle = 200;

export function createImportQueue(call: Call): ImportQueue {
  const store = createStore<QueueState>()(() => ({ files: [], current: null, templateKey: null }));
  let nextKey = 1;

  const find = (key: number) => store.getState().files.find((file) => file.key === key);
  const set = (key: number, state: FileState) => {
    store.setState(({ files }) => ({
      files: files.map((file) => (file.key === key ? { ...file, state } : file)),
    }));
  };
  const isReading = (key: number) => find(key)?.state.kind === 'reading';

  async function read(file: QueuedFile): Promise<void> {
    const { key } = file;
    set(key, { kind: 'reading', grant: null });
    const received = await file.receive();
    // Stopped or taken away meanwhile: what comes late is not wanted.
    if (!isReading(key)) return;
    if (!received.ok) return set(key, { kind: 'failed', failure: received.error });
    set(key, { kind: 'reading', grant: received.value.grant });
    const preview = await call('import.preview', { grant: received.value.grant });
    const now = find(key)?.state;
    if (now?.kind !== 'reading' || now.grant !== received.value.grant) return;
    if (!preview.ok) return set(key, { kind: 'failed', failure: preview.error });
    const { parsed, pictures } = preview.value;
    const history = startHistory(startDraft(parsed));
    set(key, {
      kind: 'ready',
      file: received.value,
      source: parsed,
      pictures,
      history,
      keeping: false,
      failure: null,
    });
  }

  function pump(): void {
    const { files } = store.getState();
    if (files.some(({ state }) => state.kind === 'reading')) return;
    const waiting = files.find(({ state }) => state.kind === 'waiting');
    if (waiting !== undefined) void read(waiting).then(pump);
  }

  function stop(key: number): void {
    const file = find(key);
    if (file?.state.kind !== 'reading' && file?.state.kind !== 'waiting') return;
    const grant = file.state.kind === 'reading' ? file.state.grant : null;
    set(key, { kind: 'failed', ...stopped(file.name) });
    if (grant !== null) void call('import.cancel', { grant });
    pump();
  }

  return {
    store,
    add(chosen) {
      const added = chosen.map(
        (file): QueuedFile => ({ ...file, key: nextKey++, state: { kind: 'waiting' } }),
      );
      store.setState(({ files, current }) => ({
        files: [...files, ...added],
        current: needsPerson(files.find(({ key }) => key === current)) ? current : (added[0]?.key ?? current),
      }));
      pump();
    },
    show: (key) => store.setState({ current: key }),
    stop,
    retry(key) {
      if (find(key)?.state.kind !== 'failed') return;
      set(key, { kind: 'waiting' });
      pump();
    },
    remove(key) {
      stop(key);
      store.setState(({ files, current }) => {
        const rest = files.filter((file) => file.key !== key);
        return { files: rest, current: current === key ? (following(rest)?.key ?? null) : current };
      });
    },
    chooseTemplate: (templateKey) => store.setState({ templateKey }),
    change(key, edit) {
      const state = find(key)?.state;
      if (state?.kind === 'ready' && !state.keeping) set(key, { ...state, history: edit(state.history) });
    },
    async commit(key, templateKey) {
      const file = find(key);
      if (file?.state.kind !== 'ready' || file.state.keeping) return;
      const { state, name } = file;
      const { parsed } = state.history.present;
      const { year } = parsed;
      if (year === null) return;
      set(key, { ...state, keeping: true, failure: null });
      const title = parsed.title?.trim() ?? '';
      const outcome = await call('import.commit', {
        grant: state.file.grant,
        templateKey,
        year,
        ...(title !== '' && title.length <= longestTitle && { title }),
        parsed: { ...parsed, title: title || null },
      });
      set(
        key,
        outcome.ok
          ? { kind: 'done', report: { id: outcome.value.id, year, title: title || name } }
          : { ...state, keeping: false, failure: outcome.error },
      );
    },
    next() {
      const { files } = store.getState();
      const file = following(files);
      store.setState(file === undefined ? { files: [], current: null } : { current: file.key });
    },
  };
}

function stopped(name: string): { failure: Failure } {
  return { failure: failed('import.cancelled', { name }).error };
}

function needsPerson(file: QueuedFile | undefined): boolean {
  return file !== undefined && file.state.kind !== 'done';
}

/** The next to look at: what has been read, then what is still to be read, then what failed. */
function following(files: readonly QueuedFile[]): QueuedFile | undefined {
  const order: readonly FileState['kind'][] = ['ready', 'reading', 'waiting', 'failed'];
  for (const kind of order) {
    const found = files.find((file) => file.state.kind === kind);
    if (found !== undefined) return found;
  }
  return undefined;
}
