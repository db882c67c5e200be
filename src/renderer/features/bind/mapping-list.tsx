/** 章节对应: every heading with its chapter of the template; each change is kept at once and can be taken back. */
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChapterChoice } from '../../../shared/domain/chapter-mapping.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import styles from './bind.module.css';
import { MappingRowView } from './mapping-row.tsx';
import { doubtfulChapters, type MappingView } from './mapping-view.ts';

interface MappingListProps {
  reportId: string;
  view: MappingView;
  /** Reads again what this has changed. */
  onChanged: () => Promise<void>;
  onContinue: () => void;
}

export function MappingList({ reportId, view, onChanged, onContinue }: MappingListProps) {
  const { t } = useTranslation(['bind', 'common']);
  // As the screen was opened: a line that a person has just decided stays where it is.
  const [asked] = useState(() => new Set(doubtfulChapters(view)));
  const [steps, setSteps] = useState<readonly ChapterChoice[][]>([]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const map = async (choices: ChapterChoice[], next: (previous: ChapterChoice[]) => typeof steps) => {
    setBusy(true);
    const outcome = await call('import.map', { id: reportId, choices });
    setFailure(outcome.ok ? null : outcome.error);
    if (outcome.ok) {
      setSteps(next(outcome.value.previous));
      await onChanged();
    }
    setBusy(false);
  };
  const undo = () => {
    const last = steps.at(-1);
    if (last !== undefined) void map(last, () => steps.slice(0, -1));
  };

  const groups = [
    {
      title: t('mapping.asked', { count: asked.size }),
      rows: view.rows.filter((row) => asked.has(row.chapterId)),
    },
    { title: t('mapping.sure'), rows: view.rows.filter((row) => !asked.has(row.chapterId)) },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <div className={styles.screen}>
      <div className={styles.scroll}>
        <div className={styles.page}>
          <Text fz="sm" c="var(--ink-2)">
            {view.rows.length === 0 ? t('mapping.empty') : t('mapping.intro')}
          </Text>
          {groups.map(({ title, rows }) => (
            <section key={title} aria-label={title}>
              <h2 className={styles.chapter}>{title}</h2>
              <ul className={styles.mappings}>
                {rows.map((row) => (
                  <MappingRowView
                    key={row.chapterId}
                    row={row}
                    choices={view.choices}
                    busy={busy}
                    onChoose={(chapterKey) =>
                      void map([{ chapterId: row.chapterId, chapterKey }], (previous) =>
                        previous.length === 0 ? steps : [...steps, previous],
                      )
                    }
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
      <footer className={styles.actions}>
        {failure && <FailureNote failure={failure} />}
        <Group justify="space-between">
          <Group gap="sm">
            <Button variant="default" disabled={steps.length === 0 || busy} onClick={undo}>
              {t('common:undo')}
            </Button>
            <Text fz="xs" c="var(--ink-3)">
              {t('mapping.saved')}
            </Text>
          </Group>
          <Button onClick={onContinue}>{t('mapping.continue')}</Button>
        </Group>
      </footer>
    </div>
  );
}
