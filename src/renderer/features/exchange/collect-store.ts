/** Returned sheets on their way in: handed over, read, looked at, taken in. */
import { createStore } from 'zustand/vanilla';
import type { GrantedFile, PreviewItem, SuppliedFile } from '../../../shared/contract.ts';
import type { Observation } from '../../../shared/domain/model.ts';
import { done, type Failure, type Outcome } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import { type Choice, type Choices, choose, chooseAll, itemKey, takenItems } from './preview-choices.ts';

/** A file, or a folder for all sheets in it. */
export interface HandedFile {
  name: string;
  receive: () => Promise<Outcome<Pick<GrantedFile, 'grant'>>>;
}

export interface CollectState {
  /** The year for which the sheets were read. */
  year: number;
  phase: 'waiting' | 'reading' | 'shown' | 'accepting';
  files: readonly SuppliedFile[];
  items: readonly PreviewItem[];
  choices: Choices;
  /** Of handing over, reading or accepting; files that could not be read say so themselves. */
  failure: Failure | null;
}

export interface AcceptedNumbers {
  savedAt: string;
  previous: Observation[];
  observations: Observation[];
}

const nothing = { phase: 'waiting', files: [], items: [], choices: new Map(), failure: null } as const;

export function createCollectStore(call: Call) {
  const store = createStore<CollectState>()(() => ({ year: 0, ...nothing }));
  let grants: string[] = [];

  const read = async (): Promise<void> => {
    const { year } = store.getState();
    store.setState({ phase: 'reading', failure: null });
    const outcome = await call('exchange.read', { year, grants });
    if (store.getState().year !== year) return;
    if (!outcome.ok) store.setState({ phase: 'shown', failure: outcome.error });
    else {
      // Of a folder the sheets in it: what was chosen for them must still be theirs when they are read again.
      grants = outcome.value.files.map(({ grant }) => grant);
      store.setState((before) => ({
        phase: 'shown',
        choices: keptChoices(before, outcome.value),
        ...outcome.value,
      }));
    }
  };

  return {
    store,
    /** Forgets what was read for another year. */
    begin(year: number): void {
      if (store.getState().year === year) return;
      grants = [];
      store.setState({ year, ...nothing });
    },
    forget(): void {
      grants = [];
      store.setState(nothing);
    },
    /** Reads these files beside those that are there already. */
    async add(files: readonly HandedFile[]): Promise<void> {
      if (files.length === 0) return;
      store.setState({ phase: 'reading', failure: null });
      for (const file of files) {
        const received = await file.receive();
        if (!received.ok) {
          const phase = store.getState().files.length > 0 ? 'shown' : 'waiting';
          return store.setState({ phase, failure: received.error });
        }
        grants.push(received.value.grant);
      }
      await read();
    },
    read,
    choose(item: PreviewItem, choice: Choice): void {
      store.setState(({ items, choices }) => ({ choices: choose(items, choices, item, choice) }));
    },
    chooseAll(group: readonly PreviewItem[], choice: Choice): void {
      store.setState(({ items, choices }) => ({ choices: chooseAll(items, choices, group, choice) }));
    },
    /**
     * Takes in what is chosen, hands it to `adopt`, then lays the same files beside the tables again. False where nothing
     * was taken.
     */
    async accept(adopt: (accepted: AcceptedNumbers) => void): Promise<boolean> {
      const { year, items, choices, files } = store.getState();
      const sums = new Map(files.map(({ grant, sha256 }) => [grant, sha256]));
      store.setState({ phase: 'accepting', failure: null });
      const outcome = await call('exchange.accept', {
        year,
        decisions: takenItems(items, choices).map(({ grant, row, indicatorId, current }) => ({
          grant,
          row,
          sha256: sums.get(grant) ?? '',
          indicatorId: indicatorId ?? '',
          expected: current,
        })),
      });
      if (!outcome.ok) {
        store.setState({ phase: 'shown', failure: outcome.error });
        return false;
      }
      adopt(outcome.value);
      await read();
      return true;
    },
  };
}

/** A file or folder that the system's dialog has granted already. */
export function handedFile(file: Pick<GrantedFile, 'grant' | 'name'>): HandedFile {
  return { name: file.name, receive: async () => done(file) };
}

/** Choices hold on as long as the file is the one that they were made for. */
function keptChoices(before: CollectState, now: Pick<CollectState, 'files' | 'items'>): Choices {
  const unchanged = new Set(
    now.files
      .filter(({ grant, sha256 }) => before.files.some((one) => one.grant === grant && one.sha256 === sha256))
      .map(({ grant }) => grant),
  );
  const keys = new Set(now.items.filter(({ grant }) => unchanged.has(grant)).map(itemKey));
  return new Map([...before.choices].filter(([key]) => keys.has(key)));
}
