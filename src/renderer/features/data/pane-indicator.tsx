/** The chosen indicator in the pane beside the text: both years to type into, its state, and how to insert it. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BindingFormat } from '../../../shared/domain/binding-format.ts';
import { entryText } from '../../../shared/domain/cell-input.ts';
import type { Indicator } from '../../../shared/domain/model.ts';
import { type ReportSession, useReportSession, useSettledReportSession } from '../../app/report-session.ts';
import { changesOfAction } from './cell-changes.ts';
import { type DataWords, unchangedText } from './cell-words.ts';
import { FormatExamples } from './format-examples.tsx';
import type { CellAction } from './grid-keys.ts';
import { actOnCells } from './number-acts.ts';
import { StateChip } from './state-chip.tsx';
import { ValueField } from './value-field.tsx';
import { type YearChange, yearChange } from './year-change.ts';

const bookOf = (session: ReportSession) => session.book;

const actions: readonly CellAction[] = ['carry', 'confirm', 'notApplicable'];

export function PaneIndicator({
  indicator,
  onInsert,
}: {
  indicator: Indicator;
  onInsert: ((format: BindingFormat) => void) | null;
}) {
  const { t } = useTranslation('data');
  const book = useSettledReportSession(bookOf);
  const year = useReportSession((session) => session.report.year);
  const current = book.cell(indicator.id, year);
  const cell = { indicator, year };
  const change = yearChange(book.cell(indicator.id, year - 1).entry, current.entry, indicator);
  return (
    <section className="data-pane-indicator">
      <h3 className="data-details-name">
        {indicator.name} <StateChip indicator={indicator} />
      </h3>
      <div className="data-pane-values">
        {[year - 1, year].map((one) => {
          const label = t(one === year ? 'pane.thisYear' : 'pane.lastYear', { year: one });
          return indicator.formula === null ? (
            <ValueField key={`${indicator.id} ${one}`} cell={{ indicator, year: one }} label={label} />
          ) : (
            <div key={`${indicator.id} ${one}`}>
              <div className="data-faint">{label}</div>
              {entryText(book.cell(indicator.id, one).entry, indicator, t('notApplicable')) || t('none')}
              {indicator.unit}
            </div>
          );
        })}
      </div>
      {indicator.formula === null && (
        <div className="data-actions">
          {actions.map((action) => (
            <Button
              key={action}
              size="compact-xs"
              variant="default"
              disabled={changesOfAction(book, action, [cell]).observations.length === 0}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => actOnCells(action, [cell])}
            >
              {t(`action.${action}`)}
            </Button>
          ))}
        </div>
      )}
      <p className="data-faint">
        {change.difference !== null && `${t('pane.change')} ${changeText(change, t)} `}
        {current.source !== '' && t('pane.source', { source: current.source })}
      </p>
      {onInsert && <FormatExamples indicator={indicator} onInsert={onInsert} />}
    </section>
  );
}

function changeText(change: YearChange, t: DataWords): string {
  return unchangedText(change, t) ?? [change.difference, change.growth].filter(Boolean).join(' · ');
}
