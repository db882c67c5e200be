/** Asks for the password of something that is there already; a wrong one leaves the field for another try. */
import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostPasswordLength, normalizePassword } from '../../../shared/domain/protection/password.ts';
import type { ErrorCode, Failure } from '../../../shared/errors.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { errorSentence } from '../../i18n/index.ts';

/** Failures after which a password, or another one, is what is needed. */
export function asksForPassword(code: ErrorCode): boolean {
  return code === 'protection.needsPassword' || code === 'protection.wrongPassword';
}

/** That one is needed is no failure yet; that it was the wrong one is. */
export function PasswordFailure({ failure }: { failure: Failure }) {
  return failure.code === 'protection.needsPassword' ? (
    <Text fz="sm">{errorSentence(failure)}</Text>
  ) : (
    <FailureNote failure={failure} />
  );
}

export function AskPassword({ busy, onPassword }: { busy: boolean; onPassword: (password: string) => void }) {
  const { t } = useTranslation('protection');
  const [typed, setTyped] = useState('');
  // It appears where something else had the focus.
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
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
          ref={field}
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
