/** The right side: last year, numbers, findings or phrases, one at a time; can be put away. */
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BindingFormat } from '../../../../shared/domain/binding-format.ts';
import { useFindings } from '../../../app/findings.ts';
import { useReportSession } from '../../../app/report-session.ts';
import { NumberPane } from '../../data/number-pane.tsx';
import type { ChapterEditor } from '../editor/chapter-editor.ts';
import { insertBinding } from '../editor/insert.ts';
import type { FactPlace } from '../editor/open-facts.ts';
import { openPromises } from '../promises/promise-progress.ts';
import { useOpenItems } from '../reuse/use-open-items.ts';
import { findingsOfChapter } from './chapter-findings.tsx';
import findingsStyles from './findings-pane.module.css';
import { FindingsPane } from './findings-pane.tsx';
import { LastYearPane } from './last-year-pane.tsx';
import styles from './pane.module.css';
import { PhrasesPane } from './phrases-pane.tsx';

export const panes = ['lastYear', 'numbers', 'findings', 'phrases'] as const;
export type Pane = (typeof panes)[number];

export interface SidePaneProps {
  chapterEditor: ChapterEditor | null;
  /** The pane that is open, or null while the side is put away. */
  pane: Pane | null;
  onPane: (pane: Pane | null) => void;
  selectedIndicatorId: string | null;
  onIndicator: (indicatorId: string) => void;
  /** Opens the card of an open fact in the text. */
  onFact: (fact: FactPlace) => void;
}

export function SidePane(props: SidePaneProps) {
  const { chapterEditor, pane, onPane, selectedIndicatorId, onIndicator, onFact } = props;
  const { t } = useTranslation('write');
  const isFinal = useReportSession((session) => session.report.state === 'final');
  const openItems = useOpenItems();
  const unanswered = useReportSession((session) => openPromises(session.reuse.promises).length);
  const chapterId = useReportSession((session) => session.selectedChapterId);
  const checked = useFindings(({ open }) => findingsOfChapter(open, chapterId).length);
  const findings = openItems.reduce((sum, { items }) => sum + items.length, unanswered + checked);
  const insert = (indicatorId: string, format: BindingFormat) => {
    if (!chapterEditor) return;
    const { editor } = chapterEditor;
    if (!chapterEditor.hasCaret()) editor.commands.setTextSelection(editor.state.doc.content.size);
    const binding = { id: crypto.randomUUID(), indicatorId, yearOffset: 0, format };
    editor.view.dispatch(insertBinding(editor.state, binding));
    editor.view.focus();
  };
  return (
    <aside className={styles.side} aria-label={t('pane.label')} data-open={pane !== null || undefined}>
      <Tabs
        value={pane}
        onChange={(value) => onPane(panes.find((one) => one === value) ?? null)}
        keepMounted={false}
        color="dark"
        classNames={{ root: styles.tabs ?? '', panel: styles.panel ?? '' }}
      >
        <Tabs.List>
          {panes.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`pane.${one}`)}
              {one === 'findings' && findings > 0 && <span className={findingsStyles.badge}>{findings}</span>}
            </Tabs.Tab>
          ))}
          <button
            type="button"
            className={styles.fold}
            aria-expanded={pane !== null}
            aria-label={t(pane === null ? 'pane.open' : 'pane.close')}
            title={t(pane === null ? 'pane.open' : 'pane.close')}
            onClick={() => onPane(pane === null ? 'lastYear' : null)}
          >
            {pane === null ? '‹' : '›'}
          </button>
        </Tabs.List>
        <Tabs.Panel value="lastYear">
          {chapterEditor && <LastYearPane chapterEditor={chapterEditor} />}
        </Tabs.Panel>
        <Tabs.Panel value="numbers">
          <div className={styles.pane}>
            <NumberPane
              selectedIndicatorId={selectedIndicatorId}
              onSelect={onIndicator}
              onInsert={isFinal ? null : insert}
            />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="findings">
          {chapterEditor && (
            <FindingsPane chapterEditor={chapterEditor} openItems={openItems} onFact={onFact} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="phrases">
          {chapterEditor && <PhrasesPane chapterEditor={chapterEditor} />}
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}
