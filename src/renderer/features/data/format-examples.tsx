/** The ways an indicator can stand in the text, each shown with its own number, to be inserted with one click. */
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { offeredFormats, tellingApart } from '../../../shared/domain/binding/offered-formats.ts';
import type { BindingFormat } from '../../../shared/domain/binding-format.ts';
import { tableText } from '../../../shared/domain/binding-text.ts';
import type { Indicator } from '../../../shared/domain/model.ts';
import { type ReportSession, useReportSession, useSettledReportSession } from '../../app/report-session.ts';
import { formatName } from '../../components/format-name.ts';

const bookOf = (session: ReportSession) => session.book;

export function FormatExamples({
  indicator,
  onInsert,
}: {
  indicator: Indicator;
  onInsert: (format: BindingFormat) => void;
}) {
  const { t } = useTranslation(['data', 'format']);
  const { t: words } = useTranslation('format');
  const book = useSettledReportSession(bookOf);
  const year = useReportSession((session) => session.report.year);
  const { entry } = book.cell(indicator.id, year);
  const exampleOf = (format: BindingFormat) =>
    tableText({ indicatorId: indicator.id, yearOffset: 0, format }, year, book).text;
  const offered = offeredFormats(indicator, entry.kind === 'number' ? entry.value : null);
  const groups = tellingApart(offered, exampleOf);
  return (
    <section>
      <h3 className="data-details-heading">{t('pane.insert')}</h3>
      {groups.map(({ group, formats }) => (
        <section key={group} aria-label={t(`format:group.${group}`)}>
          <h4 className="data-format-group">{t(`format:group.${group}`)}</h4>
          {formats.map((format) => (
            <FormatButton
              key={JSON.stringify(format)}
              name={formatName(format, indicator, words)}
              example={exampleOf(format)}
              onClick={() => onInsert(format)}
            />
          ))}
        </section>
      ))}
    </section>
  );
}

function FormatButton({ name, example, onClick }: { name: string; example: string; onClick: () => void }) {
  const { t } = useTranslation('data');
  return (
    <UnstyledButton
      className="data-format"
      aria-label={t('pane.insertOne', { text: example || name })}
      // The place in the text where it goes keeps the cursor.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <span className={example === '' ? 'data-faint' : undefined}>{example || t('pane.noText')}</span>
      <span className="data-faint">{name}</span>
    </UnstyledButton>
  );
}
