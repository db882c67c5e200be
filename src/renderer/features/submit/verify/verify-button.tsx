/** The way to 核验报送包, and its dialog: complete and unchanged, file by file and number by number. */
import { Button, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDelayed } from '../../../app/use-delayed.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { VerifiedList } from './verified-list.tsx';
import { VerifyChoice } from './verify-choice.tsx';
import { closeVerify, openVerify, useVerify, type VerifyPhase, verifyAnother } from './verify-store.ts';

export function VerifyButton({ quiet = false }: { quiet?: boolean }) {
  const { t } = useTranslation(['submission', 'common']);
  const opened = useVerify((state) => state.opened);
  const phase = useVerify((state) => state.phase);
  return (
    <>
      <Button
        {...(quiet ? { size: 'compact-sm', variant: 'subtle' } : { variant: 'default' })}
        onClick={() => openVerify(null)}
      >
        {t('verify.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={closeVerify}
        title={t('verify.title')}
        size="xl"
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {opened && <VerifyBody phase={phase} />}
      </Modal>
    </>
  );
}

function VerifyBody({ phase }: { phase: VerifyPhase }) {
  const { t } = useTranslation('submission');
  const slow = useDelayed(phase.kind === 'running', 300);
  if (phase.kind === 'idle') return <VerifyChoice />;
  if (phase.kind === 'running') {
    return slow ? <Text role="status">{t('verify.running', { name: phase.name })}</Text> : null;
  }
  return (
    <>
      {phase.outcome.ok ? (
        <VerifiedList verified={phase.outcome.value} subject={phase.subject} password={phase.password} />
      ) : (
        <FailureNote failure={phase.outcome.error} />
      )}
      <Button mt="md" variant="default" onClick={verifyAnother}>
        {t('verify.another')}
      </Button>
    </>
  );
}
