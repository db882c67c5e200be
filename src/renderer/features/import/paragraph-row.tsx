import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ParagraphKind } from '../../../shared/domain/parsed-report.ts';
import { guessMarks } from './guess-marks.ts';
import { type PaneStore, withToolsAt } from './pane-state.ts';
import styles from './panes.module.css';
import { ParagraphTools, type ParagraphToolsProps } from './paragraph-tools.tsx';

interface ParagraphRowProps {
  id: number;
  kind: ParagraphKind;
  text: string;
  /** Level of the heading that this paragraph is; null otherwise. */
  level: number | null;
  /** Codes joined by blanks: a plain value, so that unchanged rows are not drawn again. */
  marks: string;
  /** The keyboard enters the list here. */
  entry: boolean;
  last: boolean;
  panes: PaneStore;
  onEdit: ParagraphToolsProps['onEdit'];
}

/** One paragraph of the result: what it is taken for, its text, and, when it is looked at, what can be done with it. */
export const ParagraphRow = memo(function ParagraphRow(props: ParagraphRowProps) {
  const { id, kind, text, level, marks, entry, last, panes, onEdit } = props;
  const { t } = useTranslation('import');
  const active = useStore(panes, (state) => state.active === id);
  const withTools = useStore(panes, (state) => withToolsAt(state) === id);
  const lit = useStore(panes, (state) => state.litParagraphs.has(id));
  const caret = useStore(panes, (state) => (state.active === id && state.caretShown ? state.caret : null));
  return (
    <div
      role="treeitem"
      className={styles.row}
      tabIndex={entry ? 0 : -1}
      aria-level={level ?? 5}
      aria-selected={active}
      data-paragraph={id}
      data-kind={kind}
      data-level={level ?? undefined}
      data-active={active || undefined}
      data-tools={withTools || undefined}
      data-lit={lit || undefined}
    >
      <span className={styles.chips}>
        <span className={styles.chip}>
          {level === null ? t(`kind.${kind}`) : t('headingLevel', { level })}
        </span>
        {marks !== '' &&
          guessMarks
            .filter((mark) => marks.split(' ').includes(mark))
            .map((mark) => (
              <span key={mark} className={styles.mark} data-mark={mark} title={t(`mark.${mark}.hint`)}>
                {t(`mark.${mark}.name`)}
              </span>
            ))}
      </span>
      <span className={styles.text} data-text>
        {caret === null ? (
          text
        ) : (
          <>
            {text.slice(0, caret)}
            <span className={styles.caret} />
            {text.slice(caret)}
          </>
        )}
      </span>
      {withTools && (
        <ParagraphTools id={id} kind={kind} last={last} text={text} panes={panes} onEdit={onEdit} />
      )}
    </div>
  );
});
