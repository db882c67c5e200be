import { Button, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { ExportResult } from './export-result.tsx';
import { isReady, type Readiness } from './open-points.ts';

type Mode = 'formal' | 'draft';
export interface Exported {
  mode: Mode;
  output: MethodOutput<'export.docx'>;
}

interface ExportFormProps {
  readiness: Readiness;
  onExported: () => Promise<void>;
}

/** Formal document or draft, where to, and what came of it. */
export function ExportForm({ readiness, onExported }: ExportFormProps) {
  const { t } = useTranslation('submit');
  const { id: reportId, title } = useReportSession((session) => session.report);
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const ready = isReady(readiness);
  const [chosen, setChosen] = useState<Mode | null>(null);
  const mode = ready ? (chosen ?? 'formal') : 'draft';
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [exported, setExported] = useState<Exported | null>(null);

  const chooseTarget = async () => {
    if (!nativeDialogs) return { cancelled: false, target: null };
    const suggestedName = `${title}${mode === 'draft' ? t('export.draftName') : ''}.docx`;
    const outcome = await call('host.chooseTarget', { suggestedName });
    if (outcome.ok) return { cancelled: outcome.value.grant === null, target: outcome.value.grant };
    setFailure(outcome.error);
    return { cancelled: true, target: null };
  };

  const run = async () => {
    setFailure(null);
    const { cancelled, target } = await chooseTarget();
    if (cancelled) return;
    setBusy(true);
    await reportSession.getState().flush();
    const outcome = await call('export.docx', { reportId, mode, target });
    setBusy(false);
    setExported(outcome.ok ? { mode, output: outcome.value } : null);
    if (!outcome.ok) setFailure(outcome.error);
    await onExported();
  };

  return (
    <Paper withBorder radius="lg" p="lg" component="section" aria-labelledby="export">
      <Stack gap="sm">
        <Title order={2} fz="md" id="export">
          {t('export.title')}
        </Title>
        <Radio.Group
          value={mode}
          onChange={(value) => setChosen(value === 'draft' ? 'draft' : 'formal')}
          aria-label={t('export.mode')}
        >
          <Stack gap="xs">
            <Radio
              value="formal"
              disabled={!ready}
              label={t('export.formal')}
              description={ready ? t('export.formalText') : t('export.formalBlocked')}
            />
            <Radio value="draft" label={t('export.draft')} description={t('export.draftText')} />
          </Stack>
        </Radio.Group>
        <div>
          <Button loading={busy} onClick={() => void run()}>
            {nativeDialogs ? t('export.runTo') : t('export.run')}
          </Button>
          {!nativeDialogs && (
            <Text fz="xs" c="var(--ink-2)" mt={6}>
              {t('export.folder')}
            </Text>
          )}
        </div>
        <div aria-live="polite">
          {busy && <span className="visually-hidden">{t('export.running')}</span>}
          {failure && <FailureNote failure={failure} />}
          {exported && !busy && <ExportResult exported={exported} canDownload={!nativeDialogs} />}
        </div>
      </Stack>
    </Paper>
  );
}
