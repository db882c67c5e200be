/** What can be done with the selected cells, as buttons; the same acts have keys in the grid. */
import { Button, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { changesOfAction, type TableCell } from './cell-changes.ts';
import type { CellAction } from './grid-keys.ts';
import { rejectedStore } from './rejected-store.ts';

const actions: readonly CellAction[] = ['carry', 'confirm', 'notApplicable', 'clear'];

export function ActionBar({
  cells,
  onAct,
  children,
}: {
  cells: readonly TableCell[];
  onAct: (action: CellAction) => void;
  /** What is done with the indicator itself. */
  children: ReactNode;
}) {
  const { t } = useTranslation('data');
  const book = useReportSession((session) => session.book);
  const canUndo = useReportSession((session) => session.canUndo);
  const canRedo = useReportSession((session) => session.canRedo);
  const rejected = useStore(rejectedStore, (state) => state.all.length > 0);
  const possible = (action: CellAction) =>
    changesOfAction(book, action, cells).observations.length > 0 || (action === 'clear' && rejected);
  return (
    <div className="data-actions">
      {actions.map((action) => (
        <BarButton
          key={action}
          label={t(`action.${action}`)}
          hint={t(`actionHint.${action}`)}
          disabled={!possible(action)}
          onClick={() => onAct(action)}
        />
      ))}
      <span className="data-actions-gap" />
      {children}
      <BarButton
        label={t('action.undo')}
        hint={t('actionHint.undo')}
        disabled={!canUndo}
        onClick={() => void reportSession.getState().undo()}
      />
      <BarButton
        label={t('action.redo')}
        hint={t('actionHint.redo')}
        disabled={!canRedo}
        onClick={() => void reportSession.getState().redo()}
      />
    </div>
  );
}

function BarButton(props: { label: string; hint: string; disabled: boolean; onClick: () => void }) {
  return (
    <Tooltip label={props.hint}>
      <Button
        size="compact-sm"
        variant="default"
        disabled={props.disabled}
        // The selection and the keyboard stay in the grid.
        onMouseDown={(event) => event.preventDefault()}
        onClick={props.onClick}
      >
        {props.label}
      </Button>
    </Tooltip>
  );
}
