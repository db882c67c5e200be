/** The page in the middle: a chapter's heading, what to write in it, and its text, as wide as it will print. */
import { memo, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { useReportSession } from '../../../app/report-session.ts';
import { ChapterHeading } from './chapter-heading.tsx';
import styles from './page.module.css';

export interface PageProps {
  /** The editor is built into this element, which React leaves alone. */
  hostRef: (host: HTMLElement | null) => void;
  onHeadingDone: () => void;
  /** What floats beside the text. */
  children: ReactNode;
}

const EditorHost = memo(({ hostRef }: Pick<PageProps, 'hostRef'>) => (
  <div ref={hostRef} className={styles.host} />
));

function Guidance() {
  const { t } = useTranslation('write');
  const advice = useReportSession((session) => {
    const selected = session.numbered.find(({ chapter }) => chapter.id === session.selectedChapterId);
    return session.guidance.chapters.find(({ key }) => key === selected?.chapter.templateChapterKey);
  });
  if (!advice) return null;
  return (
    <p className={styles.guidance}>
      {t('page.guidance', { guidance: advice.guidance })}
      {advice.usualLength && advice.usualLength.maximum > 0 && t('page.usual', advice.usualLength)}
    </p>
  );
}

export function Page({ hostRef, onHeadingDone, children }: PageProps) {
  const { t } = useTranslation('write');
  const { isFinal, chapterId } = useReportSession(
    useShallow((session) => ({
      isFinal: session.report.state === 'final',
      chapterId: session.selectedChapterId,
    })),
  );
  const desk = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chapter begins at its top
  useEffect(() => desk.current?.scrollTo({ top: 0 }), [chapterId]);
  return (
    <div ref={desk} className={styles.desk}>
      {isFinal && <p className={styles.final}>{t('page.final')}</p>}
      <article className={styles.page} hidden={chapterId === null}>
        <ChapterHeading onDone={onHeadingDone} />
        <Guidance />
        <EditorHost hostRef={hostRef} />
        {children}
      </article>
    </div>
  );
}
