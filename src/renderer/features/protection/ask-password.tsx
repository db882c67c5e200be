/** Asks for the password of something that is there already; a wrong one leaves the field for another try. */
import { Button, Group, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostPasswordLength, normalizePassword } from '../../../shared/domain/protection/password.ts';
import type { ErrorCode } from '../../../shared/errors.ts';

/** Failures after which a password, or another one, is what is needed. */
export function asksForPassword(code: ErrorCode): boolean {
  return code === 'protection.needsPassword' || code === 'protection.wrongPassword';
}

export function AskPassword({ busy, onPassword }: { busy: boolean; onPassword: (password: string) => void }) {
  const { t } = useTranslation('protection');
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (normalizePassword(typed) !== '') onPassword(typed);
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <PasswordInput
          label={t('ask.label')}
          w="18rem"
          data-autofocus
          maxLength={mostPasswordLength}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('choice.show') }}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy} disabled={normalizePassword(typed) === ''}>
          {t('ask.go')}
        </Button>
      </Group>
    </form>
  );
}
