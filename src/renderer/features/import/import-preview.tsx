/** One file before it is kept: its facts on top, source and result side by side, what will be kept below. */
import { Button } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { useHistoryKeys } from '../../components/use-history-keys.ts';
import { change, redo, undo } from './draft-history.ts';
import { generalWarnings } from './guess-marks.ts';
import styles from './import.module.css';
import { type Draft, type Edit, type Facts, placeBySource } from './import-draft.ts';
import type { ImportQueue, QueuedFile, ReadyState } from './import-queue.ts';
import { createPaneStore } from './pane-state.ts';
import panesStyles from './panes.module.css';
import { PreviewFoot } from './preview-foot.tsx';
import { ReportFacts } from './report-facts.tsx';
import { ResultPane } from './result-pane.tsx';
import { SourcePane } from './source-pane.tsx';
import type { RestorePlace } from './source-row.tsx';
import { viewSource } from './source-view.ts';
import { useLinkedPanes } from './use-linked-panes.ts';

interface ImportPreviewProps {
  file: QueuedFile;
  state: ReadyState;
  queue: ImportQueue;
  /** A report has been added to the workspace. */
  onKept: () => void;
}

export function ImportPreview({ file: { key }, state, queue, onKept }: ImportPreviewProps) {
  const { t } = useTranslation('import');
  const { source, pictures, history } = state;
  const draft = history.present;
  const templates = useWorkspace((workspace) => workspace.templates);
  const chosenTemplate = useStore(queue.store, (all) => all.templateKey);
  const templateKey = chosenTemplate ?? templates[0]?.key ?? '';
  const [panes] = useState(createPaneStore);
  const sourcePane = useRef<HTMLDivElement>(null);
  const resultPane = useRef<HTMLDivElement>(null);
  const now = useRef(draft);
  now.current = draft;

  const texts = useMemo(() => [...source.paragraphs, ...source.dropped].map(({ text }) => text), [source]);
  const keptSources = source.paragraphs.length;
  // Typing in a field of facts changes neither fragments nor paragraphs.
  const { ids, kept, left } = draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: ids, kept and left are what the view is made of
  const view = useMemo(() => viewSource(now.current, texts, keptSources), [ids, kept, left, texts]);
  useLinkedPanes({ panes, view, sourcePane, resultPane });

  const latest = useCallback((): Draft => {
    const found = queue.store.getState().files.find((each) => each.key === key)?.state;
    return found?.kind === 'ready' ? found.history.present : now.current;
  }, [queue, key]);
  const edit = useCallback(
    (one: Edit): Draft => {
      queue.change(key, (before) => change(before, one));
      return latest();
    },
    [queue, key, latest],
  );
  const restore = useCallback(
    (from: number, start: number, place: RestorePlace) => {
      const current = latest();
      const index = current.left.findIndex(([first]) => first?.source === from && first.start === start);
      const { active } = panes.getState();
      const places = {
        own: () => placeBySource(current, index, keptSources) ?? current.ids.length,
        start: () => 0,
        active: () => Math.max(0, active === null ? 0 : current.ids.indexOf(active)),
        end: () => current.ids.length,
      };
      if (index >= 0) edit({ do: 'restore', index, before: places[place]() });
    },
    [edit, keptSources, latest, panes],
  );
  const takeBack = useCallback(() => queue.change(key, undo), [queue, key]);
  const bringBack = useCallback(() => queue.change(key, redo), [queue, key]);
  useHistoryKeys(takeBack, bringBack);

  const commit = async () => {
    await queue.commit(key, templateKey);
    onKept();
  };
  const warnings = generalWarnings(draft.parsed);
  return (
    <div className={styles.preview}>
      <ReportFacts
        facts={draft.parsed}
        onFacts={(facts: Partial<Facts>) => edit({ do: 'facts', facts })}
        templateKey={templateKey}
        onTemplate={queue.chooseTemplate}
      />
      {warnings.length > 0 && (
        <p className={styles.warnings} role="note">
          <b>{t('warnings')}</b> {warnings.map((code) => t(`warning.${code}`)).join(' ')}
        </p>
      )}
      {pictures.length > 0 && (
        <p
          className={styles.pictures}
          title={pictures.map(({ name, size }) => `${name} ${Math.ceil(size / 1024)} KB`).join('\n')}
        >
          {t('attached', { count: pictures.length })}
        </p>
      )}
      <div className={panesStyles.panes}>
        <section className={panesStyles.side} aria-label={t('source')}>
          <h2 className={panesStyles.head}>
            {t('source')} <small>{t('sourceHint')}</small>
          </h2>
          <SourcePane source={source} view={view} panes={panes} pane={sourcePane} onRestore={restore} />
        </section>
        <section className={panesStyles.side} aria-label={t('text', { count: ids.length })}>
          <div className={panesStyles.head}>
            <h2>{t('text', { count: ids.length })}</h2>
            <small title={t('keysHint')}>{t('resultHint')}</small>
            <span className={panesStyles.space} />
            <Button
              size="compact-sm"
              variant="default"
              title="Ctrl+Z"
              disabled={history.past.length === 0}
              onClick={takeBack}
            >
              {t('undo')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              title="Ctrl+Y"
              disabled={history.future.length === 0}
              onClick={bringBack}
            >
              {t('redo')}
            </Button>
          </div>
          <ResultPane draft={draft} panes={panes} pane={resultPane} onEdit={edit} latest={latest} />
        </section>
      </div>
      {state.failure && <FailureNote failure={state.failure} />}
      <PreviewFoot
        source={source}
        draft={draft}
        keeping={state.keeping}
        onCommit={() => void commit()}
        onOther={() => queue.remove(key)}
        many={queue.store.getState().files.length > 1}
      />
    </div>
  );
}
