import { Menu } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { DropReason } from '../../../shared/domain/parsed-report.ts';
import type { PaneStore } from './pane-state.ts';
import styles from './panes.module.css';
import type { Segment } from './source-view.ts';

/** Where a piece goes back to: to its own place, or, where that is not known, to one that the person chooses. */
export type RestorePlace = 'own' | 'start' | 'active' | 'end';

export interface RestoreProps {
  /** The part of `source` that begins at its non-blank character `start`. */
  onRestore: (source: number, start: number, place: RestorePlace) => void;
}

interface SourceRowProps extends RestoreProps {
  source: number;
  text: string;
  /** Why the import left this piece out; null for a piece of the text. */
  leftOut: DropReason | null;
  /** Only where a part of it changed sides. */
  segments: readonly Segment[] | undefined;
  panes: PaneStore;
}

/** One piece of the source. */
export const SourceRow = memo(function SourceRow(props: SourceRowProps) {
  const { source, text, leftOut, segments, panes, onRestore } = props;
  const { t } = useTranslation('import');
  const lit = useStore(panes, (state) => state.litSources.has(source));
  const parts = segments ?? [{ start: 0, text, leftOut }];
  return (
    <li
      className={styles.source}
      data-source={source}
      data-lit={lit || undefined}
      data-short={(leftOut !== null && text.length <= 12) || undefined}
    >
      {parts.map((part) =>
        part.leftOut === null ? (
          <span key={part.start}>{part.text}</span>
        ) : (
          <span key={part.start} className={styles.out}>
            <span className={styles.reason}>{t(`reason.${part.leftOut}`)}</span>
            <span className={styles.outText}>{part.text}</span>
            {part.text.trim() !== '' &&
              (leftOut === null ? (
                <button
                  type="button"
                  className={styles.restore}
                  title={t('restore.ownHint')}
                  onClick={() => onRestore(source, part.start, 'own')}
                >
                  {t('restore.label')}
                </button>
              ) : (
                <RestoreMenu panes={panes} onPlace={(place) => onRestore(source, part.start, place)} />
              ))}
          </span>
        ),
      )}
    </li>
  );
});

/** The menu itself is only built when it is first asked for: a web page may have left out hundreds of pieces. */
function RestoreMenu({ panes, onPlace }: { panes: PaneStore; onPlace: (place: RestorePlace) => void }) {
  const { t } = useTranslation('import');
  const [opened, setOpened] = useState<boolean | null>(null);
  const button = (
    <button type="button" className={styles.restore} aria-haspopup="menu" onClick={() => setOpened(!opened)}>
      {t('restore.label')} ▾
    </button>
  );
  if (opened === null) return button;
  const hasActive = panes.getState().active !== null;
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start">
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onPlace('start')}>{t('restore.start')}</Menu.Item>
        <Menu.Item disabled={!hasActive} onClick={() => onPlace('active')}>
          {t('restore.active')}
        </Menu.Item>
        <Menu.Item onClick={() => onPlace('end')}>{t('restore.end')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
