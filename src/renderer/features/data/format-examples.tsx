/** The ways an indicator can stand in the text, each shown with its own number, to be inserted with one click. */
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BindingFormat } from '../../../shared/domain/binding-format.ts';
import { bindingStylesFor, renderBinding } from '../../../shared/domain/binding-text.ts';
import type { Indicator } from '../../../shared/domain/model.ts';
import { type ReportSession, useReportSession, useSettledReportSession } from '../../app/report-session.ts';
import { type DataWords, formatName } from './cell-words.ts';

const bookOf = (session: ReportSession) => session.book;

export function FormatExamples({
  indicator,
  onInsert,
}: {
  indicator: Indicator;
  onInsert: (format: BindingFormat) => void;
}) {
  const { t } = useTranslation('data');
  const book = useSettledReportSession(bookOf);
  const year = useReportSession((session) => session.report.year);
  return (
    <section>
      <h3 className="data-details-heading">{t('pane.insert')}</h3>
      {bindingStylesFor(indicator).map((format) => (
        <FormatButton
          key={JSON.stringify(format)}
          name={formatName(format, t)}
          example={
            renderBinding({ id: 'example', indicatorId: indicator.id, yearOffset: 0, format }, year, book)
              .text
          }
          words={t}
          onClick={() => onInsert(format)}
        />
      ))}
    </section>
  );
}

function FormatButton(props: { name: string; example: string; words: DataWords; onClick: () => void }) {
  const { name, example, words: t } = props;
  return (
    <UnstyledButton
      className="data-format"
      aria-label={t('pane.insertOne', { text: example || name })}
      // The place in the text where it goes keeps the cursor.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onClick}
    >
      <span className={example === '' ? 'data-faint' : undefined}>{example || t('pane.noText')}</span>
      <span className="data-faint">{name}</span>
    </UnstyledButton>
  );
}
