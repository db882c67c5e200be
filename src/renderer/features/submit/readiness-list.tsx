import { Button, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Look } from '../../../shared/domain/look.ts';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { navigate } from '../../app/route.ts';
import { goToText } from '../write/wanted-place.ts';
import { goToElement } from './elements/element-view.ts';
import { isReady, missingElements, openPoints, type Readiness } from './open-points.ts';
import styles from './submit.module.css';

/** What stands between the report and a formal document, by chapter; each leads to its place. */
export function ReadinessList({ readiness, look }: { readiness: Readiness; look: Look }) {
  const { t } = useTranslation(['submit', 'common', 'figure', 'format', 'write']);
  const numbered = useReportSession((session) => session.numbered);
  const points = openPoints(numbered, readiness);
  const { unresolved, carriedParagraphs, staleHeadings } = readiness;
  const ready = isReady(readiness, look);
  const elements = missingElements(readiness, look);
  const what = [
    elements.length > 0 && t('ready.elements', { count: elements.length }),
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
            {elements.length > 0 && <MissingElements elements={elements} />}
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

const fieldsOf = {
  documentNumber: () => goToElement('documentNumber', 'head'),
  signer: () => goToElement('signer', 'head'),
  issuedOn: () => goToElement('issuedOn', 'main'),
  attachmentTitle: () => {
    const { numbered } = reportSession.getState();
    const untitled = numbered.find(
      ({ chapter }) => chapter.kind === 'attachment' && chapter.heading.trim() === '',
    );
    if (untitled) goTo(untitled.chapter.id);
  },
} as const satisfies Record<Readiness['imprintMissing'][number], () => void>;

/** What the red head lacks, as a line of the list; each leads to its field. */
function MissingElements({ elements }: { elements: Readiness['imprintMissing'] }) {
  const { t } = useTranslation('submit');
  const [first] = elements;
  return (
    <li>
      <div className={styles.point}>
        <span className={styles.chapter}>{t('data.title')}</span>
        {elements.map((element) => (
          <UnstyledButton
            key={element}
            className={styles.tag ?? ''}
            data-state="missing"
            onClick={fieldsOf[element]}
          >
            {t('ready.lacks', { element: t(`element.${element}`) })}
          </UnstyledButton>
        ))}
      </div>
      {first && (
        <Button size="compact-sm" variant="light" onClick={fieldsOf[first]}>
          {t('ready.go')}
        </Button>
      )}
    </li>
  );
}

/** Shows a chapter in 写作. */
export function goTo(chapterId: string) {
  const { report, selectChapter } = reportSession.getState();
  selectChapter(chapterId);
  navigate({ screen: 'report', reportId: report.id, place: 'write' });
}
