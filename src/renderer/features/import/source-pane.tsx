/** The source as it was read: what is in the text, and greyed, with the reason, what is not; any of it can go back. */
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import type { PaneStore } from './pane-state.ts';
import styles from './panes.module.css';
import { type RestoreProps, SourceRow } from './source-row.tsx';
import type { SourceView } from './source-view.ts';

interface SourcePaneProps extends RestoreProps {
  source: ParsedReport;
  view: SourceView;
  panes: PaneStore;
  pane: RefObject<HTMLDivElement | null>;
}

export function SourcePane({ source, view, panes, pane, onRestore }: SourcePaneProps) {
  const { t } = useTranslation('import');
  const { paragraphs, dropped } = source;
  return (
    <div ref={pane} className={styles.rows}>
      <ol className={styles.plainList}>
        {paragraphs.map(({ text }, index) => (
          <SourceRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the source does not change
            key={index}
            source={index}
            text={text}
            leftOut={null}
            segments={view.segments.get(index)}
            panes={panes}
            onRestore={onRestore}
          />
        ))}
      </ol>
      {dropped.length === 0 ? (
        <p className={styles.none}>✓ {t('droppedNone')}</p>
      ) : (
        <>
          <h3 className={styles.group}>{t('dropped', { count: dropped.length })}</h3>
          <ol className={styles.plainList}>
            {dropped.map(({ text, reason }, index) => (
              <SourceRow
                // biome-ignore lint/suspicious/noArrayIndexKey: the source does not change
                key={index}
                source={paragraphs.length + index}
                text={text}
                leftOut={reason}
                segments={view.segments.get(paragraphs.length + index)}
                panes={panes}
                onRestore={onRestore}
              />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
