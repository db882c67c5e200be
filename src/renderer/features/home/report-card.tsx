import { ActionIcon, Anchor, Badge, Button, Group, Menu, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportCard } from '../../../shared/contract.ts';
import type { Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { navigate, routeHash } from '../../app/route.ts';
import { refreshWorkspace } from '../../app/workspace.ts';
import { currentLanguage, errorSentence, translate } from '../../i18n/index.ts';
import { cardStep } from './card-step.ts';
import styles from './home.module.css';

const stateColors = { draft: 'amber', checking: 'indigo', final: 'teal' } as const;

/** One report: what it is, how far it is, and what to do next. `main`: the one whose step is the obvious one now. */
export function ReportCardView({ report, main }: { report: ReportCard; main: boolean }) {
  const { t } = useTranslation(['home', 'common', 'format']);
  const step = cardStep(report);
  const updated = new Date(report.updatedAt).toLocaleDateString(currentLanguage());
  return (
    <Paper component="li" withBorder p="md" radius="lg" className={styles.card ?? ''}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <div>
          <Text fz="lg" fw={600} lh={1.3}>
            {t('card.year', { year: report.year })}
          </Text>
          <Text fz="xs" c="var(--ink-2)">
            {report.templateName}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          <Badge variant="light" color={stateColors[report.state]} radius="sm">
            {t(`common:state.${report.state}`)}
          </Badge>
          <CardMenu report={report} />
        </Group>
      </Group>
      <Anchor
        className={styles.cardTitle ?? ''}
        href={routeHash({ screen: 'report', reportId: report.id, place: 'write' })}
      >
        {report.title}
      </Anchor>
      {report.state !== 'final' && (
        <Text fz="xs" c="var(--ink-2)">
          {t('card.numbers', report.numbers)}
        </Text>
      )}
      <Text fz="xs" c="var(--ink-3)">
        {t('card.updated', { when: updated })}
      </Text>
      <Button
        mt="auto"
        variant={main ? 'filled' : 'default'}
        onClick={() => navigate({ screen: 'report', reportId: report.id, place: step.place })}
      >
        {step.kind === 'changed'
          ? t('format:step.changed', { count: step.count })
          : t(`step.${step.kind}`, { count: step.count })}
      </Button>
    </Paper>
  );
}

function CardMenu({ report }: { report: ReportCard }) {
  const { t } = useTranslation(['home', 'common']);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('card.more', { title: report.title })}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
            <circle cx="3" cy="8" r="1.4" />
            <circle cx="8" cy="8" r="1.4" />
            <circle cx="13" cy="8" r="1.4" />
          </svg>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => navigate({ screen: 'start', predecessorId: report.id })}>
          {t('card.startNext', { year: report.year + 1 })}
        </Menu.Item>
        <Menu.Item color="red" onClick={() => void remove(report)}>
          {t('card.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

async function tellAndRefresh(outcome: Outcome<unknown>) {
  if (!outcome.ok) {
    notify({ tone: 'problem', message: errorSentence(outcome.error), details: outcome.error.code });
  }
  await refreshWorkspace();
}

async function remove({ id, title }: ReportCard) {
  const outcome = await call('report.remove', { id });
  await tellAndRefresh(outcome);
  if (!outcome.ok) return;
  notify({
    tone: 'info',
    message: translate('home:card.removed', { title }),
    actions: [
      {
        label: translate('common:undo'),
        run: () => void call('report.restore', { id }).then(tellAndRefresh),
      },
    ],
  });
}
