/** 文件: what goes along, and whether as a folder or as one .zip; what this computer lacks for it. */
import { Checkbox, SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DocumentKind } from '../../../../shared/contract/submission-methods.ts';
import { FontNote } from './font-note.tsx';
import styles from './hand-in.module.css';
import { type Choices, choose } from './hand-in-store.ts';
import { Step } from './step.tsx';

interface DocumentsStepProps {
  documents: readonly DocumentKind[];
  form: Choices['form'];
  /** Whether this computer can make a .pdf; null until that is known. */
  pdf: boolean | null;
}

export function DocumentsStep({ documents, form, pdf }: DocumentsStepProps) {
  const { t } = useTranslation('submit');
  const put = (kind: DocumentKind, wanted: boolean) =>
    choose({ documents: [...documents.filter((one) => one !== kind), ...(wanted ? [kind] : [])] });
  const box = (kind: DocumentKind, able: boolean) => (
    <Checkbox
      label={t(`documents.${kind}`)}
      checked={able && documents.includes(kind)}
      disabled={!able}
      onChange={(event) => put(kind, event.currentTarget.checked)}
    />
  );
  return (
    <Step
      number={2}
      title={t('documents.title')}
      beside={
        <SegmentedControl
          size="xs"
          aria-label={t('documents.form')}
          value={form}
          onChange={(value) => choose({ form: value === 'zip' ? 'zip' : 'folder' })}
          data={(['folder', 'zip'] as const).map((value) => ({ value, label: t(`documents.${value}`) }))}
        />
      }
    >
      <div className={styles.documents}>
        {box('docx', true)}
        {box('pdf', pdf !== false)}
        {box('ofd', true)}
        <Checkbox label={t('documents.xlsx')} title={t('documents.always')} checked readOnly disabled />
      </div>
      {pdf === false && (
        <Text fz="xs" c="var(--amber)">
          {t('documents.noPdf')}
        </Text>
      )}
      <FontNote />
    </Step>
  );
}
