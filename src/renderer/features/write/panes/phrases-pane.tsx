/** 素材: the template's sentences for this chapter, shown with this year's numbers. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InlineNode } from '../../../../shared/domain/document.ts';
import { parseStarter } from '../../../../shared/domain/starter.ts';
import { useReportSession } from '../../../app/report-session.ts';
import type { ChapterEditor } from '../editor/chapter-editor.ts';
import { copiedParagraph, insertParagraph } from '../editor/insert.ts';
import { createShowBinding, type ShowBinding } from '../numbers.ts';
import styles from './pane.module.css';

function Sentence({ nodes, show }: { nodes: readonly InlineNode[]; show: ShowBinding }) {
  const { t } = useTranslation('write');
  const book = useReportSession((session) => session.book);
  return (
    <p>
      {nodes.map((node, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: a template's sentence does not change
        if (node.type === 'figure') return null;
        if (node.type === 'text') return <span key={index}>{node.text}</span>;
        const { text, state } = show(node.attrs);
        return (
          <span
            key={index}
            className={`number-chip number-${state}`}
            title={book.indicator(node.attrs.indicatorId)?.name}
          >
            {state === 'missing' ? t('binding.missing') : text}
          </span>
        );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: a template's sentence does not change
      })}
    </p>
  );
}

export function PhrasesPane({ chapterEditor }: { chapterEditor: ChapterEditor }) {
  const { t } = useTranslation('write');
  const book = useReportSession((session) => session.book);
  const year = useReportSession((session) => session.report.year);
  const editable = useReportSession((session) => session.report.state !== 'final');
  const advice = useReportSession((session) => {
    const selected = session.numbered.find(({ chapter }) => chapter.id === session.selectedChapterId);
    return session.guidance.chapters.find(({ key }) => key === selected?.chapter.templateChapterKey);
  });
  const show = useMemo(() => createShowBinding(year, book), [year, book]);
  const starters = advice?.starters ?? [];
  if (starters.length === 0) return <p className={styles.none}>{t('phrases.none')}</p>;

  const insert = (nodes: readonly InlineNode[]) => {
    const { editor } = chapterEditor;
    const paragraph = copiedParagraph(nodes, null, () => crypto.randomUUID());
    editor.view.dispatch(insertParagraph(editor.state, paragraph, !chapterEditor.hasCaret()));
    editor.view.focus();
    chapterEditor.flush();
  };
  return (
    <div className={styles.pane}>
      <p className={styles.intro}>{t('phrases.intro')}</p>
      <ol className={styles.paragraphs}>
        {starters.map((starter) => {
          const parsed = parseStarter(
            starter,
            () => 'starter',
            (key) => book.indicator(key),
          );
          return (
            <li key={starter} className={styles.paragraph}>
              {parsed.ok ? (
                <Sentence nodes={parsed.nodes} show={show} />
              ) : (
                <p>{t('phrases.unreadable', { text: starter })}</p>
              )}
              {parsed.ok && editable && (
                <div className={styles.act}>
                  <span />
                  <button type="button" className={styles.link} onClick={() => insert(parsed.nodes)}>
                    {t('phrases.insert')}
                  </button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
