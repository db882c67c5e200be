/** The way to the report's history, always in sight; what it opens is loaded when it is first wanted. */
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const HistoryDialog = lazy(async () => ({
  default: (await import('./history-dialog.tsx')).HistoryDialog,
}));

export function HistoryButton() {
  const { t } = useTranslation('history');
  const [state, setState] = useState<'untouched' | 'opened' | 'closed'>('untouched');
  return (
    <>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setState('opened')}>
        {t('open')}
      </Button>
      {state !== 'untouched' && (
        <Suspense fallback={null}>
          <HistoryDialog opened={state === 'opened'} onClose={() => setState('closed')} />
        </Suspense>
      )}
    </>
  );
}
