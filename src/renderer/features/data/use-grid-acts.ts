/** What the grid's typing, clipboard, fill handle and actions do, and the sentence that tells about it. */
import { useState } from 'react';
import { reportSession } from '../../app/report-session.ts';
import { errorSentence } from '../../i18n/index.ts';
import { type ActNotice, actionNotice, fillNotice, pasteNotice } from './act-words.ts';
import { blockOf, type CellBlock, type CellPosition, type CellSelection, cellsOf } from './cell-selection.ts';
import { copiedText, type DataWords } from './cell-words.ts';
import { blocksOfFill, planFill } from './fill-block.ts';
import type { CellAction } from './grid-keys.ts';
import { gridColumns, pasteTarget, shapeOf, tableCellAt, yearCellAt } from './grid-layout.ts';
import { actOnCells, typeTexts } from './number-acts.ts';
import type { NumberRow } from './number-rows.ts';
import { planByName } from './paste-by-name.ts';
import { namedPasteNotice } from './paste-words.ts';
import { type ClipboardTexts, readPasted, writeCopied } from './pasted-table.ts';
import { type PlacedText, planPaste } from './place-paste.ts';
import type { RejectedText } from './rejected-texts.ts';

export function useGridActs(
  rows: readonly NumberRow[],
  year: number,
  editTextAt: (position: CellPosition) => string | undefined,
  t: DataWords,
) {
  const [notice, setNotice] = useState<ActNotice | null>(null);

  const typeAt = (placed: readonly PlacedText[]): RejectedText[] =>
    typeTexts(
      placed.flatMap(({ position, text }) => {
        const cell = tableCellAt(rows, position);
        return cell === undefined ? [] : [{ ...cell, text }];
      }),
    );

  /** Of the cells to fill, those of formulas are counted, and names, differences and the like passed over. */
  const tellFill = (wanted: readonly PlacedText[]) => {
    const shape = shapeOf(rows);
    const placed = wanted.filter(({ position }) => shape.canEdit(position));
    const isYear = ({ row, column }: CellPosition) =>
      yearCellAt(rows[row], gridColumns[column]) !== undefined;
    const computed = wanted.filter(({ position }) => isYear(position)).length - placed.length;
    setNotice(fillNotice({ filled: placed.length, computed, rejected: typeAt(placed).length }, t));
  };

  const fill = (from: CellBlock, to: CellBlock) =>
    tellFill(
      planFill(from, to).flatMap(({ position, from: source }) => {
        const text = editTextAt(source);
        return text === undefined ? [] : [{ position, text }];
      }),
    );

  return {
    notice,
    dismissNotice: () => setNotice(null),
    commit(position: CellPosition, text: string) {
      const [rejected] = typeAt([{ position, text }]);
      setNotice(rejected === undefined ? null : { tone: 'problem', text: errorSentence(rejected.failure) });
    },
    paste(selection: CellSelection, texts: ClipboardTexts) {
      const table = readPasted(texts);
      const named = planByName(table, pasteTarget(rows, year, selection));
      if (named !== null) {
        setNotice(namedPasteNotice(named, typeTexts(named.typed), t));
        return;
      }
      const plan = planPaste(
        shapeOf(rows),
        selection,
        table.rows.map((row) => row.map(({ text, covered }) => (covered ? null : text))),
      );
      setNotice(pasteNotice(plan, table.hiddenRows, typeAt(plan.placed).length, t));
    },
    fill,
    fillMarked(selection: CellSelection, direction: 'down' | 'right') {
      const blocks = blocksOfFill(shapeOf(rows), blockOf(selection), direction);
      if (blocks === null) setNotice({ tone: 'info', text: t('grid.nothingToFill') });
      else fill(blocks.from, blocks.to);
    },
    fillTyped(selection: CellSelection, text: string) {
      tellFill(cellsOf(shapeOf(rows), selection).map((position) => ({ position, text })));
    },
    act(action: CellAction, selection: CellSelection) {
      const cells = cellsOf(shapeOf(rows), selection).flatMap(
        (position) => tableCellAt(rows, position) ?? [],
      );
      setNotice(actionNotice(actOnCells(action, cells), t));
    },
    copy: (selection: CellSelection) => copiedTable(rows, selection, t),
    refuseTyping(row: NumberRow | undefined) {
      if (row?.kind !== 'indicator' || row.formula === null) return;
      setNotice({ tone: 'info', text: t('notice.computed', { formula: row.formula }) });
    },
  };
}

/** The marked block as spreadsheets read it, dividing rows left out. */
function copiedTable(rows: readonly NumberRow[], selection: CellSelection, t: DataWords): ClipboardTexts {
  const { book } = reportSession.getState();
  const byRow = Map.groupBy(cellsOf(shapeOf(rows), selection), ({ row }) => row);
  const table = [...byRow.values()].map((cells) =>
    cells.map(({ row, column }) => {
      const shown = rows[row];
      const name = gridColumns[column];
      return shown === undefined || name === undefined ? '' : copiedText(shown, name, book, t);
    }),
  );
  return writeCopied(table);
}
