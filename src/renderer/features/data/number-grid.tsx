/** The thin layer around the grid component: it draws rows and marks cells; keys and texts go through CellField. */
import { useElementSize } from '@mantine/hooks';
import { RevoGrid } from '@revolist/react-datagrid';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { CellField, type CellFieldHandle } from './cell-field.tsx';
import { bringIntoSight, noPlace, placeOfCell } from './cell-place.ts';
import { type CellBlock, type CellPosition, type CellSelection, singleCell } from './cell-selection.ts';
import type { DataWords } from './cell-words.ts';
import { columnsFor, type GridSourceRow, isNumericColumn } from './grid-columns.ts';
import type { GridIntent } from './grid-keys.ts';
import type { NumberRow } from './number-rows.ts';
import type { ClipboardTexts } from './pasted-table.ts';
import { useGridEvents } from './use-grid-events.ts';

export interface NumberGridProps {
  /** Changes with the view: what is being typed into a cell of the old one is saved there. */
  viewKey: string;
  rows: readonly NumberRow[];
  year: number;
  words: DataWords;
  selection: CellSelection;
  field: {
    label: string;
    canEdit: boolean;
    startText: string;
    describedBy: string | undefined;
  };
  onSelect: (selection: CellSelection) => void;
  onCommit: (position: CellPosition, text: string) => void;
  /** `pageRows`: as many rows as are in sight. False when the intent leaves the grid. */
  onIntent: (intent: GridIntent, pageRows: number) => boolean;
  onRefusedTyping: () => void;
  onRefusedEdit: () => void;
  onPaste: (texts: ClipboardTexts) => void;
  onCopy: () => ClipboardTexts;
  /** What is being typed is meant for all marked cells. */
  onFillTyped: (text: string) => void;
  /** The fill handle was dragged from one block over another. */
  onFill: (from: CellBlock, to: CellBlock) => void;
}

/** In pixels at the normal text size; the large-type setting enlarges the page's own unit. */
const normalRowHeight = 31;
const normalHeaderHeight = 32;
const normalTextSize = 16;

function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / normalTextSize;
}

