/** 改名: the new name, and before it is given all places that the indicator has. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../../../shared/domain/model.ts';
import type { Failure } from '../../../../shared/errors.ts';
import { reportSession } from '../../../app/report-session.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { errorSentence } from '../../../i18n/index.ts';
import { PlaceList } from './place-list.tsx';
import { useIndicatorUses } from './use-indicator-uses.ts';

const longestName = 60;

export function RenameDialog({ indicator, onClose }: { indicator: Indicator; onClose: () => void }) {
  const { t } = useTranslation(['indicator', 'common']);
  const [name, setName] = useState(indicator.name);
  const [failure, setFailure] = useState<Failure | null>(null);
  const uses = useIndicatorUses(indicator.id);
  const rename = async () => {
    const { report, changeTables } = reportSession.getState();
    const outcome = await changeTables('indicator.save', {
      ...indicator,
      name: name.trim(),
      year: report.year,
    });
    if (outcome.ok) onClose();
    else setFailure(outcome.error);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('rename.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <TextInput
          data-autofocus
          label={t('rename.name')}
          maxLength={longestName}
          value={name}
          error={failure === null ? undefined : errorSentence(failure)}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setFailure(null);
          }}
        />
        <p className="data-faint">{t('rename.told')}</p>
        {uses?.ok === true && <PlaceList uses={uses.value} onGo={onClose} />}
        {uses?.ok === false && <FailureNote failure={uses.error} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button
            type="submit"
            disabled={uses === null || name.trim() === '' || name.trim() === indicator.name}
          >
            {t('rename.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
