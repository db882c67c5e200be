/** The grid of the chosen view with its actions above, its message below and the selected indicator beside it. */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { exactEntryText } from '../../../shared/domain/cell-input.ts';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { errorSentence } from '../../i18n/index.ts';
import { TrendPanel } from '../figure/trend-panel.tsx';
import type { ActNotice } from './act-words.ts';
import { ActionBar } from './action-bar.tsx';
import { CellDetails } from './cell-details.tsx';
import { type CellPosition, type CellSelection, cellsOf, singleCell } from './cell-selection.ts';
import { fieldLabel } from './cell-words.ts';
import { viewKey } from './data-view.ts';
import type { GridIntent } from './grid-keys.ts';
import { gridColumns, shapeOf, tableCellAt, yearCellAt } from './grid-layout.ts';
import { selectionAfter } from './grid-moves.ts';
import { openIndicatorDialog } from './indicators/dialog-store.ts';
import { focusGrid } from './indicators/focus-grid.ts';
import { moveBeside } from './indicators/indicator-acts.ts';
import { IndicatorContextMenu, IndicatorMenu, type MenuPoint } from './indicators/indicator-menu.tsx';
import { MessageLine } from './message-line.tsx';
import { dropRejected } from './number-acts.ts';
import { NumberGrid } from './number-grid.tsx';
import type { NumberRow, NumberView } from './number-rows.ts';
import { rejectedStore } from './rejected-store.ts';
import { rejectedTextIn } from './rejected-texts.ts';
import { useGridActs } from './use-grid-acts.ts';
import { useGridSelection } from './use-grid-selection.ts';
import { useNumberRows } from './use-number-rows.ts';
import { ViewTitle } from './view-title.tsx';

const messageId = 'data-message';

export function TopicTable({ view }: { view: NumberView }) {
  const { t } = useTranslation(['data', 'indicator']);
  const rows = useNumberRows(view);
  const { selection, select } = useGridSelection(view, rows);
  if (selection === null) {
    return (
      <div className="data-centre">
        <div className="data-bar-above">
          <ViewTitle view={view} />
          <IndicatorMenu view={view} indicator={undefined} onMove={() => {}} />
        </div>
        <EmptyState title={t('column.name')} text={t('indicator:noneHere')} />
      </div>
    );
  }
  return <FilledTable view={view} rows={rows} selection={selection} select={select} />;
}

interface FilledTableProps {
  view: NumberView;
  rows: readonly NumberRow[];
  selection: CellSelection;
  select: (selection: CellSelection) => void;
}

