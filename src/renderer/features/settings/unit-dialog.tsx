import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UnitForm } from './unit-form.tsx';

export function UnitDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['home', 'common']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('unit.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <UnitForm onSaved={onClose} />
    </Modal>
  );
}
