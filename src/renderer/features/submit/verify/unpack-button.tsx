/** 解开: the documents of a protected submission as plain files, for whoever received it. */
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../../shared/contract.ts';
import type { Outcome } from '../../../../shared/errors.ts';
import { call } from '../../../api/client.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { FailureNote } from '../../../components/failure-note.tsx';

interface UnpackButtonProps {
  /** Of what was verified: the file, or the folder that holds it. */
  grant: string;
  name: string;
  password: string | null;
}

export function UnpackButton({ grant, name, password }: UnpackButtonProps) {
  const { t } = useTranslation('protection');
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome<MethodOutput<'submission.unpack'>> | null>(null);

  const unpack = async () => {
    const chosen = nativeDialogs ? await call('host.chooseFolder', {}) : null;
    if (chosen?.ok === false) return setOutcome(chosen);
    if (chosen?.ok === true && chosen.value.grant === null) return;
    setBusy(true);
    const target = chosen?.ok === true ? chosen.value.grant : null;
    setOutcome(await call('submission.unpack', { grant, name, password, target }));
    setBusy(false);
  };
  return (
    <Group gap="xs" mt="xs">
      <Button size="compact-sm" loading={busy} onClick={() => void unpack()}>
        {t(nativeDialogs ? 'submission.unpack' : 'submission.unpackHere')}
      </Button>
      {outcome?.ok === true && (
        <Text fz="sm" role="status">
          {t('submission.unpacked', { count: outcome.value.files.length, path: outcome.value.path })}
        </Text>
      )}
      {outcome?.ok === false && <FailureNote failure={outcome.error} />}
    </Group>
  );
}
