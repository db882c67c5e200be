/** 发出填报表: which offices, where to, and what came of it. */
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { OfficeProgress } from '../../../shared/domain/exchange/asked-indicators.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import styles from './exchange.module.css';
import { IssuedList } from './issued-list.tsx';

interface IssuePaneProps {
  progress: readonly OfficeProgress[];
  onIssued: () => void;
}

export function IssuePane({ progress, onIssued }: IssuePaneProps) {
  const { t } = useTranslation('exchange');
  const year = useReportSession((session) => session.report.year);
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  // Until the person chooses, those that still owe something.
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [issued, setIssued] = useState<MethodOutput<'exchange.issue'> | null>(null);
  const officeIds = chosen ?? progress.filter(({ owed }) => owed.length > 0).map(({ office }) => office.id);

  const issue = async (folder: string | null) => {
    setBusy(true);
    setFailure(null);
    // What was typed last belongs on the sheets as well.
    await reportSession.getState().flush();
    const outcome = await call('exchange.issue', { year, officeIds: [...officeIds], folder });
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome.error);
    setIssued(outcome.value);
    onIssued();
  };

  const issueElsewhere = async () => {
    const outcome = await call('host.chooseFolder', {});
    if (!outcome.ok) setFailure(outcome.error);
    else if (outcome.value.grant !== null) await issue(outcome.value.grant);
  };

  if (progress.length === 0) return <EmptyState title={t('issue.none')} text={t('issue.noneText')} />;
  return (
    <Stack gap="sm">
      <Text fz="sm">{t('issue.text')}</Text>
      <Group gap="xs">
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => setChosen(progress.map(({ office }) => office.id))}
        >
          {t('issue.all')}
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => setChosen(null)}>
          {t('issue.open')}
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => setChosen([])}>
          {t('issue.nobody')}
        </Button>
      </Group>
      <Checkbox.Group
        value={[...officeIds]}
        onChange={setChosen}
        aria-label={t('issue.offices')}
        className={styles.offices ?? ''}
      >
        {progress.map(({ office, asked, owed }) => (
          <Checkbox
            key={office.id}
            size="xs"
            value={office.id}
            label={t('issue.office', { name: office.name, asked, owed: owed.length })}
          />
        ))}
      </Checkbox.Group>
      <Group>
        <Button disabled={officeIds.length === 0 || busy} onClick={() => void issue(null)}>
          {t('issue.run', { count: officeIds.length })}
        </Button>
        {nativeDialogs && (
          <Button
            variant="default"
            disabled={officeIds.length === 0 || busy}
            onClick={() => void issueElsewhere()}
          >
            {t('issue.elsewhere')}
          </Button>
        )}
      </Group>
      {failure && <FailureNote failure={failure} />}
      {issued && <IssuedList issued={issued} />}
    </Stack>
  );
}
