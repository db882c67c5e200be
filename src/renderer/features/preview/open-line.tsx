/** One line: what is still in the way of the formal copy, and the way on. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReportSession } from '../../app/report-session.ts';
import { goToPlace } from '../../app/sight.ts';
import { elementNames, type Hindrances } from './kept-back.ts';
import styles from './preview.module.css';
import type { PreviewChoice } from './preview-choice.ts';

interface OpenLineProps {
  choice: PreviewChoice;
  hindrances: Hindrances;
}

export function OpenLine({ choice: { look, mode }, hindrances: { places, elements } }: OpenLineProps) {
  const { t } = useTranslation('preview');
  const isFinal = useReportSession((session) => session.report.state === 'final');
  if (places === null) return null;
  const lacksElements = look === 'formal' && mode === 'formal' && elements.length > 0;
  const isOpen = places > 0 || lacksElements;
  const wayOn = (place: 'check' | 'submit') => (
    <Button
      size="compact-xs"
      variant="light"
      color={isOpen ? 'amber' : 'teal'}
      onClick={() => goToPlace(place)}
    >
      {t(`open.${place}`)}
    </Button>
  );
  return (
    <p className={styles.open} data-open={isOpen}>
      {places > 0 && t(`open.${mode}`, { count: places })}
      {places > 0 && wayOn('check')}
      {lacksElements && t('open.imprint', { elements: elementNames(elements) })}
      {!isOpen && t(isFinal ? 'open.final' : 'open.none')}
      {(lacksElements || !isOpen) && wayOn('submit')}
    </p>
  );
}
