/** 移除: only what nothing hangs on; otherwise all its places, and retiring it instead. */
import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IndicatorUses } from '../../../../shared/contract/indicator-methods.ts';
import type { Indicator } from '../../../../shared/domain/model.ts';
import { notify } from '../../../app/notices.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { openIndicatorDialog } from './dialog-store.ts';
import { remove } from './indicator-acts.ts';
import { PlaceList } from './place-list.tsx';
import { useIndicatorUses } from './use-indicator-uses.ts';

export function RemoveDialog({ indicator, onClose }: { indicator: Indicator; onClose: () => void }) {
  const { t } = useTranslation(['indicator', 'common']);
  const uses = useIndicatorUses(indicator.id);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('remove.title', { name: indicator.name })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {uses?.ok === false && <FailureNote failure={uses.error} />}
      {uses?.ok === true && <Answer indicator={indicator} uses={uses.value} onClose={onClose} />}
    </Modal>
  );
}

function Answer(props: { indicator: Indicator; uses: IndicatorUses; onClose: () => void }) {
  const { indicator, uses, onClose } = props;
  const { t } = useTranslation(['indicator', 'common']);
  const texts = uses.places.length + uses.hiddenTexts;
  const free = texts + uses.formulas.length + uses.numbers === 0;
  const take = async () => {
    if (!(await remove(indicator.id))) return;
    onClose();
    notify({ tone: 'success', message: t('done.removed', { name: indicator.name }) });
  };
  return (
    <>
      <p className={free ? 'indicator-told' : 'data-problem'}>
        {free
          ? t('remove.free')
          : t('remove.used', { texts, formulas: uses.formulas.length, numbers: uses.numbers })}
      </p>
      {!free && <PlaceList uses={uses} onGo={onClose} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('form.cancel')}
        </Button>
        {free ? (
          <Button autoFocus onClick={() => void take()}>
            {t('remove.save')}
          </Button>
        ) : (
          <Button autoFocus onClick={() => openIndicatorDialog({ kind: 'retire', id: indicator.id })}>
            {t('remove.retire')}
          </Button>
        )}
      </Group>
    </>
  );
}
