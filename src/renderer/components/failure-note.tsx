import { Alert, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/errors.ts';
import { errorSentence } from '../i18n/index.ts';

/** A failure in the reader's words, its code and parameters only under 详情. */
export function FailureNote({ failure, children }: { failure: Failure; children?: ReactNode }) {
  const { t } = useTranslation();
  const parameters = Object.entries(failure.parameters).map(([name, value]) => `${name}: ${value}`);
  return (
    <Alert color="official" variant="light" role="alert">
      <Text fz="sm">{errorSentence(failure)}</Text>
      {children}
      <details>
        <Text component="summary" fz="xs" c="var(--ink-2)" mt={4}>
          {t('details')}
        </Text>
        <Text fz="xs" ff="monospace">
          {[failure.code, ...parameters].join(' · ')}
        </Text>
      </details>
    </Alert>
  );
}
