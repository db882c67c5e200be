/** The last years of an indicator as plain bars. */
import { Decimal } from '../../../shared/domain/decimal.ts';
import type { YearValue } from './year-values.ts';

export function ValueBars({ values, label }: { values: readonly YearValue[]; label: string }) {
  if (values.length < 2) return null;
  const greatest = values.reduce((most, { value }) => Decimal.max(most, value), new Decimal(0));
  const heightOf = (value: string) =>
    greatest.isZero() ? '0' : Decimal.max(0, new Decimal(value).div(greatest).times(100)).toFixed(0);
  return (
    <ol className="data-bars" aria-label={label}>
      {values.map(({ year, value, text, isReportingYear }) => (
        <li key={year} data-current={isReportingYear}>
          <span className="data-bar-text">{text}</span>
          <span className="data-bar-space">
            <span className="data-bar" style={{ height: `${heightOf(value)}%` }} />
          </span>
          <span className="data-bar-year">{year}</span>
        </li>
      ))}
    </ol>
  );
}
