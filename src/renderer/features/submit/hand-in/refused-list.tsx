/** The places that kept the clean copy back, as the core named them; each leads there. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../../shared/domain/submission/refusal.ts';
import { goToText } from '../../write/wanted-place.ts';
import styles from '../submit.module.css';

export function RefusedList({ places }: { places: readonly Refusal[] }) {
  const { t } = useTranslation(['submit', 'submission', 'common']);
  return (
    <ul className={styles.points} aria-label={t('refused.title')}>
      {places.map((place) => (
        <li key={JSON.stringify(place)}>
          <div className={styles.point}>
            <span className={styles.chapter}>{place.heading || t('common:chapter.unnamed')}</span>
            <span>
              {t(`submission:refusal.${place.reason}`)} {place.words}
            </span>
          </div>
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => goToText({ chapterId: place.chapterId, id: place.bindingId, words: null })}
          >
            {t('ready.go')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
