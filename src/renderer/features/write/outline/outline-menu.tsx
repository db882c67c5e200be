/** Everything that can be done with one chapter of the outline. */
import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hasHeading } from '../../../../shared/domain/outline.ts';
import { reportSession } from '../../../app/report-session.ts';
import type { MoveDirection } from './move-target.ts';
import styles from './outline.module.css';
import { addAttachment, addBehind, addBelow, canAddBelow, canMove, moveByKey } from './outline-actions.ts';
import type { OutlineRow } from './outline-rows.ts';

export interface OutlineMenuProps {
  row: OutlineRow;
  opened: boolean;
  onChange: (opened: boolean) => void;
  onRename: (id: string) => void;
}

const directions: readonly { direction: MoveDirection; keys: string }[] = [
  { direction: 'up', keys: 'Alt+↑' },
  { direction: 'down', keys: 'Alt+↓' },
  { direction: 'higher', keys: 'Alt+←' },
  { direction: 'deeper', keys: 'Alt+→' },
];

export function OutlineMenu({ row, opened, onChange, onRename }: OutlineMenuProps) {
  const { t } = useTranslation('write');
  const { updateChapter, removeChapter } = reportSession.getState();
  const rename = (added: Promise<string | null>) => void added.then((id) => id !== null && onRename(id));
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" width={232} withinPortal>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={styles.more}
          aria-label={t('outline.more', { heading: row.heading || t(`outline.kind.${row.kind}`) })}
        >
          ⋯
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => updateChapter(row.id, { done: !row.done })}>
          {t(row.done ? 'outline.menu.notDone' : 'outline.menu.done')}
        </Menu.Item>
        {hasHeading(row.kind) && (
          <Menu.Item rightSection={<kbd>F2</kbd>} onClick={() => onRename(row.id)}>
            {t('outline.menu.rename')}
          </Menu.Item>
        )}
        {row.kind === 'section' && (
          <Menu.Item onClick={() => updateChapter(row.id, { runIn: !row.runIn })}>
            {t(row.runIn ? 'outline.menu.notRunIn' : 'outline.menu.runIn')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => rename(addBehind(row.id, t('outline.newHeading')))}>
          {t('outline.menu.addBehind')}
        </Menu.Item>
        {canAddBelow(row.id) && (
          <Menu.Item onClick={() => rename(addBelow(row.id, t('outline.newHeading')))}>
            {t('outline.menu.addBelow')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => rename(addAttachment(t('outline.newAttachment')))}>
          {t('outline.menu.addAttachment')}
        </Menu.Item>
        {hasHeading(row.kind) && <Menu.Divider />}
        {directions.map(
          ({ direction, keys }) =>
            canMove(row.id, direction) && (
              <Menu.Item
                key={direction}
                rightSection={<kbd>{keys}</kbd>}
                onClick={() => moveByKey(row.id, direction)}
              >
                {t(`outline.menu.${direction}`)}
              </Menu.Item>
            ),
        )}
        <Menu.Divider />
        <Menu.Item
          color="official"
          rightSection={<kbd>Delete</kbd>}
          onClick={() => void removeChapter(row.id)}
        >
          {t('outline.menu.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