export function NumberGrid(props: NumberGridProps) {
  const { rows, year, words, selection, onSelect } = props;
  const { ref: sizeRef, width } = useElementSize<HTMLDivElement>();
  const box = useRef<HTMLDivElement | null>(null);
  const grid = useRef<HTMLRevoGridElement>(null);
  const field = useRef<CellFieldHandle>(null);
  const [place, setPlace] = useState(noPlace);

  const source = useMemo(() => rows.map((row): GridSourceRow => ({ row })), [rows]);
  const scale = textScale();
  const rowHeight = Math.round(normalRowHeight * scale);
  const headerHeight = Math.round(normalHeaderHeight * scale);
  const columns = useMemo(() => columnsFor(year, width, scale, words), [year, width, scale, words]);
  const columnWidths = useMemo(() => columns.map(({ size }) => size ?? 0), [columns]);

  const anchorRow = selection.anchor.row;
  const anchorColumn = selection.anchor.column;
  const locate = useCallback(() => {
    if (box.current === null) return;
    setPlace(placeOfCell(box.current, { row: anchorRow, column: anchorColumn }, columnWidths, rowHeight));
  }, [anchorRow, anchorColumn, columnWidths, rowHeight]);
  useLayoutEffect(locate, [locate]);

  // What the mouse has marked in the grid needs not be told to the grid again; a grid with other rows forgets it.
  const shown = useRef<CellSelection>(null);
  const [drawnRows, setDrawnRows] = useState(0);
  useEffect(() => {
    if (drawnRows !== rows.length || shown.current === selection) return;
    shown.current = selection;
    const { anchor, end } = selection;
    void grid.current?.setCellsFocus({ x: anchor.column, y: anchor.row }, { x: end.column, y: end.row });
    if (box.current !== null) bringIntoSight(box.current, end, columnWidths, rowHeight);
  }, [drawnRows, rows.length, selection, columnWidths, rowHeight]);

  const pageRows = () => {
    const inSight = (box.current?.clientHeight ?? 0) - headerHeight;
    return Math.max(1, Math.floor(inSight / rowHeight));
  };

  const select = (next: CellSelection) => {
    shown.current = next;
    onSelect(next);
  };

  /** The grid marks blocks itself while the mouse is down; at its release the block is read once. */
  const readMarkedBlock = async () => {
    const range = await grid.current?.getSelectedRange();
    const anchor = shown.current?.anchor;
    if (!range || anchor === undefined) return;
    const end = {
      row: anchor.row === range.y ? range.y1 : range.y,
      column: anchor.column === range.x ? range.x1 : range.x,
    };
    select({ anchor, end });
  };

  useGridEvents(box, {
    // Every key is CellField's. The component listens on the whole document, for other fields' keys too.
    beforekeydown: (event) => event.preventDefault(),
    // The component would move the keyboard to its own cell, away from CellField.
    afterfocus: (event) => {
      event.preventDefault();
      locate();
    },
    // The cell is in sight already.
    beforescrollintoview: (event) => event.preventDefault(),
    mousedown: (event) => {
      if (event.target instanceof HTMLInputElement) return;
      field.current?.commit();
      window.addEventListener('mouseup', () => setTimeout(readMarkedBlock), { once: true });
    },
    dblclick: (event) => {
      if (!(event.target instanceof HTMLInputElement)) field.current?.edit();
    },
  });

  return (
    <div
      ref={(element) => {
        box.current = element;
        sizeRef(element);
      }}
      className="data-grid"
      style={{ height: headerHeight + rows.length * rowHeight + 2 }}
    >
      <RevoGrid
        ref={grid}
        source={source}
        columns={columns}
        range
        filter={false}
        useClipboard={false}
        hideAttribution
        rowSize={rowHeight}
        theme="compact"
        aria-label={words('gridLabel', { year })}
        onAftergridinit={() => {
          grid.current?.setAttribute('tabindex', '-1');
          field.current?.focus();
        }}
        onAftergridrender={() => {
          // Only now does the grid know how many rows it has; before, it would move the mark into the old ones.
          if (drawnRows === rows.length) return;
          shown.current = null;
          setDrawnRows(rows.length);
        }}
        onViewportscroll={locate}
        onBeforefocuslost={(event) => event.preventDefault()}
        onBeforeeditstart={(event) => event.preventDefault()}
        onBeforecellfocus={(event) => {
          const { rowIndex, colIndex } = event.detail;
          if (rows[rowIndex]?.kind !== 'indicator') return event.preventDefault();
          // At once: a key that follows the click must find the new cell.
          flushSync(() => select(singleCell({ row: rowIndex, column: colIndex })));
          field.current?.focus();
        }}
        onBeforeautofill={(event) => {
          event.preventDefault();
          props.onFill(blockOfRange(event.detail.oldRange), blockOfRange(event.detail.newRange));
        }}
        onBeforerangeedit={(event) => event.preventDefault()}
        onBeforeedit={(event) => event.preventDefault()}
      />
      <CellField
        key={props.viewKey}
        handle={field}
        position={selection.anchor}
        place={place}
        numeric={isNumericColumn(selection.anchor.column)}
        {...props.field}
        onCommit={props.onCommit}
        onIntent={(intent) => props.onIntent(intent, pageRows())}
        onRefusedTyping={props.onRefusedTyping}
        onRefusedEdit={props.onRefusedEdit}
        onFillTyped={props.onFillTyped}
        onPaste={props.onPaste}
        onCopy={props.onCopy}
      />
    </div>
  );
}

function blockOfRange(range: { x: number; y: number; x1: number; y1: number }): CellBlock {
  return { top: range.y, bottom: range.y1, left: range.x, right: range.x1 };
}
