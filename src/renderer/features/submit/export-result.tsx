import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { ExportMode } from '../../../shared/domain/look.ts';
import type { Failure } from '../../../shared/errors.ts';
import { downloadFile } from '../../api/files.ts';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { Verdict } from '../../components/verdict.tsx';
import styles from './submit.module.css';

export interface Exported {
  mode: ExportMode;
  output: MethodOutput<'export.docx'>;
}

const shortSum = 16;

/** What was written and read back, told only from what the core measured. */
export function ExportResult({ exported }: { exported: Exported }) {
  const { t } = useTranslation('submit');
  const { mode, output } = exported;
  const { file, path, sha256, numbers, unresolved, carriedParagraphs } = output;
  const canDownload = useWorkspace((workspace) => !(workspace.host?.nativeDialogs ?? false));
  const state = useReportSession((session) => session.report.state);
  const [failure, setFailure] = useState<Failure | null>(null);
  const download = async () => {
    const outcome = await downloadFile(file.grant);
    setFailure(outcome.ok ? null : outcome.error);
  };
  if (numbers.unequal > 0) {
    return <Verdict good={false}>{t('result.unequal', { count: numbers.unequal })}</Verdict>;
  }
  return (
    <div className={styles.result}>
      <Verdict good>
        ✓ {numbers.checked > 0 ? t('result.done', { count: numbers.checked }) : t('result.doneNone')}
      </Verdict>
      {unresolved.length + carriedParagraphs > 0 && (
        <Text fz="sm" c="var(--amber)">
          {t('result.left', { numbers: unresolved.length, paragraphs: carriedParagraphs })}
        </Text>
      )}
      <dl className={styles.facts}>
        <dt>{t('result.path')}</dt>
        <dd>{path}</dd>
        <dt>{t('result.size')}</dt>
        <dd>{t('result.kilobytes', { count: Math.ceil(file.size / 1024) })}</dd>
        <dt>{t('result.sum')}</dt>
        <dd title={sha256}>
          <code>{sha256.slice(0, shortSum)}…</code>
        </dd>
      </dl>
      <Group gap="xs">
        {canDownload && (
          <Button variant="default" onClick={() => void download()}>
            {t('result.download')}
          </Button>
        )}
        {mode === 'formal' && state !== 'final' && (
          <Button variant="light" onClick={() => reportSession.getState().updateReport({ state: 'final' })}>
            {t('result.finish')}
          </Button>
        )}
      </Group>
      {mode === 'formal' && (
        <Text fz="xs" c="var(--ink-2)">
          {state === 'final' ? t('result.finished') : t('result.finishText')}
        </Text>
      )}
      {failure && <FailureNote failure={failure} />}
    </div>
  );
}
