/** 密码: optional, and what it means for whoever receives the report. */
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NewPassword } from '../../protection/new-password.ts';
import { PasswordChoice } from '../../protection/password-choice.tsx';
import { Step } from './step.tsx';

interface ProtectionStepProps {
  value: NewPassword;
  onChange: (value: NewPassword) => void;
}

export function ProtectionStep({ value, onChange }: ProtectionStepProps) {
  const { t } = useTranslation('protection');
  return (
    <Step number={4} title={t('choice.title')}>
      <PasswordChoice value={value} onChange={onChange}>
        <Text fz="xs" c="var(--ink-2)">
          {t('choice.county')}
        </Text>
      </PasswordChoice>
    </Step>
  );
}
