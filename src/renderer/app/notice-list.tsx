import { Button, CloseButton, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import styles from './notice-list.module.css';
import { dismissNotice, type Notice, notices } from './notices.ts';

/** The messages, read aloud when they appear, in a corner where nobody types. */
export function NoticeList() {
  const { t } = useTranslation();
  const list = useStore(notices, (state) => state.list);
  return (
    <section className={styles.list} aria-label={t('notices')} aria-live="polite">
      {list.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const close = () => dismissNotice(notice.id);
  return (
    <Paper
      className={styles.card ?? ''}
      data-tone={notice.tone}
      shadow="md"
      withBorder
      role={notice.tone === 'problem' ? 'alert' : 'status'}
    >
      <Group wrap="nowrap" align="flex-start" gap="xs">
        <Text fz="sm" flex={1}>
          {notice.message}
        </Text>
        <CloseButton size="sm" aria-label={t('close')} onClick={close} />
      </Group>
      {notice.actions.length > 0 && (
        <Group gap="xs" mt={6}>
          {notice.actions.map((action) => (
            <Button
              key={action.label}
              size="compact-sm"
              variant="light"
              onClick={() => {
                action.run();
                close();
              }}
            >
              {action.label}
            </Button>
          ))}
        </Group>
      )}
      {notice.details && (
        <details>
          <Text component="summary" fz="xs" c="var(--ink-2)" mt={4}>
            {t('details')}
          </Text>
          <Text fz="xs" ff="monospace">
            {notice.details}
          </Text>
        </details>
      )}
    </Paper>
  );
}
