/** Choosing by example how the number of a place is shown, in groups. */
import { Radio, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FormatGroup, formatGroups } from '../../../../shared/domain/binding/offered-formats.ts';
import type { BindingFormat } from '../../../../shared/domain/binding-format.ts';
import type { BindingAttributes } from '../../../../shared/domain/document.ts';
import type { Indicator } from '../../../../shared/domain/model.ts';
import {
  type ReportSession,
  useReportSession,
  useSettledReportSession,
} from '../../../app/report-session.ts';
import { formatName } from '../../../components/format-name.ts';
import type { ShowBinding } from '../numbers.ts';
import styles from './binding-card.module.css';
import { CardParameters } from './binding-card-parameters.tsx';
import { cardFormats, formatKey } from './card-formats.ts';
import type { BindingChange } from './insert.ts';

const bookOf = (session: ReportSession) => session.book;

export interface CardFormatsProps {
  /** Without what a person wrote at the place. */
  binding: BindingAttributes;
  indicator: Indicator;
  show: ShowBinding;
  apply: (change: BindingChange) => void;
}

export function CardFormats({ binding, indicator, show, apply }: CardFormatsProps) {
  const { t } = useTranslation('format');
  const { t: writeWords } = useTranslation('write');
  const year = useReportSession((session) => session.report.year);
  const book = useSettledReportSession(bookOf);
  const { entry } = book.cell(indicator.id, year);
  const [chosen, setChosen] = useState<FormatGroup | null>(null);
  const read = (format: BindingFormat) => show({ ...binding, format }).text;
  const groups = cardFormats(indicator, binding.format, entry.kind === 'number' ? entry.value : null, read);
  const inUse = groups.find(({ formats }) => formats.includes(binding.format));
  const open = groups.find(({ group }) => group === chosen) ?? inUse ?? groups[0];
  if (open === undefined) return null;
  return (
    <>
      <Years binding={binding} apply={apply} />
      {groups.length > 1 && (
        <SegmentedControl
          fullWidth
          size="xs"
          mt={8}
          aria-label={t('title')}
          value={open.group}
          data={groups.map(({ group }) => ({ value: group, label: t(`group.${group}`) }))}
          onChange={(value) => setChosen(formatGroups.find((group) => group === value) ?? null)}
        />
      )}
      <Radio.Group
        aria-label={t(`group.${open.group}`)}
        value={formatKey(binding.format)}
        onChange={(key) => {
          const format = open.formats.find((candidate) => formatKey(candidate) === key);
          if (format) apply({ format });
        }}
      >
        <div className={styles.formats}>
          {open.formats.map((format) => (
            <Radio
              key={formatKey(format)}
              value={formatKey(format)}
              data-autofocus={format === binding.format || undefined}
              size="xs"
              label={
                <span className={styles.format}>
                  <span>{read(format) || writeWords('binding.missing')}</span>
                  <span className={styles.label}>{formatName(format, indicator, t)}</span>
                </span>
              }
            />
          ))}
        </div>
      </Radio.Group>
      {open === inUse && (
        <CardParameters
          format={binding.format}
          indicator={indicator}
          text={read(binding.format)}
          onFormat={(format) => apply({ format })}
        />
      )}
    </>
  );
}

/** This year or the year before; an older one only where the place already shows it. */
function Years({ binding, apply }: Pick<CardFormatsProps, 'binding' | 'apply'>) {
  const { t } = useTranslation('format');
  const year = useReportSession((session) => session.report.year);
  const offsets = [...new Set([0, -1, binding.yearOffset])];
  const nameOf = (offset: number) => {
    const shown = t('card.year', { year: year + offset });
    if (offset < -1) return shown;
    return `${t(offset === 0 ? 'card.thisYear' : 'card.lastYear')} ${shown}`;
  };
  return (
    <div className={styles.line}>
      <span className={styles.label}>{t('card.which')}</span>
      <SegmentedControl
        size="xs"
        aria-label={t('card.which')}
        value={String(binding.yearOffset)}
        data={offsets.map((offset) => ({ value: String(offset), label: nameOf(offset) }))}
        onChange={(value) => apply({ yearOffset: Number(value) })}
      />
    </div>
  );
}
