/** 发文字号: what is against the standard is told, and put right by one click. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentNumberAdvice } from '../../../../shared/domain/document-number.ts';
import styles from './elements.module.css';
import { changeElement } from './report-elements.ts';
import { useElementText } from './use-element-text.ts';

export function DocumentNumberField({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('submit');
  const field = useElementText('documentNumber');
  const [left, setLeft] = useState(true);
  const advice = readOnly ? null : documentNumberAdvice(field.value);
  const told = advice?.faults.map((fault) => t(`number.${fault}`)).join(t('number.separator'));
  return (
    <TextInput
      {...field}
      label={t('element.documentNumber')}
      placeholder={t('data.documentNumberExample')}
      maxLength={60}
      readOnly={readOnly}
      classNames={styles}
      onFocus={() => {
        field.onFocus();
        setLeft(false);
      }}
      onBlur={() => {
        field.onBlur();
        setLeft(true);
      }}
      // Told when the field is left, so that nothing moves while typing; offered at once.
      error={left && advice ? t('number.told', { told, proper: advice.proper }) : undefined}
      rightSectionWidth="auto"
      rightSection={
        advice && (
          <Button
            size="compact-xs"
            variant="subtle"
            mr={4}
            aria-label={t('number.fixTo', { proper: advice.proper })}
            title={advice.proper}
            onClick={() => changeElement('documentNumber', advice.proper)}
          >
            {t('number.fix')}
          </Button>
        )
      }
    />
  );
}
