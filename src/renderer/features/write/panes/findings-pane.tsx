/** 意见: what of last year is still to be decided, in this chapter and in the whole report, each leading to its place. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenItem } from '../../../../shared/domain/open-item.ts';
import { useFindings } from '../../../app/findings.ts';
import {
  type ReportSession,
  reportSession,
  useReportSession,
  useSettledReportSession,
} from '../../../app/report-session.ts';
import type { ChapterEditor } from '../editor/chapter-editor.ts';
import type { FactPlace } from '../editor/open-facts.ts';
import { paragraphPosition, showPlace } from '../editor/show-paragraph.ts';
import { openPromises } from '../promises/promise-progress.ts';
import type { ChapterOpenItems } from '../reuse/open-item-list.ts';
import { offeredShifts } from '../reuse/shift-chapters.ts';
import { ShiftDialog } from '../reuse/shift-dialog.tsx';
import { ChapterFindings } from './chapter-findings.tsx';
import styles from './findings-pane.module.css';
import pane from './pane.module.css';

const chaptersOf = (session: ReportSession) => session.chapters;
const numberedOf = (session: ReportSession) => session.numbered;

export interface FindingsPaneProps {
  chapterEditor: ChapterEditor;
  openItems: readonly ChapterOpenItems[];
  onFact: (fact: FactPlace) => void;
}

function countOf(chapters: readonly ChapterOpenItems[]): number {
  return chapters.reduce((sum, { items }) => sum + items.length, 0);
}

export function FindingsPane({ chapterEditor, openItems, onFact }: FindingsPaneProps) {
  const { t } = useTranslation('write');
  const selectedId = useReportSession((session) => session.selectedChapterId);
  const promises = useReportSession((session) => session.reuse.promises);
  const here = openItems.filter(({ chapterId }) => chapterId === selectedId);
  const elsewhere = openItems.filter(({ chapterId }) => chapterId !== selectedId);
  const unanswered = openPromises(promises).length;
  const all = countOf(openItems);

  const show = ({ chapterId, paragraph, start, end, kind, text }: OpenItem) => {
    if (paragraph === null) return reportSession.getState().selectChapter(chapterId);
    showPlace(chapterEditor, { chapterId, paragraph, range: { start, end } });
    const position = paragraphPosition(chapterEditor.editor.state.doc, paragraph);
    if (position === null || !chapterEditor.editor.isEditable) return;
    onFact({ kind, text, from: position + 1 + start, to: position + 1 + end });
  };
  const found = useFindings(({ open }) => open.length);
  if (all + unanswered + found === 0) return <p className={pane.none}>{t('findings.none')}</p>;
  return (
    <div className={pane.pane}>
      <ChapterFindings chapterEditor={chapterEditor} />
      <p className={pane.intro}>{t('findings.intro')}</p>
      <Shifts chapterEditor={chapterEditor} />
      {unanswered > 0 && <p className={styles.line}>{t('findings.promises', { count: unanswered })}</p>}
      {all > 0 && (
        <>
          <h3 className={styles.heading}>{t('findings.here', { count: countOf(here) })}</h3>
          {here.map((chapter) => (
            <Items key={chapter.chapterId} items={chapter.items} onShow={show} />
          ))}
          {elsewhere.length > 0 && (
            <h3 className={styles.heading}>{t('findings.elsewhere', { count: countOf(elsewhere) })}</h3>
          )}
          {elsewhere.map(({ chapterId, title, kind, items }) => (
            <section key={chapterId}>
              <h4 className={styles.chapter}>{title || t(`outline.kind.${kind}`)}</h4>
              <Items items={items} onShow={show} />
            </section>
          ))}
        </>
      )}
    </div>
  );
}

function Items({ items, onShow }: { items: readonly OpenItem[]; onShow: (item: OpenItem) => void }) {
  const { t } = useTranslation('write');
  return (
    <ul className={styles.items}>
      {items.map((item) => (
        <li key={`${item.paragraph} ${item.start}`}>
          <button type="button" className={styles.item} onClick={() => onShow(item)}>
            <span className={styles.kind}>{t(`fact.kind.${item.kind}`)}</span>
            <span className={`open-fact open-fact-${item.kind}`}>{item.text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Years of the whole report that may move on together. */
function Shifts({ chapterEditor }: { chapterEditor: ChapterEditor }) {
  const { t } = useTranslation('write');
  const [opened, setOpened] = useState(false);
  const chapters = useSettledReportSession(chaptersOf);
  const numbered = useSettledReportSession(numberedOf);
  const editable = useReportSession((session) => session.report.state !== 'final');
  const offered = useMemo(
    () => offeredShifts({ ...reportSession.getState(), chapters, numbered }),
    [chapters, numbered],
  );
  const count = offered.reduce((sum, { shifts }) => sum + shifts.length, 0);
  if (!editable || count === 0) return null;
  return (
    <p className={styles.line}>
      {t('findings.shifts', { count })}
      <button type="button" className={pane.link} onClick={() => setOpened(true)}>
        {t('findings.shiftsShow')}
      </button>
      {opened && (
        <ShiftDialog chapterEditor={chapterEditor} chapters={offered} onClose={() => setOpened(false)} />
      )}
    </p>
  );
}
