/** The checks' findings for the open chapter, beside its text: each leads to its words. */
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../shared/domain/checks/finding.ts';
import { useFindings } from '../../../app/findings.ts';
import { useReportSession } from '../../../app/report-session.ts';
import { navigate } from '../../../app/route.ts';
import { textPlaceOf } from '../../check/finding-acts.ts';
import { useFindingSentence } from '../../check/finding-words.tsx';
import type { ChapterEditor } from '../editor/chapter-editor.ts';
import { showWanted } from '../use-wanted-place.ts';
import styles from './findings-pane.module.css';
import pane from './pane.module.css';

/** What of the checks concerns a chapter's words; carried paragraphs are told of by the pane itself. */
export function findingsOfChapter(open: readonly Finding[], chapterId: string | null): Finding[] {
  return open.filter(({ place }) => place.kind === 'text' && place.chapterId === chapterId);
}

export function ChapterFindings({ chapterEditor }: { chapterEditor: ChapterEditor }) {
  const { t } = useTranslation('check');
  const open = useFindings((findings) => findings.open);
  const chapterId = useReportSession((session) => session.selectedChapterId);
  const reportId = useReportSession((session) => session.report.id);
  const here = findingsOfChapter(open, chapterId);
  if (open.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{t('pane.heading', { count: here.length })}</h3>
      <ul className={styles.items}>
        {here.map((finding) => (
          <li key={finding.id}>
            <FindingButton finding={finding} chapterEditor={chapterEditor} />
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={pane.link}
        onClick={() => navigate({ screen: 'report', reportId, place: 'check' })}
      >
        {t('pane.all')}
      </button>
    </section>
  );
}

function FindingButton({ finding, chapterEditor }: { finding: Finding; chapterEditor: ChapterEditor }) {
  const sentence = useFindingSentence(finding);
  const show = () => {
    const place = textPlaceOf(finding);
    if (place !== null) showWanted(chapterEditor, place);
  };
  return (
    <button type="button" className={styles.finding} data-severity={finding.severity} onClick={show}>
      {sentence}
    </button>
  );
}
