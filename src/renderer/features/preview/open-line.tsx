/** One line: what is still in the way of the formal copy, and the way on. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportMode } from '../../../shared/domain/look.ts';
import { useReportSession } from '../../app/report-session.ts';
import { goToPlace } from '../../app/sight.ts';
import styles from './preview.module.css';
import { useOpenPlaces } from './use-open-places.ts';

export function OpenLine({ mode }: { mode: ExportMode }) {
  const { t } = useTranslation('preview');
  const isFinal = useReportSession((session) => session.report.state === 'final');
  const count = useOpenPlaces();
  if (count === null) return null;
  const isOpen = count > 0;
  return (
    <p className={styles.open} data-open={isOpen}>
      {isOpen ? t(`open.${mode}`, { count }) : t(isFinal ? 'open.final' : 'open.none')}
      <Button
        size="compact-xs"
        variant="light"
        color={isOpen ? 'amber' : 'teal'}
        onClick={() => goToPlace(isOpen ? 'check' : 'submit')}
      >
        {t(isOpen ? 'open.check' : 'open.submit')}
      </Button>
    </p>
  );
}
