/** Fields in which a format's values are set, in the units that offices use. */
import { Autocomplete, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { officialFonts } from '../../../shared/domain/font-choice.ts';
import { typeSizeName, typeSizes } from '../../../shared/domain/type-sizes.ts';

interface QuantityFieldProps {
  label: string;
  /** None for a count, whose label says of what. */
  unit?: string;
  value: number;
  decimals: number;
  /** False where no format may hold the value; it is then not taken, and the field says so. */
  onChange: (value: number) => boolean;
  readOnly: boolean;
}

/** A number with its unit; taken as it is typed, and shown as it is held once the field is left. */
export function QuantityField({ label, unit, value, decimals, onChange, readOnly }: QuantityFieldProps) {
  const { t } = useTranslation('profile');
  const [typed, setTyped] = useState<string | number | null>(null);
  const [refused, setRefused] = useState(false);
  return (
    <NumberInput
      label={unit === undefined ? label : t('withUnit', { label, unit })}
      value={typed ?? value}
      decimalScale={decimals}
      step={decimals === 0 ? 1 : 0.5}
      readOnly={readOnly}
      hideControls={readOnly}
      error={refused ? t('outOfRange') : undefined}
      onChange={(next) => {
        setTyped(next);
        const number = typeof next === 'number' ? next : Number.parseFloat(next);
        setRefused(Number.isNaN(number) || !onChange(number));
      }}
      onBlur={() => {
        setTyped(null);
        setRefused(false);
      }}
    />
  );
}

interface FontFieldProps {
  label: string;
  value: string;
  onChange: (name: string) => boolean;
  readOnly: boolean;
}

/** A font by its name: one of those that offices use, or any other. */
export function FontField({ label, value, onChange, readOnly }: FontFieldProps) {
  const { t } = useTranslation('profile');
  const [typed, setTyped] = useState<string | null>(null);
  const refused = typed !== null && typed.trim() === '';
  return (
    <Autocomplete
      aria-label={label}
      data={[...officialFonts]}
      filter={({ options }) => options}
      value={typed ?? value}
      readOnly={readOnly}
      maxLength={60}
      error={refused ? t('fontMissing') : undefined}
      onChange={(name) => {
        setTyped(name);
        if (name.trim() !== '') onChange(name.trim());
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

interface SizeFieldProps {
  label: string;
  /** Half-points. */
  value: number;
  onChange: (halfPoints: number) => boolean;
  readOnly: boolean;
}

/** 字号 by name and points; a size without a name, as a sample may have brought one, is one more choice. */
export function SizeField({ label, value, onChange, readOnly }: SizeFieldProps) {
  const { t } = useTranslation('profile');
  const named = typeSizes.map(({ name, halfPoints }) => ({
    value: String(halfPoints),
    label: t('size', { name, points: halfPoints / 2 }),
  }));
  const unnamed =
    typeSizeName(value) === null ? [{ value: String(value), label: t('points', { points: value / 2 }) }] : [];
  return (
    <Select
      aria-label={label}
      data={[...unnamed, ...named]}
      value={String(value)}
      allowDeselect={false}
      readOnly={readOnly}
      onChange={(chosen) => chosen !== null && onChange(Number(chosen))}
    />
  );
}
