/** Where the sheets are; through the browser each can be saved as well. */
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/errors.ts';
import { downloadFile } from '../../api/files.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import styles from './exchange.module.css';

export function IssuedList({ issued }: { issued: MethodOutput<'exchange.issue'> }) {
  const { t } = useTranslation('exchange');
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const save = async (grants: readonly string[]) => {
    setFailure(null);
    for (const grant of grants) {
      const outcome = await downloadFile(grant);
      if (!outcome.ok) setFailure(outcome.error);
    }
  };

  return (
    <section className={styles.result} aria-label={t('issue.doneTitle')}>
      <Text fz="sm" fw={600}>
        {t('issue.done', { count: issued.files.length })}
      </Text>
      <Text fz="xs" className={styles.path ?? ''}>
        {issued.folder}
      </Text>
      {!nativeDialogs && issued.files.length > 1 && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void save(issued.files.map(({ file }) => file.grant))}
        >
          {t('issue.saveAll')}
        </Button>
      )}
      <ul>
        {issued.files.map(({ file }) => (
          <li key={file.grant}>
            <Group gap="xs" wrap="nowrap">
              <span className={styles.fileName}>{file.name}</span>
              {!nativeDialogs && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('issue.saveName', { name: file.name })}
                  onClick={() => void save([file.grant])}
                >
                  {t('issue.save')}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {failure && <FailureNote failure={failure} />}
    </section>
  );
}
