/** In the toolbar: how many years of this chapter may move on, and the way to see and move them. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReportSession, reportSession, useSettledReportSession } from '../../../app/report-session.ts';
import { offeredShifts } from '../reuse/shift-chapters.ts';
import { ShiftDialog } from '../reuse/shift-dialog.tsx';
import type { ChapterEditor } from './chapter-editor.ts';
import { Tool } from './tool.tsx';
import styles from './toolbar.module.css';

const chapterOf = ({ chapters, selectedChapterId }: ReportSession) =>
  chapters.find(({ id }) => id === selectedChapterId) ?? null;

export function ShiftTool({ chapterEditor }: { chapterEditor: ChapterEditor }) {
  const { t } = useTranslation('write');
  const [opened, setOpened] = useState(false);
  const chapter = useSettledReportSession(chapterOf);
  const offered = useMemo(
    () => (chapter ? offeredShifts({ ...reportSession.getState(), chapters: [chapter] }, chapter.id) : []),
    [chapter],
  );
  const count = offered.reduce((sum, { shifts }) => sum + shifts.length, 0);
  if (count === 0) return null;
  return (
    <>
      <span className={styles.separator} />
      <Tool
        label={t('toolbar.shift', { count })}
        hint={t('toolbar.shiftHint')}
        onClick={() => setOpened(true)}
      />
      {opened && (
        <ShiftDialog chapterEditor={chapterEditor} chapters={offered} onClose={() => setOpened(false)} />
      )}
    </>
  );
}
