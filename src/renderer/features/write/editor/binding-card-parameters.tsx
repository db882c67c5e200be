/** The fine points of the format in use: digits, step, words. Each takes effect at once and can be undone. */
import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type BindingFormat, bindingFormatSchema } from '../../../../shared/domain/binding-format.ts';
import { parseCellInput } from '../../../../shared/domain/cell-input.ts';
import type { Indicator } from '../../../../shared/domain/model.ts';
import styles from './binding-card.module.css';
import { CardWording } from './binding-card-wording.tsx';
import { DraftInput } from './draft-input.tsx';

export interface CardParametersProps {
  format: BindingFormat;
  indicator: Indicator;
  /** What the place reads now. */
  text: string;
  onFormat: (format: BindingFormat) => void;
}

const placesOffered = ['0', '1', '2', '3', '4', '5', '6'];
const steps = ['10', '100', '1000', '10000'];
const overWords = ['余', '多'];
const yearsOffered = Array.from({ length: 10 }, (_, index) => String(index + 2));

export function CardParameters(props: CardParametersProps) {
  const { format, indicator, text, onFormat } = props;
  if (format.style === 'growth' || format.style === 'change') {
    return <CardWording format={format} indicator={indicator} text={text} onFormat={onFormat} />;
  }
  const set = (change: object) => {
    const changed = bindingFormatSchema.safeParse({ ...format, ...change });
    if (changed.success) onFormat(changed.data);
  };
  return (
    <div className={styles.parameters}>
      <Choices format={format} set={set} />
      <Switches format={format} hasUnit={indicator.unit !== ''} set={set} />
      <Words format={format} indicator={indicator} set={set} />
    </div>
  );
}

interface PartProps {
  format: BindingFormat;
  set: (change: object) => void;
}

function Choices({ format, set }: PartProps) {
  const { t } = useTranslation('format');
  const choice = (label: string, value: string, data: string[], change: (value: string) => object) => (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={data}
      onChange={(event) => set(change(event.currentTarget.value))}
    />
  );
  return (
    <>
      {'places' in format &&
        choice(t('parameter.places'), String(format.places), placesOffered, (value) => ({
          places: Number(value),
        }))}
      {'to' in format && choice(t('parameter.step'), format.to, steps, (to) => ({ to }))}
      {format.style === 'over' &&
        choice(t('parameter.word'), format.word ?? '余', overWords, (word) => ({ word }))}
      {format.style === 'range' &&
        choice(t('parameter.years'), String(format.years), yearsOffered, (value) => ({
          years: Number(value),
        }))}
    </>
  );
}

function Switches({ format, hasUnit, set }: PartProps & { hasUnit: boolean }) {
  const { t } = useTranslation('format');
  const grouping = format.style === 'plain' || format.style === 'integer' || format.style === 'decimal';
  const check = (label: string, checked: boolean, change: (checked: boolean) => object) => (
    <Checkbox
      size="xs"
      label={label}
      checked={checked}
      onChange={(event) => set(change(event.currentTarget.checked))}
    />
  );
  return (
    <div className={styles.switches}>
      {'unit' in format && hasUnit && check(t('parameter.unit'), format.unit, (unit) => ({ unit }))}
      {grouping &&
        check(t('parameter.grouped'), format.grouped === true, (checked) => ({
          grouped: checked || undefined,
        }))}
      {format.style === 'ordinal' &&
        check(t('parameter.chinese'), format.chinese, (chinese) => ({ chinese }))}
      {format.style === 'threshold' && check(t('parameter.first'), format.first, (first) => ({ first }))}
    </div>
  );
}

/** Formats of a number that may be 0; a rate in per cent is one of them. */
const saysZero: readonly BindingFormat['style'][] = [
  ...(['plain', 'integer', 'decimal', 'percent', 'tenThousand', 'hundredMillion'] as const),
  ...(['over', 'about', 'chinese'] as const),
];

function Words({ format, indicator, set }: PartProps & { indicator: Indicator }) {
  const { t } = useTranslation('format');
  return (
    <>
      {format.style === 'threshold' && (
        <DraftInput
          label={t('parameter.limit')}
          value={format.limit}
          maxLength={42}
          onDraft={(text) => {
            // A limit may lie between two counts.
            const outcome = parseCellInput(text, { ...indicator, kind: 'amount' });
            if (!outcome.ok || outcome.value.kind !== 'number') return t('parameter.limitInvalid');
            set({ limit: outcome.value.value });
            return null;
          }}
        />
      )}
      {saysZero.includes(format.style) && indicator.kind !== 'date' && (
        <DraftInput
          label={t('parameter.zero')}
          placeholder={t('parameter.zeroExample')}
          value={'zero' in format ? (format.zero ?? '') : ''}
          maxLength={10}
          onDraft={(text) => {
            set({ zero: text.trim() === '' ? undefined : text });
            return null;
          }}
        />
      )}
    </>
  );
}
