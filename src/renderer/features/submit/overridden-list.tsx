/** Numbers that a person wrote by hand: printed as they stand, listed with their reasons so that somebody looks at them. */
import { Button, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReportSession } from '../../app/report-session.ts';
import type { Readiness } from './open-points.ts';
import { goTo } from './readiness-list.tsx';
import styles from './submit.module.css';

export function OverriddenList({ places }: { places: Readiness['overridden'] }) {
  const { t } = useTranslation(['format', 'common']);
  const numbered = useReportSession((session) => session.numbered);
  if (places.length === 0) return null;
  const chapterName = (id: string) => {
    const found = numbered.find(({ chapter }) => chapter.id === id);
    return found && found.chapter.heading !== ''
      ? `${found.marker}${found.chapter.heading}`
      : t('common:chapter.unnamed');
  };
  return (
    <Paper withBorder radius="lg" p="lg" component="section" aria-labelledby="overridden">
      <Title order={2} fz="md" id="overridden" mb={4}>
        {t('list.title')}
      </Title>
      <Text fz="sm" c="var(--ink-2)">
        {t('list.count', { count: places.length })}
      </Text>
      <ul className={styles.points}>
        {places.map(({ bindingId, chapterId, indicatorName, text, instead, reason }) => (
          <li key={bindingId}>
            <div className={styles.point}>
              <span className={styles.chapter}>{chapterName(chapterId)}</span>
              <span className={styles.tag} data-state="overridden">
                {indicatorName}
              </span>
              <Text span fz="xs" c="var(--ink-2)">
                {t('list.line', { text, instead: instead || t('override.none') })}
                {t('separator')}
                {t('override.why', { reason })}
              </Text>
            </div>
            <Button size="compact-sm" variant="light" onClick={() => goTo(chapterId)}>
              {t('list.go')}
            </Button>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
