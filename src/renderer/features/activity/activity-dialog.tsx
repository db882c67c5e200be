/** 使用记录: what was done and what left, by kind, to read, copy or save. */
import { Alert, Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { copyText } from '../../api/copy-text.ts';
import { saveTextInBrowser } from '../../api/files.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { type ActivityGroup, activitiesAsCsv, activitiesAsText, activityGroups } from './activity-cells.ts';
import { ActivityTable } from './activity-table.tsx';

type Listed = MethodOutput<'activity.list'>;
type Shown = ActivityGroup | 'all';

/** Rows that a page draws at once without being felt; a copy takes all. */
const mostShown = 200;
const groups: readonly Shown[] = ['all', 'opened', 'out', 'restored', 'verified'];

export function ActivityDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['protection', 'common']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('activity.title')}
      size="60rem"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <ActivityContent />
    </Modal>
  );
}

function ActivityContent() {
  const { t } = useTranslation('protection');
  const [outcome, setOutcome] = useState<Outcome<Listed> | null>(null);
  const [group, setGroup] = useState<Shown>('all');
  const [copied, setCopied] = useState<number | null>(null);
  useEffect(() => {
    let left = false;
    void call('activity.list', {}).then((answer) => {
      if (!left) setOutcome(answer);
    });
    return () => {
      left = true;
    };
  }, []);
  if (outcome === null) return null;
  if (!outcome.ok) return <FailureNote failure={outcome.error} />;
  const { activities, breaks, folder } = outcome.value;
  const kinds: readonly string[] | null = group === 'all' ? null : activityGroups[group];
  const chosen = activities.filter(({ kind }) => kinds === null || kinds.includes(kind));
  const choose = (value: string) => {
    setGroup(groups.find((one) => one === value) ?? 'all');
    setCopied(null);
  };
  const copy = async () => setCopied((await copyText(activitiesAsText(chosen))) ? chosen.length : null);

  return (
    <Stack gap="sm">
      <Text fz="sm" c="var(--ink-2)">
        {t('activity.intro')}
      </Text>
      <Group justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label={t('activity.filter')}
          value={group}
          onChange={choose}
          data={groups.map((value) => ({
            value,
            label: value === 'all' ? t('activity.all') : t(`activity.group.${value}`),
          }))}
        />
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => void copy()}>
            {copied === null ? t('activity.copy') : t('activity.copied', { count: copied })}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => saveTextInBrowser(`${t('activity.fileName')}.csv`, activitiesAsCsv(chosen))}
          >
            {t('activity.save')}
          </Button>
        </Group>
      </Group>
      {chosen.length === 0 ? (
        <Text fz="sm">{t('activity.none')}</Text>
      ) : (
        <ActivityTable activities={chosen.slice(0, mostShown)} />
      )}
      {chosen.length > mostShown && (
        <Text fz="xs" c="var(--ink-2)">
          {t('activity.more', { count: mostShown })}
        </Text>
      )}
      {breaks > 0 ? (
        <Alert color="official" variant="light" role="alert">
          <Text fz="sm">{t('activity.broken', { count: breaks })}</Text>
        </Alert>
      ) : (
        <Text fz="xs" c="var(--ink-2)">
          {t('activity.intact')}
        </Text>
      )}
      <Text fz="xs" c="var(--ink-3)">
        {t('activity.folder', { path: folder })}
      </Text>
    </Stack>
  );
}
