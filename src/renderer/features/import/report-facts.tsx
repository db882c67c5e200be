/** What was understood of the report as a whole, each to be corrected. */
import { NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../app/workspace.ts';
import { DateField } from '../../components/date-field.tsx';
import styles from './import.module.css';
import type { Facts } from './import-draft.ts';

interface ReportFactsProps {
  facts: Facts;
  onFacts: (facts: Partial<Facts>) => void;
  templateKey: string;
  onTemplate: (templateKey: string) => void;
}

const textFacts = ['organization', 'documentNumber', 'addressee'] as const;
/** As the model has them. */
const longest = { organization: 120, documentNumber: 60, addressee: 120 };

export function ReportFacts({ facts, onFacts, templateKey, onTemplate }: ReportFactsProps) {
  const { t } = useTranslation('import');
  const templates = useWorkspace((workspace) => workspace.templates);
  return (
    <div className={styles.facts}>
      <TextInput
        className={styles.titleFact ?? ''}
        size="xs"
        label={t('field.title')}
        value={facts.title ?? ''}
        maxLength={200}
        placeholder={t('titleMissing')}
        onChange={(event) => onFacts({ title: event.currentTarget.value || null })}
      />
      <NumberInput
        size="xs"
        label={t('field.year')}
        required
        value={facts.year ?? ''}
        min={1949}
        max={2199}
        allowDecimal={false}
        allowNegative={false}
        error={isYear(facts.year) ? undefined : t('yearMissing')}
        onChange={(value) => onFacts({ year: value === '' ? null : Number(value) })}
      />
      <Select
        size="xs"
        label={t('template')}
        data={templates.map(({ key, name }) => ({ value: key, label: name }))}
        value={templateKey}
        allowDeselect={false}
        onChange={(value) => value !== null && onTemplate(value)}
      />
      {textFacts.map((name) => (
        <TextInput
          key={name}
          size="xs"
          label={t(`field.${name}`)}
          value={facts[name] ?? ''}
          maxLength={longest[name]}
          placeholder={t('absent')}
          onChange={(event) => onFacts({ [name]: event.currentTarget.value || null })}
        />
      ))}
      <div className={styles.dateFact}>
        <DateField
          label={t('field.issuedOn')}
          value={facts.issuedOn}
          readOnly={false}
          onChange={(issuedOn) => onFacts({ issuedOn })}
        />
      </div>
    </div>
  );
}

/** A year that a report may have. */
export function isYear(year: number | null): boolean {
  return year !== null && Number.isInteger(year) && year >= 1949 && year <= 2199;
}
