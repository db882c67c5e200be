/** 去年: last year's chapter beside this year's, paragraph by paragraph, with what became of each. */
import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ParagraphNode, paragraphText } from '../../../../shared/domain/document.ts';
import type { Chapter } from '../../../../shared/domain/model.ts';
import { numberChapters } from '../../../../shared/domain/outline.ts';
import {
  type ReportSession,
  useReportSession,
  useSettledReportSession,
} from '../../../app/report-session.ts';
import type { ChapterEditor } from '../editor/chapter-editor.ts';
import { copiedParagraph, insertParagraph } from '../editor/insert.ts';
import { showParagraph } from '../editor/show-paragraph.ts';
import { createShowBinding, type ShowBinding } from '../numbers.ts';
import { lastYearMatch } from './last-year-match.ts';
import styles from './pane.module.css';
import { compareParagraphs, type ParagraphComparison } from './paragraph-comparison.ts';
import { textDifference } from './text-difference.ts';

const bookOf = (session: ReportSession) => session.book;

function written(chapter: Chapter | undefined): ParagraphNode[] {
  return (chapter?.body.content ?? []).filter((paragraph) => (paragraph.content ?? []).length > 0);
}

interface OldParagraphProps {
  old: ParagraphNode;
  now: ParagraphNode | null;
  fate: ParagraphComparison['fate'];
  showOld: ShowBinding;
  showNow: ShowBinding;
  onTake: (() => void) | null;
  onShow: () => void;
}

function OldParagraph({ old, now, fate, showOld, showNow, onTake, onShow }: OldParagraphProps) {
  const { t } = useTranslation('write');
  const parts = useMemo(() => {
    const before = paragraphText(old, (binding) => showOld(binding).text);
    if (!now || fate !== 'changed') return [{ kind: 'kept' as const, text: before }];
    return textDifference(
      before,
      paragraphText(now, (binding) => showNow(binding).text || t('binding.missing')),
    );
  }, [old, now, fate, showOld, showNow, t]);
  const carried = fate === 'verbatim' && now?.attrs.carriedFrom !== null;
  return (
    <li className={styles.paragraph} data-fate={carried ? 'carried' : fate}>
      <p>
        {parts.map((part, index) => {
          const Tag = part.kind === 'kept' ? 'span' : part.kind === 'removed' ? 'del' : 'ins';
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their order
          return <Tag key={index}>{part.text}</Tag>;
        })}
      </p>
      <div className={styles.act}>
        <span className={styles.fate}>{t(carried ? 'lastYear.verbatimCarried' : `lastYear.${fate}`)}</span>
        {fate === 'absent' ? (
          onTake && (
            <button type="button" className={styles.link} onClick={onTake}>
              {t('lastYear.take')}
            </button>
          )
        ) : (
          <button type="button" className={styles.quiet} onClick={onShow}>
            {t('lastYear.show')}
          </button>
        )}
      </div>
    </li>
  );
}

export function LastYearPane({ chapterEditor }: { chapterEditor: ChapterEditor }) {
  const { t } = useTranslation('write');
  const predecessor = useReportSession((session) => session.predecessor);
  const book = useSettledReportSession(bookOf);
  const year = useReportSession((session) => session.report.year);
  const editable = useReportSession((session) => session.report.state !== 'final');
  const chapter = useReportSession((session) =>
    session.chapters.find(({ id }) => id === session.selectedChapterId),
  );
  /** What the person chose for which chapter; elsewhere the match stands. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const oldYear = predecessor?.report.year ?? year - 1;
  const showOld = useMemo(() => createShowBinding(oldYear, book), [oldYear, book]);
  const showNow = useMemo(() => createShowBinding(year, book), [year, book]);
  const choices = useMemo(
    () =>
      numberChapters(predecessor?.chapters ?? []).map(({ chapter: old, marker, level }) => ({
        value: old.id,
        label: `${'　'.repeat(level - 1)}${marker}${old.heading || t(`outline.kind.${old.kind}`)}`,
      })),
    [predecessor, t],
  );

  if (!predecessor) return <p className={styles.none}>{t('lastYear.noReport')}</p>;
  if (!chapter) return null;
  const oldId = chosen.get(chapter.id) ?? lastYearMatch(chapter, predecessor.chapters);
  const old = written(predecessor.chapters.find(({ id }) => id === oldId));
  const thisYear = chapter.body.content;
  const fates = compareParagraphs(old, thisYear);

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
