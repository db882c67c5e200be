import { Button, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { navigate } from '../../app/route.ts';
import { isReady, openPoints, type Readiness } from './open-points.ts';
import styles from './submit.module.css';

/** What stands between the report and a formal document, by chapter; each leads to its place. */
export function ReadinessList({ readiness }: { readiness: Readiness }) {
  const { t } = useTranslation(['submit', 'common', 'figure', 'format', 'write']);
  const numbered = useReportSession((session) => session.numbered);
  const points = openPoints(numbered, readiness);
  const { unresolved, carriedParagraphs, staleHeadings } = readiness;
  const ready = isReady(readiness);
  return (
    <Paper withBorder radius="lg" p="lg" component="section" aria-labelledby="readiness">
      <Title order={2} fz="md" id="readiness" mb={4}>
        {t('ready.title')}
      </Title>
      {ready ? (
        <Text c="var(--teal)">✓ {t('ready.yes')}</Text>
      ) : (
        <>
          <Text fz="sm" c="var(--ink-2)">
            {t('ready.no', {
              numbers: unresolved.length,
              paragraphs: carriedParagraphs,
              headings: staleHeadings.length,
            })}
          </Text>
          <ul className={styles.points}>
            {points.map(({ chapterId, name, numbers, paragraphs, stale }) => (
              <li key={chapterId}>
                <div className={styles.point}>
                  <span className={styles.chapter}>{name || t('common:chapter.unnamed')}</span>
                  {paragraphs > 0 && (
                    <span className={styles.tag} data-state="carried">
                      {t('ready.paragraphs', { count: paragraphs })}
                    </span>
                  )}
                  {stale.map((text) => (
                    <span key={text} className={styles.tag} data-state="carried">
                      {t('ready.stale', { text })}
                    </span>
                  ))}
                  {numbers.map(({ bindingId, indicatorId, indicatorName, state, figure, condition }) => (
                    <span
                      key={`${bindingId} ${indicatorId} ${figure?.year}`}
                      className={styles.tag}
                      data-state={state}
                    >
                      {figure
                        ? t('figure:place', { ...figure, name: indicatorName })
                        : condition
                          ? t('write:condition.of', { name: indicatorName })
                          : indicatorName}{' '}
                      {t(`format:state.${state}`)}
                    </span>
                  ))}
                </div>
                <Button size="compact-sm" variant="light" onClick={() => goTo(chapterId)}>
                  {t('ready.go')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Paper>
  );
}

/** Shows a chapter in 写作. */
export function goTo(chapterId: string) {
  const { report, selectChapter } = reportSession.getState();
  selectChapter(chapterId);
  navigate({ screen: 'report', reportId: report.id, place: 'write' });
}
