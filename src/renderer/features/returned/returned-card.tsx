/** 取回领导修改稿: hand an edited copy over, or open one that came back before. */
import { Button, Paper, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { type ChosenFile, FilePicker } from '../../components/file-picker.tsx';
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
  const take = async (file: ChosenFile | undefined) => {
    const received = await file?.receive();
    if (received === undefined) return;
    if (!received.ok) return returned.fail(received.error);
    await reportSession.getState().flush();
    await returned.take(received.value.grant);
  };
  return (
    <FilePicker
      label={t(busy ? 'card.reading' : 'card.choose')}
      fieldLabel={t('card.choose')}
      accept=".docx,.doc,.wps"
      look={{ variant: 'default', disabled: busy }}
      onFiles={([file]) => void take(file)}
      onFailure={returned.fail}
    />
  );
}
