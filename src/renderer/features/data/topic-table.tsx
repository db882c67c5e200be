/** The grid of the chosen view with its actions above, its message below and the selected indicator beside it. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { exactEntryText } from '../../../shared/domain/cell-input.ts';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { errorSentence } from '../../i18n/index.ts';
import { ActionBar } from './action-bar.tsx';
import { CellDetails } from './cell-details.tsx';
import { type CellPosition, type CellSelection, cellsOf } from './cell-selection.ts';
import { fieldLabel } from './cell-words.ts';
import { viewKey } from './data-view.ts';
import type { GridIntent } from './grid-keys.ts';
import { gridColumns, shapeOf, tableCellAt, yearCellAt } from './grid-layout.ts';
import { selectionAfter } from './grid-moves.ts';
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
  const { t } = useTranslation('data');
  const rows = useNumberRows(view);
  const { selection, select } = useGridSelection(view, rows);
  if (selection === null) {
    return (
      <div className="data-centre">
        <ViewTitle view={view} />
        <EmptyState title={t('column.name')} text={t('noIndicators')} />
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
  const { t } = useTranslation('data');
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

  const carryOut = (intent: GridIntent, pageRows: number): boolean => {
    const next = selectionAfter(intent, shape, selection, pageRows);
    if (next !== undefined) {
      if (next !== null) select(next);
      return next !== null;
    }
    if (intent.do === 'act') acts.act(intent.action, selection);
    else if (intent.do === 'fill') acts.fillMarked(selection, intent.direction);
    else if (intent.do === 'undo') void reportSession.getState().undo();
    else if (intent.do === 'redo') void reportSession.getState().redo();
    else if (intent.do === 'cancel' && cell !== undefined && refused !== undefined) dropRejected(cell);
    if (intent.do !== 'act' && intent.do !== 'fill') acts.dismissNotice();
    return true;
  };

  return (
    <>
      <div className="data-centre">
        <div className="data-bar-above">
          <ViewTitle view={view} />
          <ActionBar
            cells={cellsOf(shape, selection).flatMap((position) => tableCellAt(rows, position) ?? [])}
            onAct={(action) => acts.act(action, selection)}
          />
        </div>
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
          onPaste={(texts) => acts.paste(selection, texts)}
          onCopy={() => acts.copy(selection)}
          onFill={acts.fill}
          onFillTyped={(text) => acts.fillTyped(selection, text)}
        />
        <MessageLine
          id={messageId}
          cell={cell}
          notice={
            refused === undefined ? acts.notice : { tone: 'problem', text: errorSentence(refused.failure) }
          }
        />
      </div>
      <CellDetails row={row?.kind === 'indicator' ? row : undefined} cell={cell} />
    </>
  );
}
