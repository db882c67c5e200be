/** 章节: the outline at the left, a tree that is walked, rearranged and renamed by mouse or by keyboard. */
import { type KeyboardEvent, type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasHeading } from '../../../../shared/domain/outline.ts';
import { reportSession, useReportSession } from '../../../app/report-session.ts';
import { PageCount } from '../../preview/page-count.tsx';
import styles from './outline.module.css';
import { addBehind, moveByKey } from './outline-actions.ts';
import { outlineIntentOf, rowBeside } from './outline-keys.ts';
import { OutlineTreeRow } from './outline-tree-row.tsx';
import { useChapterDrag } from './use-chapter-drag.ts';
import { useOutline } from './use-outline.ts';

function inWords(count: number): string {
  return count.toLocaleString('en-US');
}

function focusRow(id: string): void {
  // The row may only now be drawn at its new place.
  requestAnimationFrame(() => document.getElementById(`outline-${id}`)?.focus());
}

/** The keyboard goes on with the chapter that is chosen then. */
async function removeAndMoveOn(id: string): Promise<void> {
  await reportSession.getState().removeChapter(id);
  const { selectedChapterId } = reportSession.getState();
  if (selectedChapterId !== null) focusRow(selectedChapterId);
}

export interface OutlineProps {
  onWrite: () => void;
  /** What stands below the chapters. */
  children?: ReactNode;
}

export function Outline({ onWrite, children }: OutlineProps) {
  const { t } = useTranslation('write');
  const { rows, characters } = useOutline();
  const selectedId = useReportSession((session) => session.selectedChapterId);
  const usual = useReportSession((session) => session.guidance.usualLength);
  const editable = useReportSession((session) => session.report.state !== 'final');
  const [renamingId, setRenamingId] = useState<string | null>(null);
  const [menuId, setMenuId] = useState<string | null>(null);
  const { drag, handlers } = useChapterDrag();

  const select = useCallback((id: string) => reportSession.getState().selectChapter(id), []);
  const rename = useCallback((id: string) => {
    const { numbered, report, selectChapter } = reportSession.getState();
    const hasName = numbered.some(({ chapter }) => chapter.id === id && hasHeading(chapter.kind));
    if (!hasName || report.state === 'final') return;
    selectChapter(id);
    setRenamingId(id);
  }, []);
  const renamed = useCallback((id: string, heading: string) => {
    const { chapters, updateChapter } = reportSession.getState();
    setRenamingId(null);
    if (chapters.some((chapter) => chapter.id === id && chapter.heading !== heading)) {
      updateChapter(id, { heading });
    }
    // Where a click ended the renaming, the keyboard is where the click put it.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusRow(id);
    });
  }, []);
  const add = () =>
    void addBehind(selectedId, t('outline.newHeading')).then((id) => id !== null && rename(id));

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>, id: string) => {
      if (event.target !== event.currentTarget) return;
      const intent = outlineIntentOf(event);
      if (intent === null || (intent.do !== 'go' && intent.do !== 'write' && !editable)) return;
      const order = reportSession.getState().numbered.map(({ chapter }) => chapter.id);
      if (intent.do === 'move') {
        moveByKey(id, intent.direction);
        focusRow(id);
      } else if (intent.do === 'go') {
        const next = rowBeside(order, order.indexOf(id), intent.to);
        if (next === undefined) return;
        select(next);
        focusRow(next);
      } else if (intent.do === 'write') onWrite();
      else if (intent.do === 'rename') rename(id);
      else void removeAndMoveOn(id);
      event.preventDefault();
    },
    [editable, onWrite, rename, select],
  );

  return (
    <nav className={styles.outline} aria-label={t('outline.label')}>
      <div className={styles.head}>
        <h2 title={t('outline.keys')}>{t('outline.title')}</h2>
        <span className={styles.total}>
          {usual.maximum > 0
            ? t('outline.charactersOf', {
                count: characters,
                counted: inWords(characters),
                minimum: inWords(usual.minimum),
                maximum: inWords(usual.maximum),
              })
            : t('outline.characters', { count: characters, counted: inWords(characters) })}
        </span>
        <PageCount />
      </div>
      {rows.length === 0 && <p className={styles.empty}>{t('outline.empty')}</p>}
      <div role="tree" aria-label={t('outline.label')} className={styles.tree}>
        {rows.map((row, index) => (
          <OutlineTreeRow
            key={row.id}
            row={row}
            selected={row.id === selectedId}
            focusable={row.id === selectedId || (selectedId === null && index === 0)}
            renaming={row.id === renamingId}
            menuOpened={row.id === menuId}
            editable={editable}
            dragged={row.id === drag.id}
            dropPlace={drag.over?.id === row.id ? drag.over.place : null}
            handlers={handlers}
            onSelect={select}
            onKeyDown={onKeyDown}
            onMenu={setMenuId}
            onRename={rename}
            onRenamed={renamed}
          />
        ))}
      </div>
      {editable && (
        <button type="button" className={styles.add} onClick={add}>
          ＋ {rows.length === 0 ? t('outline.addFirst') : t('outline.add')}
        </button>
      )}
      {children}
    </nav>
  );
}
