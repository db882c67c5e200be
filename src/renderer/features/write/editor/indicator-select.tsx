/** Choosing one indicator by name, pinyin or initials. */
import { type ComboboxItem, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { askedIndicators } from '../../../../shared/domain/topic-members.ts';
import { useReportSession } from '../../../app/report-session.ts';
import { findIndicators } from './indicator-search.ts';
import { useReadName } from './use-read-name.ts';

const mostShown = 30;

export interface IndicatorSelectProps {
  label: string;
  placeholder: string;
  value: string | null;
  onChange: (indicatorId: string) => void;
  autoFocus?: boolean;
}

export function IndicatorSelect({ label, placeholder, value, onChange, autoFocus }: IndicatorSelectProps) {
  const { t } = useTranslation('write');
  const indicators = useReportSession((session) => session.tables.indicators);
  const year = useReportSession((session) => session.report.year);
  const read = useReadName();
  // One that is retired stays where it is used already.
  const offered = useMemo(() => {
    const inUse = askedIndicators(indicators, year);
    const chosen = indicators.filter(({ id }) => id === value && !inUse.some((one) => one.id === id));
    return [...inUse, ...chosen];
  }, [indicators, year, value]);
  const items = useMemo<ComboboxItem[]>(
    () => offered.map(({ id, name }) => ({ value: id, label: name })),
    [offered],
  );
  return (
    <Select
      size="xs"
      label={label}
      placeholder={placeholder}
      searchable
      allowDeselect={false}
      data={items}
      limit={mostShown}
      value={value}
      data-autofocus={autoFocus || undefined}
      nothingFoundMessage={t('condition.noIndicator')}
      filter={({ search }) => {
        const chosen = items.find((item) => item.value === value);
        // What stands in the field is the choice itself until somebody types.
        if (search === chosen?.label) return items;
        return findIndicators(offered, search, mostShown, read).map(({ id, name }) => ({
          value: id,
          label: name,
        }));
      }}
      onChange={(id) => {
        if (id !== null) onChange(id);
      }}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
