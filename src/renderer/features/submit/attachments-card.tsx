import { Button, Paper, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentEntry } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { downloadAttachment } from '../../api/files.ts';
import { useReportSession } from '../../app/report-session.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import styles from './submit.module.css';

/** 附件: the file that the report was imported from, and its pictures; nothing where there are none. */
export function AttachmentsCard() {
  const { t } = useTranslation('submit');
  const id = useReportSession((session) => session.report.id);
  const [attachments, setAttachments] = useState<readonly AttachmentEntry[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    let left = false;
    void call('report.attachments', { id }).then((outcome) => {
      if (left) return;
      setAttachments(outcome.ok ? outcome.value.attachments : []);
      setFailure(outcome.ok ? null : outcome.error);
    });
    return () => {
      left = true;
    };
  }, [id]);

  const download = async (attachmentId: string) => {
    const outcome = await downloadAttachment(attachmentId);
    setFailure(outcome.ok ? null : outcome.error);
  };

  if (attachments.length === 0) return failure && <FailureNote failure={failure} />;
  return (
    <Paper withBorder radius="lg" p="lg" component="section" aria-labelledby="attachments">
      <Title order={2} fz="md" id="attachments">
        {t('attachments.title')}
      </Title>
      <Text fz="xs" c="var(--ink-2)">
        {t('attachments.hint')}
      </Text>
      <ul className={styles.points}>
        {attachments.map(({ id: attachmentId, kind, name, size }) => (
          <li key={attachmentId}>
            <div className={styles.point}>
              <span className={styles.file}>{name}</span>
              <Text span fz="xs" c="var(--ink-2)">
                {t(`attachments.${kind}`)} · {t('attachments.size', { count: Math.ceil(size / 1024) })}
              </Text>
            </div>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('attachments.downloadName', { name })}
              onClick={() => void download(attachmentId)}
            >
              {t('attachments.download')}
            </Button>
          </li>
        ))}
      </ul>
      {failure && <FailureNote failure={failure} />}
    </Paper>
  );
}
