/** Every report, chapter and sentence that shows an indicator, each a way there. */
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IndicatorPlace, IndicatorUses } from '../../../../shared/contract/indicator-methods.ts';
import { goToChapter } from './go-to-chapter.ts';

export function PlaceList({ uses, onGo }: { uses: IndicatorUses; onGo: () => void }) {
  const { t } = useTranslation('indicator');
  const { places, formulas, numbers, hiddenTexts } = uses;
  return (
    <section className="indicator-places" aria-label={t('rename.places', { count: places.length })}>
      <h3>{t('rename.places', { count: places.length })}</h3>
      {places.length === 0 && <p className="data-faint">{t('rename.noPlaces')}</p>}
      <div className="indicator-place-list">
        {places.map((place, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may stand twice; the list never changes.
          <PlaceButton key={index} place={place} onGo={onGo} />
        ))}
      </div>
      {formulas.length > 0 && (
        <p className="data-faint">
          {t('rename.formulas', { names: formulas.map(({ name }) => name).join('、') })}
        </p>
      )}
      {numbers > 0 && <p className="data-faint">{t('rename.numbers', { count: numbers })}</p>}
      {hiddenTexts > 0 && <p className="data-faint">{t('rename.hidden', { count: hiddenTexts })}</p>}
    </section>
  );
}

function PlaceButton({ place, onGo }: { place: IndicatorPlace; onGo: () => void }) {
  const { t } = useTranslation('indicator');
  const go = () => {
    onGo();
    goToChapter(place);
  };
  return (
    <UnstyledButton className="data-reference" title={t('rename.go')} onClick={go}>
      <span className="data-reference-chapter">
        {`${place.year} · ${t(`rename.${place.kind}`)} · ${place.heading || t('rename.untitled')}`}
      </span>
      <span className="data-reference-sentence">{place.sentence || t('rename.untitled')}</span>
    </UnstyledButton>
  );
}
