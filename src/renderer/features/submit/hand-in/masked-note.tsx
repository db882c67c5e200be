/** What 网上公开版 masks, told before it goes out: each place can be looked at. */
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReportSession } from '../../../app/report-session.ts';
import { goToText } from '../../write/wanted-place.ts';
import type { Readiness } from '../open-points.ts';
import { goTo } from '../readiness-list.tsx';
import styles from './hand-in.module.css';

type MaskedPlace = Readiness['masked'][number];

export function MaskedNote({ places }: { places: readonly MaskedPlace[] }) {
  const { t } = useTranslation(['submit', 'common']);
  const numbered = useReportSession((session) => session.numbered);
  if (places.length === 0) return <p className={styles.quiet}>{t('masked.none')}</p>;
  const told = ({ kind, chapterId }: MaskedPlace) => {
    const found = numbered.find(({ chapter }) => chapter.id === chapterId);
    const heading = found && `${found.marker}${found.chapter.heading}`;
    const where = chapterId === null ? t('masked.elements') : heading || t('common:chapter.unnamed');
    return t('masked.place', { where, what: t(`masked.${kind}`) });
  };
  const show = ({ chapterId, paragraph }: MaskedPlace) => {
    if (chapterId === null) return;
    if (paragraph === null) goTo(chapterId);
    else goToText({ chapterId, id: null, words: { paragraph } });
  };
  return (
    <details className={styles.fonts}>
      <summary>{t('masked.count', { count: places.length })}</summary>
      <ul>
        {places.map((place, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one paragraph may hold two of a kind.
          <li key={index}>
            <UnstyledButton className={styles.place ?? ''} onClick={() => show(place)}>
              {told(place)}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
