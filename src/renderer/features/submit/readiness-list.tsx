import { Button, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { navigate } from '../../app/route.ts';
import { goToText } from '../write/wanted-place.ts';
import { isReady, openPoints, type Readiness } from './open-points.ts';
import styles from './submit.module.css';

/** What stands between the report and a formal document, by chapter; each leads to its place. */
export function ReadinessList({ readiness }: { readiness: Readiness }) {
  const { t } = useTranslation(['submit', 'common', 'figure', 'format', 'write']);
  const numbered = useReportSession((session) => session.numbered);
  const points = openPoints(numbered, readiness);
  const { unresolved, carriedParagraphs, staleHeadings } = readiness;
  const ready = isReady(readiness);
  const what = [
    unresolved.length > 0 && t('ready.numbers', { count: unresolved.length }),
    carriedParagraphs > 0 && t('ready.carried', { count: carriedParagraphs }),
    staleHeadings.length > 0 && t('ready.headings', { count: staleHeadings.length }),
  ]
    .filter(Boolean)
    .join(t('ready.separator'));
  return (
    <div>
      {ready ? (
        <Text fz="sm" c="var(--teal)">
          ✓ {t('ready.yes')}
        </Text>
      ) : (
        <>
          <Text fz="sm" c="var(--ink-2)">
            {t('ready.no', { what })}
          </Text>
          <ul className={styles.points} aria-label={t('ready.title')}>
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
                    <UnstyledButton
                      key={`${bindingId} ${indicatorId} ${figure?.year}`}
                      className={styles.tag ?? ''}
                      data-state={state}
                      onClick={() => goToText({ chapterId, id: bindingId, words: null })}
                    >
                      {figure
                        ? t('figure:place', { ...figure, name: indicatorName })
                        : condition
                          ? t('write:condition.of', { name: indicatorName })
                          : indicatorName}{' '}
                      {t(`format:state.${state}`)}
                    </UnstyledButton>
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
    </div>
  );
}

/** Shows a chapter in 写作. */
export function goTo(chapterId: string) {
  const { report, selectChapter } = reportSession.getState();
  selectChapter(chapterId);
  navigate({ screen: 'report', reportId: report.id, place: 'write' });
}