function FilledTable({ view, rows, selection, select }: FilledTableProps) {
  const { t } = useTranslation(['data', 'indicator']);
  const year = useReportSession((session) => session.report.year);
  const book = useReportSession((session) => session.book);
  const shape = shapeOf(rows);
  const row = rows[selection.anchor.row];
  const cell = tableCellAt(rows, selection.anchor);
  const refused = useStore(rejectedStore, ({ all }) => rejectedTextIn(all, cell));

  const editTextAt = useCallback(
    (position: CellPosition): string | undefined => {
      const shown = yearCellAt(rows[position.row], gridColumns[position.column]);
      const typed = tableCellAt(rows, position);
      if (typed === undefined || shown?.look === 'rejected') return shown?.text;
      return exactEntryText(
        book.cell(typed.indicator.id, typed.year).entry,
        typed.indicator,
        t('notApplicable'),
      );
    },
    [rows, book, t],
  );
  const acts = useGridActs(rows, year, editTextAt, t);
  const [menuPoint, setMenuPoint] = useState<MenuPoint | null>(null);
  const indicator = row?.kind === 'indicator' ? row.indicator : undefined;

  const move = async (direction: 'up' | 'down') => {
    if (indicator === undefined || !(await moveBeside(indicator, direction))) return;
    const { row: at, column } = selection.anchor;
    select(singleCell({ row: direction === 'up' ? at - 1 : at + 1, column }));
  };
  /** F2 on a formula's number changes the formula, on a name the name, elsewhere the indicator. */
  const editIndicator = () => {
    if (indicator === undefined) return;
    if (gridColumns[selection.anchor.column] === 'name') {
      openIndicatorDialog({ kind: 'rename', id: indicator.id });
    } else {
      const at = indicator.formula === null ? 'name' : 'formula';
      openIndicatorDialog({ kind: 'edit', id: indicator.id, at });
    }
  };

  const carryOut = (intent: GridIntent, pageRows: number): boolean => {
    const next = selectionAfter(intent, shape, selection, pageRows);
    if (next !== undefined) {
      if (next !== null) select(next);
      return next !== null;
    }
    // Escape may come before the menu has the keyboard.
    if (intent.do === 'cancel') setMenuPoint(null);
    if (intent.do === 'act') acts.act(intent.action, selection);
    else if (intent.do === 'fill') acts.fillMarked(selection, intent.direction);
    else if (intent.do === 'undo') void reportSession.getState().undo();
    else if (intent.do === 'redo') void reportSession.getState().redo();
    else if (intent.do === 'moveRow') void move(intent.direction);
    else if (intent.do === 'menu') setMenuPoint(pointOfKeyboard());
    else if (intent.do === 'cancel' && cell !== undefined && refused !== undefined) dropRejected(cell);
    if (intent.do !== 'act' && intent.do !== 'fill') acts.dismissNotice();
    return true;
  };

  const exact = yearCellAt(row, gridColumns[selection.anchor.column])?.exact ?? null;
  const told = [
    exact === null ? '' : t('indicator:footed.told', { exact }),
    row?.kind === 'indicator' && row.formula !== null
      ? t('indicator:formula.ofFormula', { formula: row.formula })
      : '',
  ].filter(Boolean);
  const cellNotice: ActNotice | null = told.length === 0 ? null : { tone: 'info', text: told.join('　') };

  return (
    <>
      <div className="data-centre">
        <div className="data-bar-above">
          <ViewTitle view={view} />
          <ActionBar
            cells={cellsOf(shape, selection).flatMap((position) => tableCellAt(rows, position) ?? [])}
            onAct={(action) => acts.act(action, selection)}
          >
            <IndicatorMenu view={view} indicator={indicator} onMove={(direction) => void move(direction)} />
          </ActionBar>
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the same menu stands on a button and on a key. */}
        <div
          className="data-grid-area"
          onContextMenu={(event) => {
            event.preventDefault();
            setMenuPoint({ left: event.clientX, top: event.clientY });
          }}
        >
          <NumberGrid
            viewKey={viewKey(view)}
            rows={rows}
            year={year}
            words={t}
            selection={selection}
            field={{
              label: fieldLabel(row, selection.anchor, t),
              canEdit: cell !== undefined,
              startText: editTextAt(selection.anchor) ?? '',
              describedBy: messageId,
            }}
            onSelect={select}
            onCommit={acts.commit}
            onIntent={carryOut}
            onRefusedTyping={() => acts.refuseTyping(row)}
            onRefusedEdit={editIndicator}
            onPaste={(texts) => acts.paste(selection, texts)}
            onCopy={() => acts.copy(selection)}
            onFill={acts.fill}
            onFillTyped={(text) => acts.fillTyped(selection, text)}
          />
        </div>
        <MessageLine
          id={messageId}
          cell={cell}
          notice={
            refused === undefined
              ? (acts.notice ?? cellNotice)
              : { tone: 'problem', text: errorSentence(refused.failure) }
          }
        />
        <TrendPanel indicator={row?.kind === 'indicator' ? row.indicator : undefined} />
        <IndicatorContextMenu
          point={menuPoint}
          onClose={() => {
            setMenuPoint(null);
            focusGrid();
          }}
          view={view}
          indicator={indicator}
          onMove={(direction) => void move(direction)}
        />
      </div>
      <CellDetails row={row?.kind === 'indicator' ? row : undefined} cell={cell} />
    </>
  );
}

/** Below the field that has the keyboard, where the menu key opens the menu. */
function pointOfKeyboard(): MenuPoint {
  const place = document.activeElement?.getBoundingClientRect();
  return { left: place?.left ?? 0, top: place?.bottom ?? 0 };
}
