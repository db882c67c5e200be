/** 报送记录: everything of this report that left the program, the latest first; what failed as well. */
import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportRecord } from '../../../../shared/contract/submission-methods.ts';
import type { Failure } from '../../../../shared/errors.ts';
import { call } from '../../../api/client.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { LogTable } from './log-table.tsx';

interface LogButtonProps {
  reportId: string;
  /** Another one each time something has been written or refused: the log is read again. */
  ended: object | null;
}

export function LogButton({ reportId, ended }: LogButtonProps) {
  const { t } = useTranslation(['submit', 'common']);
  const [opened, setOpened] = useState(false);
  const [records, setRecords] = useState<readonly ExportRecord[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what has ended stands in the log.
  useEffect(() => {
    let left = false;
    void call('submission.log', { reportId }).then((outcome) => {
      if (left) return;
      if (outcome.ok) setRecords(outcome.value.records);
      setFailure(outcome.ok ? null : outcome.error);
    });
    return () => {
      left = true;
    };
  }, [reportId, ended, opened]);

  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setOpened(true)}>
        {t('log.open', { count: records.length })}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('log.title')}
        size="xl"
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {failure && <FailureNote failure={failure} />}
        <LogTable records={records} />
      </Modal>
    </>
  );
}
