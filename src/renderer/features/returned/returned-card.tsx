/** 取回领导修改稿: hand an edited copy over, or open one that came back before. */
import { Button, FileButton, Paper, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { GrantedFile } from '../../../shared/contract.ts';
import type { Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { receiveFile } from '../../api/files.ts';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { localDay } from '../exchange/local-day.ts';
import styles from './returned.module.css';
import { ReturnedReview } from './returned-review.tsx';
import { returned } from './returned-session.ts';

export function ReturnedCard() {
  const { t } = useTranslation('returned');
  const reportId = useReportSession((session) => session.report.id);
  const { files, phase, failure } = useStore(returned.store);
  useEffect(() => void returned.begin(reportId), [reportId]);

  return (
    <Paper withBorder radius="lg" p="lg" component="section" aria-labelledby="returned">
      <Title order={2} fz="md" id="returned">
        {t('title')}
      </Title>
      <Text fz="xs" c="var(--ink-2)">
        {t('card.hint')}
      </Text>
      <ul className={styles.files}>
        {files.map(({ id, name, receivedAt, acceptedAt }) => (
          <li key={id}>
            <span className={styles.file}>{name}</span>
            <Text span fz="xs" c="var(--ink-2)">
              {t('card.received', { day: localDay(new Date(receivedAt)) })} ·{' '}
              {t(acceptedAt === null ? 'card.waiting' : 'card.accepted')}
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              disabled={phase !== 'closed'}
              aria-label={t('card.openName', { name })}
              onClick={() => void openKept(id)}
            >
              {t('card.open')}
            </Button>
          </li>
        ))}
      </ul>
      <ChooseCopy busy={phase === 'reading'} />
      {failure && phase === 'closed' && <FailureNote failure={failure} />}
      {(phase === 'shown' || phase === 'accepting') && <ReturnedReview />}
    </Paper>
  );
}

/** The comparison is with what the core has; what was typed last must be there. */
async function openKept(fileId: string): Promise<void> {
  await reportSession.getState().flush();
  await returned.open(fileId);
}

function ChooseCopy({ busy }: { busy: boolean }) {
  const { t } = useTranslation('returned');
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const label = t(busy ? 'card.reading' : 'card.choose');

  const take = async (received: Outcome<Pick<GrantedFile, 'grant'> | null>) => {
    if (!received.ok) return returned.fail(received.error);
    if (received.value === null) return;
    await reportSession.getState().flush();
    await returned.take(received.value.grant);
  };
  const ask = async () => {
    const chosen = await call('host.chooseFile', {});
    await take(chosen.ok ? { ok: true, value: chosen.value.file } : chosen);
  };
  if (nativeDialogs) {
    return (
      <Button variant="default" disabled={busy} onClick={() => void ask()}>
        {label}
      </Button>
    );
  }
  return (
    <FileButton
      accept=".docx,.doc,.wps"
      onChange={(file) => file !== null && void receiveFile(file).then(take)}
      inputProps={{ 'aria-label': t('card.choose') }}
    >
      {(props) => (
        <Button {...props} variant="default" disabled={busy}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}
