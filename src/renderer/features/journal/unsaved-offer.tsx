/** What an earlier run could not save, offered when the program opens: to be looked at, taken in or put aside. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnsavedEntry } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { reportSession } from '../../app/report-session.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { takeIn } from './take-in.ts';
import { UnsavedEntryView } from './unsaved-entry.tsx';

/** The core takes a window that says nothing for twenty seconds for gone: one that was just loaded anew is asked then. */
const secondLook = 25_000;

export function UnsavedOffer() {
  const { t } = useTranslation(['journal', 'common']);
  const [entries, setEntries] = useState<UnsavedEntry[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [later, setLater] = useState(false);
  const [busy, setBusy] = useState(false);

  const refresh = useCallback(async () => {
    const outcome = await call('journal.list', {});
    // A program that does not answer has nothing to offer now; the next start asks again.
    if (outcome.ok) setEntries(outcome.value.entries);
  }, []);
  useEffect(() => {
    void refresh();
    const again = setTimeout(() => void refresh(), secondLook);
    return () => clearTimeout(again);
  }, [refresh]);

  const accept = async (entry: UnsavedEntry) => {
    setBusy(true);
    const outcome = await takeIn(entry);
    setBusy(false);
    setFailure(outcome.ok ? null : outcome.error);
    await refresh();
    if (!outcome.ok) return;
    notify({
      tone: 'success',
      message: t('offer.acceptedNow', { title: entry.report.title }),
      actions: [{ label: t('offer.undo'), run: () => void reportSession.getState().undo() }],
    });
  };

  const putAside = async (entry: UnsavedEntry) => {
    setBusy(true);
    const outcome = await call('journal.putAside', { id: entry.id });
    setBusy(false);
    setFailure(outcome.ok ? null : outcome.error);
    await refresh();
    if (outcome.ok) notify({ tone: 'info', message: t('offer.putAside') });
  };

  return (
    <Modal
      opened={entries.length > 0 && !later}
      onClose={() => setLater(true)}
      title={t('offer.title')}
      size="60rem"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Text fz="sm" c="var(--ink-2)" mb="sm">
        {t('offer.intro')}
      </Text>
      {failure && <FailureNote failure={failure} />}
      {entries.map((entry, index) => (
        <UnsavedEntryView
          key={entry.id}
          entry={entry}
          main={index === 0 && entry.pieces.every(({ state }) => state !== 'changedSince')}
          busy={busy}
          onAccept={() => void accept(entry)}
          onPutAside={() => void putAside(entry)}
        />
      ))}
      <Group justify="flex-end" gap="xs" mt="md">
        <Text fz="xs" c="var(--ink-2)">
          {t('offer.laterHint')}
        </Text>
        <Button variant="default" size="compact-sm" onClick={() => setLater(true)}>
          {t('offer.later')}
        </Button>
      </Group>
    </Modal>
  );
}
