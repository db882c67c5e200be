import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../app/route.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import type { ImportedReport } from './import-screen.tsx';

/** After the import: its numbers are claimed for the table, then this year's report is begun. */
export function ImportDone({ report, onAgain }: { report: ImportedReport; onAgain: () => void }) {
  const { t } = useTranslation(['import', 'bind']);
  const { id, year, title } = report;
  return (
    <EmptyState
      title={t('done.title', { year })}
      text={t('done.text', { title, next: year + 1 })}
      actions={
        <>
          <Button onClick={() => navigate({ screen: 'bind', reportId: id })}>{t('bind:title')}</Button>
          <Button variant="default" onClick={() => navigate({ screen: 'start', predecessorId: id })}>
            {t('done.start', { next: year + 1 })}
          </Button>
          <Button
            variant="default"
            onClick={() => navigate({ screen: 'report', reportId: id, place: 'write' })}
          >
            {t('done.open')}
          </Button>
          <Button variant="subtle" onClick={onAgain}>
            {t('done.another')}
          </Button>
        </>
      }
    />
  );
}
