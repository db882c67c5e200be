/**
 * What an act of the clerk changes in the tables. Every act gives one list of observations, so that it is one step of
 * undo; cells that stay as they are do not appear in it.
 */
import { parseCellInput } from '../../../shared/domain/cell-input.ts';
import type { Entry, Indicator, Observation } from '../../../shared/domain/model.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import type { CellAction } from './grid-keys.ts';
import type { RejectedText } from './rejected-texts.ts';

/** A cell that can be typed into. Formulas never get here. */
export interface TableCell {
  indicator: Indicator;
  year: number;
}

export interface TypedCell extends TableCell {
  text: string;
}

export interface TypedChanges {
  observations: Observation[];
  rejected: RejectedText[];
}

export interface ActionChanges {
  observations: Observation[];
  /** `carry` on many cells: those that hold something already are left alone. */
  keptFilled: number;
  /** `carry`: cells whose year before is empty. */
  nothingToCarry: number;
}

/** A cell as an observation; one that nobody has filled is empty. */
export function observationOf(book: NumberBook, cell: TableCell): Observation {
  const { entry, state, source, note, evidence } = book.cell(cell.indicator.id, cell.year);
  return {
    indicatorId: cell.indicator.id,
    year: cell.year,
    entry,
    state: state === 'carried' ? 'carried' : 'confirmed',
    source,
    note,
    evidence,
  };
}

/** What a person types is thereby confirmed, also when it repeats a number that was carried over. */
export function changesOfTexts(book: NumberBook, typed: readonly TypedCell[]): TypedChanges {
  const changes: TypedChanges = { observations: [], rejected: [] };
  for (const cell of typed) {
    const read = parseCellInput(cell.text, cell.indicator);
    if (read.ok) changes.observations.push(...changeOf(book, cell, read.value, 'confirmed'));
    else {
      changes.rejected.push({
        indicatorId: cell.indicator.id,
        year: cell.year,
        text: cell.text,
        failure: read.error,
      });
    }
  }
  return changes;
}

/**
 * 沿用去年, 确认, 不适用, 清空 on the given cells. Carrying over a block never replaces what stands there; on one single
 * cell it does, because then that is what the person asked for.
 */
export function changesOfAction(
  book: NumberBook,
  action: CellAction,
  cells: readonly TableCell[],
): ActionChanges {
  const changes: ActionChanges = { observations: [], keptFilled: 0, nothingToCarry: 0 };
  for (const cell of cells) {
    const current = observationOf(book, cell);
    switch (action) {
      case 'carry': {
        const before = book.cell(cell.indicator.id, cell.year - 1);
        if (before.entry.kind === 'empty') changes.nothingToCarry += 1;
        else if (cells.length > 1 && current.entry.kind !== 'empty') changes.keptFilled += 1;
        else {
          // The number now comes from where last year's came from.
          for (const change of changeOf(book, cell, before.entry, 'carried')) {
            changes.observations.push({ ...change, source: before.source });
          }
        }
        break;
      }
      case 'confirm':
        if (current.state === 'carried') {
          changes.observations.push(...changeOf(book, cell, current.entry, 'confirmed'));
        }
        break;
      case 'notApplicable':
        changes.observations.push(...changeOf(book, cell, { kind: 'notApplicable' }, 'confirmed'));
        break;
      case 'clear':
        changes.observations.push(...changeOf(book, cell, { kind: 'empty' }, 'confirmed'));
        break;
    }
  }
  return changes;
}

export type Remarks = Pick<Observation, 'source' | 'note' | 'evidence'>;

/** Source, note or evidence of one cell; nothing when they are as before. */
export function changesOfRemarks(book: NumberBook, cell: TableCell, remarks: Remarks): Observation[] {
  const current = observationOf(book, cell);
  return current.source === remarks.source &&
    current.note === remarks.note &&
    current.evidence === remarks.evidence
    ? []
    : [{ ...current, ...remarks }];
}

function changeOf(
  book: NumberBook,
  cell: TableCell,
  entry: Entry,
  state: Observation['state'],
): Observation[] {
  const current = observationOf(book, cell);
  return current.state === state && sameEntry(current.entry, entry) ? [] : [{ ...current, entry, state }];
}

function sameEntry(a: Entry, b: Entry): boolean {
  return a.kind === 'number' && b.kind === 'number' ? a.value === b.value : a.kind === b.kind;
}
