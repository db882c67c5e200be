/** Whether what leaves is protected, the password typed twice, and what has to be known before. */
import { Checkbox, PasswordInput, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  leastPasswordLength,
  mostPasswordLength,
  normalizePassword,
  passwordStrength,
} from '../../../shared/domain/protection/password.ts';
import { type NewPassword, noPassword } from './new-password.ts';
import { SecretsNote } from './secrets-note.tsx';

interface PasswordChoiceProps {
  value: NewPassword;
  onChange: (value: NewPassword) => void;
  /** What is to be known of this use, beside the warnings. */
  children?: ReactNode;
}

export function PasswordChoice({ value, onChange, children }: PasswordChoiceProps) {
  const { t } = useTranslation('protection');
  const { wanted, typed, again } = value;
  const strength = passwordStrength(typed);
  const different = again !== '' && normalizePassword(again) !== normalizePassword(typed);
  const toggle = { 'aria-label': t('choice.show') };
  return (
    <Stack gap="xs">
      <Checkbox
        label={t('choice.use')}
        checked={wanted}
        // What was typed does not wait unseen behind an empty box.
        onChange={(event) => onChange({ ...noPassword, wanted: event.currentTarget.checked })}
      />
      {wanted && (
        <>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <PasswordInput
              label={t('choice.password', { least: leastPasswordLength })}
              description={typed === '' ? t('choice.note') : t(`choice.strength.${strength}`)}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={mostPasswordLength}
              autoComplete="new-password"
              visibilityToggleButtonProps={toggle}
              value={typed}
              onChange={(event) => onChange({ ...value, typed: event.currentTarget.value })}
            />
            <PasswordInput
              label={t('choice.again')}
              error={different && t('choice.different')}
              maxLength={mostPasswordLength}
              autoComplete="new-password"
              visibilityToggleButtonProps={toggle}
              value={again}
              onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
            />
          </SimpleGrid>
          {children}
          <Text fz="xs" c="var(--amber)">
            {t('warning.forget')}
          </Text>
          <SecretsNote />
        </>
      )}
    </Stack>
  );
}
