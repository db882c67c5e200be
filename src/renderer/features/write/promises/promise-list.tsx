/** 去年的承诺, below the outline: last year's next steps, each with what became of it. */
import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportPromise } from '../../../../shared/domain/promise.ts';
import { reportSession, useReportSession } from '../../../app/report-session.ts';
import type { ChapterEditor } from '../editor/chapter-editor.ts';
import { selectedText } from '../editor/selected-text.ts';
import { showPlace } from '../editor/show-paragraph.ts';
import { createShowBinding } from '../numbers.ts';
import { PromiseAnswer } from './promise-answer.tsx';
import { linkedPassage, openPromises, passagePlace } from './promise-progress.ts';
import styles from './promises.module.css';

function showAnswer(chapterEditor: ChapterEditor, promise: ReportPromise): void {
  const { chapters, report, book } = reportSession.getState();
  const chapter = chapters.find(({ id }) => id === promise.chapterId);
  if (!chapter) return;
  const show = createShowBinding(report.year, book);
  const paragraph = passagePlace(chapter.body.content, promise.passage, (binding) => show(binding).text);
  showPlace(chapterEditor, {
    chapterId: chapter.id,
    paragraph: paragraph ?? 0,
    // The whole paragraph, so that it is seen.
    ...(paragraph !== null && { range: { start: 0, end: Number.MAX_SAFE_INTEGER } }),
  });
}

export function PromiseList({ chapterEditor }: { chapterEditor: ChapterEditor }) {
  const { t } = useTranslation('write');
  const promises = useReportSession((session) => session.reuse.promises);
  const [openedId, setOpenedId] = useState<string | null>(null);
  if (promises.length === 0) return null;
  const close = (id: string) => {
    setOpenedId(null);
    document.getElementById(`promise-${id}`)?.focus();
  };
  return (
    <section className={styles.promises} aria-label={t('promise.title')}>
      <div className={styles.head}>
        <h2>{t('promise.title')}</h2>
        <span>
          {t('promise.progress', {
            answered: promises.length - openPromises(promises).length,
            all: promises.length,
          })}
        </span>
      </div>
      <ul className={styles.list}>
        {promises.map((promise) => (
          <li key={promise.id}>
            <Popover
              opened={promise.id === openedId}
              onDismiss={() => close(promise.id)}
              position="right-end"
              width={320}
              shadow="md"
              radius="md"
              withinPortal
              trapFocus
              returnFocus={false}
              transitionProps={{ duration: 0 }}
            >
              <Popover.Target>
                <button
                  type="button"
                  id={`promise-${promise.id}`}
                  className={styles.promise}
                  aria-label={`${promise.text}，${t(`promise.state.${promise.state}`)}`}
                  title={promise.text}
                  onClick={() => setOpenedId(promise.id === openedId ? null : promise.id)}
                >
                  <span className={styles.dot} data-state={promise.state} />
                  <span className={styles.text}>{promise.text}</span>
                </button>
              </Popover.Target>
              <Popover.Dropdown aria-label={t('promise.card')}>
                <PromiseAnswer
                  promise={promise}
                  passage={linkedPassage(selectedText(chapterEditor))}
                  onShow={() => {
                    setOpenedId(null);
                    showAnswer(chapterEditor, promise);
                  }}
                  onDone={() => close(promise.id)}
                />
              </Popover.Dropdown>
            </Popover>
          </li>
        ))}
      </ul>
    </section>
  );
}
