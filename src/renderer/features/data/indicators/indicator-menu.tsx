/** «指标»: everything that can be done with the selected indicator, and with indicators at all. */
import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../../../shared/domain/model.ts';
import type { NumberView } from '../number-rows.ts';
import { openIndicatorDialog } from './dialog-store.ts';
import { canMoveBeside } from './indicator-acts.ts';

export interface IndicatorMenuProps {
  view: NumberView;
  /** The indicator the keyboard stands on; none in an empty view. */
  indicator: Indicator | undefined;
  onMove: (direction: 'up' | 'down') => void;
}

export function IndicatorMenu(props: IndicatorMenuProps) {
  const { t } = useTranslation('indicator');
  return (
    <Menu position="bottom-end" width={232} withinPortal>
      <Menu.Target>
        <Button className="indicator-menu-button" size="compact-sm" variant="default">
          {t('menu.label')} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <IndicatorMenuItems {...props} />
      </Menu.Dropdown>
    </Menu>
  );
}

export interface MenuPoint {
  left: number;
  top: number;
}

/** The same menu where the mouse or the keyboard asked for it. */
export function IndicatorContextMenu({
  point,
  onClose,
  ...props
}: IndicatorMenuProps & { point: MenuPoint | null; onClose: () => void }) {
  return (
    <Menu opened={point !== null} onClose={onClose} position="bottom-start" width={232} withinPortal>
      <Menu.Target>
        <span className="indicator-menu-point" style={point ?? { left: 0, top: 0 }} aria-hidden />
      </Menu.Target>
      <Menu.Dropdown>
        <IndicatorMenuItems {...props} />
      </Menu.Dropdown>
    </Menu>
  );
}

function IndicatorMenuItems({ view, indicator, onMove }: IndicatorMenuProps) {
  const { t } = useTranslation('indicator');
  const topicId = view.kind === 'topic' ? view.topicId : (indicator?.topicId ?? null);
  return (
    <>
      {indicator !== undefined && <RowItems indicator={indicator} onMove={onMove} />}
      <Menu.Item onClick={() => openIndicatorDialog({ kind: 'add', topicId })}>{t('menu.add')}</Menu.Item>
      <Menu.Item onClick={() => openIndicatorDialog({ kind: 'retired' })}>{t('menu.retired')}</Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={() => openIndicatorDialog({ kind: 'topic', id: null })}>
        {t('menu.addTopic')}
      </Menu.Item>
      {topicId !== null && (
        <Menu.Item onClick={() => openIndicatorDialog({ kind: 'topic', id: topicId })}>
          {t('menu.renameTopic')}
        </Menu.Item>
      )}
    </>
  );
}

function RowItems({
  indicator,
  onMove,
}: {
  indicator: Indicator;
  onMove: (direction: 'up' | 'down') => void;
}) {
  const { t } = useTranslation('indicator');
  const { id, name, formula } = indicator;
  return (
    <>
      <Menu.Label>{t('menu.ofRow', { name })}</Menu.Label>
      <Menu.Item onClick={() => openIndicatorDialog({ kind: 'edit', id, at: 'name' })}>
        {t('menu.edit')}
      </Menu.Item>
      {formula !== null && (
        <Menu.Item
          rightSection={<kbd>F2</kbd>}
          onClick={() => openIndicatorDialog({ kind: 'edit', id, at: 'formula' })}
        >
          {t('menu.formula')}
        </Menu.Item>
      )}
      <Menu.Item onClick={() => openIndicatorDialog({ kind: 'rename', id })}>{t('menu.rename')}</Menu.Item>
      {(['up', 'down'] as const).map((direction) => (
        <Menu.Item
          key={direction}
          rightSection={<kbd>{direction === 'up' ? 'Alt+↑' : 'Alt+↓'}</kbd>}
          disabled={!canMoveBeside(indicator, direction)}
          onClick={() => onMove(direction)}
        >
          {t(`menu.${direction}`)}
        </Menu.Item>
      ))}
      <Menu.Item onClick={() => openIndicatorDialog({ kind: 'retire', id })}>{t('menu.retire')}</Menu.Item>
      <Menu.Item color="official" onClick={() => openIndicatorDialog({ kind: 'remove', id })}>
        {t('menu.remove')}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}
