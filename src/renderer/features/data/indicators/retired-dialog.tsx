/** 已停用的指标: each with the way back into use. */
import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReportSession } from '../../../app/report-session.ts';
import { retire } from './indicator-acts.ts';

export function RetiredDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['indicator', 'common']);
  const { indicators, topics } = useReportSession((session) => session.tables);
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  const retired = indicators.filter(({ retiredAfter }) => retiredAfter !== null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('retired.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {retired.length === 0 && <p className="data-faint">{t('retired.none')}</p>}
      {retired.map(({ id, name, topicId, retiredAfter }) => (
        <Group key={id} justify="space-between" className="indicator-retired">
          <span>
            {name}
            <span className="data-faint">
              {' '}
              {t('retired.line', { topic: names.get(topicId) ?? '', year: retiredAfter ?? 0 })}
            </span>
          </span>
          <Button size="compact-sm" variant="default" onClick={() => void retire(id, null)}>
            {t('retired.back')}
          </Button>
        </Group>
      ))}
    </Modal>
  );
}
