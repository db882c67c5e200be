/** 去年: last year's chapter beside this year's, paragraph by paragraph, with what became of each. */
import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParagraphNode } from '../../../../shared/domain/document.ts';
import type { Chapter } from '../../../../shared/domain/model.ts';
import { numberChapters } from '../../../../shared/domain/outline.ts';
import { createLineageIndex } from '../../../../shared/domain/roll/staleness.ts';
import {
  type ReportSession,
  reportSession,
  useReportSession,
  useSettledReportSession,
} from '../../../app/report-session.ts';
import { navigate } from '../../../app/route.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import type { ChapterEditor } from '../editor/chapter-editor.ts';
import { copiedParagraph, insertParagraph } from '../editor/insert.ts';
import { showParagraph } from '../editor/show-paragraph.ts';
import { createShowBinding } from '../numbers.ts';
import { carriedPercent, carriedPercentOfAll } from '../reuse/carried-percent.ts';
import { lastYearMatch } from './last-year-match.ts';
import { OldParagraph } from './old-paragraph.tsx';
import styles from './pane.module.css';
import { compareParagraphs } from './paragraph-comparison.ts';
import { RollNotice } from './roll-notice.tsx';

const bookOf = (session: ReportSession) => session.book;
const chaptersOf = (session: ReportSession) => session.chapters;
const chapterOf = ({ chapters, selectedChapterId }: ReportSession) =>
  chapters.find(({ id }) => id === selectedChapterId);
const nothing: readonly ParagraphNode[] = [];

function written(chapter: Chapter | undefined): ParagraphNode[] {
  return (chapter?.body.content ?? []).filter((paragraph) => (paragraph.content ?? []).length > 0);
}

export function LastYearPane({ chapterEditor }: { chapterEditor: ChapterEditor }) {
  const { t } = useTranslation('write');
  const predecessor = useReportSession((session) => session.predecessor);
  const book = useSettledReportSession(bookOf);
  const year = useReportSession((session) => session.report.year);
  const editable = useReportSession((session) => session.report.state !== 'final');
  // Settled, so that a key press is painted before two years are compared.
  const chapter = useSettledReportSession(chapterOf);
  const chapters = useSettledReportSession(chaptersOf);
  const reuse = useReportSession((session) => session.reuse);
  const lineage = useMemo(
    () =>
      createLineageIndex(
        reuse.lineage.map(({ report, chapters: earlier }) => ({ year: report.year, chapters: earlier })),
      ),
    [reuse.lineage],
  );
  const share = useMemo(() => carriedPercentOfAll(chapters), [chapters]);
  /** What the person chose for which chapter; elsewhere the match stands. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const oldYear = predecessor?.report.year ?? year - 1;
  const showOld = useMemo(() => createShowBinding(oldYear, book), [oldYear, book]);
  const showNow = useMemo(() => createShowBinding(year, book), [year, book]);
  // In the form of this year's report, beside which they stand.
  const numbering = useReportSession((session) => session.format.numbering);
  const choices = useMemo(
    () =>
      numberChapters(predecessor?.chapters ?? [], numbering).map(({ chapter: old, marker, level }) => ({
        value: old.id,
        label: `${'　'.repeat(level - 1)}${marker}${old.heading || t(`outline.kind.${old.kind}`)}`,
      })),
    [predecessor, numbering, t],
  );

  const oldId =
    chapter && predecessor ? (chosen.get(chapter.id) ?? lastYearMatch(chapter, predecessor.chapters)) : null;
  const old = useMemo(
    () => written(predecessor?.chapters.find(({ id }) => id === oldId)),
    [predecessor, oldId],
  );
  const thisYear = chapter?.body.content ?? nothing;
  const fates = useMemo(() => compareParagraphs(old, thisYear), [old, thisYear]);

  if (!predecessor) return <p className={styles.none}>{t('lastYear.noReport')}</p>;
  if (!chapter) return null;

  const take = (paragraph: ParagraphNode) => {
    const { editor } = chapterEditor;
    const copy = copiedParagraph(paragraph.content ?? [], oldYear, () => crypto.randomUUID());
    editor.view.dispatch(insertParagraph(editor.state, copy, !chapterEditor.hasCaret()));
    editor.view.focus();
    chapterEditor.flush();
  };
  return (
    <div className={styles.pane}>
      <Select
        size="xs"
        aria-label={t('lastYear.choose')}
        placeholder={t('lastYear.placeholder')}
        leftSection={<span className={styles.year}>{t('lastYear.heading', { year: oldYear })}</span>}
        leftSectionWidth="5rem"
        data={choices}
        value={oldId}
        allowDeselect={false}
        onChange={(id) => id !== null && setChosen(new Map(chosen).set(chapter.id, id))}
      />
      <div className={styles.share}>
        <span>{t('lastYear.share', { chapter: carriedPercent(chapter), all: share })}</span>
        <button
          type="button"
          className={styles.link}
          onClick={() =>
            navigate({
              screen: 'compare',
              leftId: predecessor.report.id,
              rightId: reportSession.getState().report.id,
            })
          }
        >
          {t('lastYear.compareAll')}
        </button>
      </div>
      <RollNotice chapterEditor={chapterEditor} />
      {reuse.failure && <FailureNote failure={reuse.failure} />}
      {oldId === null && <p className={styles.none}>{t('lastYear.noMatch')}</p>}
      {oldId !== null && old.length === 0 && <p className={styles.none}>{t('lastYear.blank')}</p>}
      <ol className={styles.paragraphs}>
        {old.map((paragraph, position) => {
          const { fate, index } = fates[position] ?? { fate: 'absent', index: null };
          return (
            <OldParagraph
              // biome-ignore lint/suspicious/noArrayIndexKey: last year's paragraphs do not change
              key={`${oldId} ${position}`}
              old={paragraph}
              now={index === null ? null : (thisYear[index] ?? null)}
              fate={fate}
              lineage={lineage}
              year={year}
              showOld={showOld}
              showNow={showNow}
              onTake={editable ? () => take(paragraph) : null}
              onShow={() => index !== null && showParagraph(chapterEditor.editor, index)}
            />
          );
        })}
      </ol>
    </div>
  );
}
