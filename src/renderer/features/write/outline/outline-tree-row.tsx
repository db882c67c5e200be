/** One chapter in the outline. */
import { type KeyboardEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { hasHeading } from '../../../../shared/domain/outline.ts';
import { HeadingField } from './heading-field.tsx';
import type { DropPlace } from './move-target.ts';
import styles from './outline.module.css';
import { OutlineMenu } from './outline-menu.tsx';
import type { OutlineRow } from './outline-rows.ts';

import { chapterAttribute, type DragHandlers } from './use-chapter-drag.ts';

export interface OutlineTreeRowProps {
  row: OutlineRow;
  selected: boolean;
  focusable: boolean;
  renaming: boolean;
  menuOpened: boolean;
  editable: boolean;
  dragged: boolean;
  dropPlace: DropPlace | null;
  handlers: DragHandlers;
  onSelect: (id: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>, id: string) => void;
  onMenu: (id: string | null) => void;
  onRename: (id: string) => void;
  onRenamed: (id: string, heading: string) => void;
}

function Row(props: OutlineTreeRowProps) {
  const { row, selected, renaming, editable, dropPlace } = props;
  const { t } = useTranslation('write');
  const name = row.heading || t(row.kind === 'section' ? 'outline.untitled' : `outline.kind.${row.kind}`);
  return (
    <div
      role="treeitem"
      id={`outline-${row.id}`}
      {...{ [chapterAttribute]: row.id }}
      tabIndex={props.focusable ? 0 : -1}
      aria-level={row.level}
      aria-selected={selected}
      aria-label={`${row.marker}${name}，${t(`outline.mark.${row.mark}`)}`}
      className={styles.row}
      data-level={row.level}
      data-dragged={props.dragged || undefined}
      data-drop={dropPlace ?? undefined}
      draggable={editable && hasHeading(row.kind) && !renaming}
      {...props.handlers}
      onClick={() => props.onSelect(row.id)}
      onDoubleClick={() => props.onRename(row.id)}
      onKeyDown={(event) => props.onKeyDown(event, row.id)}
      onContextMenu={(event) => {
        if (!editable) return;
        event.preventDefault();
        props.onMenu(row.id);
      }}
    >
      <span
        className={styles.dot}
        data-mark={row.mark}
        title={[
          t(`outline.mark.${row.mark}`),
          row.carried > 0 && t('outline.carried', { percent: row.carried }),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      {row.marker !== '' && <span className={styles.marker}>{row.marker}</span>}
      {renaming ? (
        <HeadingField
          heading={row.heading}
          label={t('page.heading')}
          placeholder={t('page.headingPlaceholder')}
          className={styles.rename}
          selectAtOnce
          onDone={(heading) => props.onRenamed(row.id, heading)}
        />
      ) : (
        <span className={styles.heading} title={name}>
          {name}
        </span>
      )}
      {!renaming && (
        <span className={styles.count}>
          {row.mark === 'empty' ? t('outline.none') : row.characters.toLocaleString('en-US')}
        </span>
      )}
      {editable && !renaming && (
        <OutlineMenu
          row={row}
          opened={props.menuOpened}
          onChange={(opened) => props.onMenu(opened ? row.id : null)}
          onRename={props.onRename}
        />
      )}
    </div>
  );
}

/** Two rows that say the same are not drawn again, although the outline is computed anew with every save. */
function sameRow(before: OutlineTreeRowProps, after: OutlineTreeRowProps): boolean {
  const { row: a, ...restBefore } = before;
  const { row: b, ...restAfter } = after;
  const same = (x: object, y: object) => {
    const other = new Map(Object.entries(y));
    return Object.entries(x).every(([key, value]) => Object.is(value, other.get(key)));
  };
  return same(a, b) && same(restBefore, restAfter);
}

export const OutlineTreeRow = memo(Row, sameRow);
