/** This year, last year and the change between them, as the tables have them. */
import { useTranslation } from 'react-i18next';
import type { BindingAttributes } from '../../../../shared/domain/document.ts';
import type { Indicator } from '../../../../shared/domain/model.ts';
import { firstFormat, type ShowBinding } from '../numbers.ts';
import styles from './binding-card.module.css';

export interface CardNumbersProps {
  /** Without what a person wrote at the place. */
  binding: BindingAttributes;
  indicator: Indicator;
  show: ShowBinding;
}

export function CardNumbers({ binding, indicator, show }: CardNumbersProps) {
  const { t } = useTranslation(['write', 'format']);
  const format = firstFormat(indicator);
  const change = { ...binding, yearOffset: 0, format: { style: 'change' } } as const;
  const cells = [
    { label: t('format:card.thisYear'), shown: show({ ...binding, yearOffset: 0, format }), isChip: true },
    { label: t('format:card.lastYear'), shown: show({ ...binding, yearOffset: -1, format }), isChip: true },
    ...(indicator.kind === 'date'
      ? []
      : [{ label: t('binding.change'), shown: show(change), isChip: false }]),
  ];
  return (
    <dl className={styles.numbers}>
      {cells.map(({ label, shown, isChip }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd title={t(`format:state.${shown.state}`)}>
            {shown.state === 'missing' ? (
              t('binding.none')
            ) : (
              <span className={isChip ? `number-chip number-${shown.state}` : undefined}>{shown.text}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
