/** 引用处 of the selected indicator: each place of the text that shows it or depends on it, as a way there. */
import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import type { Indicator } from '../../../shared/domain/model.ts';
import { useReportSession } from '../../app/report-session.ts';
import { goToText } from '../write/wanted-place.ts';
import { type Reference, referencesOf } from './references.ts';

export function ReferenceList({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation('data');
  const numbered = useReportSession((session) => session.numbered);
  const book = useReportSession((session) => session.book);
  const year = useReportSession((session) => session.report.year);
  const references = useMemo(
    () =>
      referencesOf(
        numbered,
        indicator.id,
        (binding) => renderBinding(binding, year, book).text || t('status.missing'),
      ),
    [numbered, indicator.id, year, book, t],
  );
  return (
    <section>
      <h3 className="data-details-heading">{t('details.references', { count: references.length })}</h3>
      {references.length === 0 && <p className="data-faint">{t('details.noReferences')}</p>}
      {references.map((reference) => (
        <ReferenceButton key={reference.placeId} reference={reference} year={year} />
      ))}
    </section>
  );
}

function ReferenceButton({ reference, year }: { reference: Reference; year: number }) {
  const { t } = useTranslation(['data', 'write']);
  const book = useReportSession((session) => session.book);
  const { chapterId, placeId, condition } = reference;
  const go = () => goToText({ chapterId, id: placeId, words: null });
  return (
    <UnstyledButton className="data-reference" title={t('details.goTo')} onClick={go}>
      <span className="data-reference-chapter">
        {reference.marker}
        {reference.heading || t('details.unnamedChapter')}
        {condition && (
          <span className="data-reference-condition">
            {t(`write:condition.tests.${condition.test}`, { limit: condition.limit })}
          </span>
        )}
      </span>
      <span className="data-reference-sentence">
        {reference.sentence.map((part, index) =>
          part.binding === null ? (
            part.text
          ) : (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no identity but their order.
              key={index}
              className={
                part.binding.own
                  ? `data-chip data-chip-${renderBinding(part.binding.attributes, year, book).state}`
                  : undefined
              }
            >
              {part.text}
            </span>
          ),
        )}
      </span>
    </UnstyledButton>
  );
}
