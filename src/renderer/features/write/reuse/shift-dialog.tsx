/** The list of years that may move on, each in its context, and the one button that moves the chosen ones. */
import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../../../app/notices.ts';
import type { ChapterEditor } from '../editor/chapter-editor.ts';
import { type ChapterShifts, shiftChapters, undoShifts } from './shift-chapters.ts';
import styles from './shift-dialog.module.css';
import { type ShiftPlace, shiftKey } from './year-shifts.ts';

export interface ShiftDialogProps {
  chapterEditor: ChapterEditor;
  chapters: readonly ChapterShifts[];
  onClose: () => void;
}

function keyOf(chapterId: string, shift: ShiftPlace): string {
  return `${chapterId} ${shiftKey(shift)}`;
}

function ShiftLine({ shift }: { shift: ShiftPlace }) {
  return (
    <span className={styles.line}>
      {shift.lead}
      <del>{shift.before}</del>
      <ins>{shift.after}</ins>
      {shift.rest}
    </span>
  );
}

export function ShiftDialog({ chapterEditor, chapters, onClose }: ShiftDialogProps) {
  const { t } = useTranslation(['write', 'common']);
  /** What the person took out; everything else is chosen. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  const chosen = chapters
    .map((chapter) => ({
      ...chapter,
      shifts: chapter.shifts.filter((shift) => !left.has(keyOf(chapter.chapterId, shift))),
    }))
    .filter(({ shifts }) => shifts.length > 0);
  const count = chosen.reduce((sum, { shifts }) => sum + shifts.length, 0);
  const apply = () => {
    const made = shiftChapters(chapterEditor, chosen);
    onClose();
    notify({
      tone: 'success',
      message: t('shift.done', { count }),
      actions: [{ label: t('common:undo'), run: () => undoShifts(chapterEditor, made) }],
    });
    chapterEditor.editor.view.focus();
  };
  return (
    <Modal opened onClose={onClose} title={t('shift.title')} size="lg">
      <p className={styles.told}>{t('shift.told')}</p>
      <div className={styles.list}>
        {chapters.map(({ chapterId, title, shifts }) => (
          <section key={chapterId}>
            {chapters.length > 1 && <h3 className={styles.chapter}>{title}</h3>}
            {shifts.map((shift) => {
              const key = keyOf(chapterId, shift);
              return (
                <Checkbox
                  key={key}
                  size="xs"
                  className={styles.choice ?? ''}
                  label={<ShiftLine shift={shift} />}
                  checked={!left.has(key)}
                  onChange={() => toggle(key)}
                />
              );
            })}
          </section>
        ))}
      </div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button disabled={count === 0} onClick={apply} data-autofocus>
          {t('shift.apply', { count })}
        </Button>
      </Group>
    </Modal>
  );
}
