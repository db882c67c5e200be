/** A topic's name. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/errors.ts';
import { reportSession } from '../../../app/report-session.ts';
import { errorSentence } from '../../../i18n/index.ts';
import { chooseView } from '../data-view.ts';

const longestName = 40;

export function TopicDialog({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation(['indicator', 'common']);
  const [name, setName] = useState(
    () => reportSession.getState().tables.topics.find((topic) => topic.id === id)?.name ?? '',
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    const outcome = await reportSession.getState().changeTables('topic.save', { id, name: name.trim() });
    if (!outcome.ok) return setFailure(outcome.error);
    if (id === null) chooseView({ kind: 'topic', topicId: outcome.value.id });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(id === null ? 'topicForm.addTitle' : 'topicForm.renameTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          data-autofocus
          label={t('topicForm.name')}
          maxLength={longestName}
          value={name}
          error={failure === null ? undefined : errorSentence(failure)}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setFailure(null);
          }}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            {t('topicForm.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
