/** A copy to take away: on to a drive, elsewhere, or downloaded; under a password if wanted. */
import { Button, Group, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../app/workspace.ts';
import { chosenPassword, type NewPassword, noPassword } from '../protection/new-password.ts';
import { PasswordChoice } from '../protection/password-choice.tsx';
import { driveName, driveProblem } from '../submit/hand-in/targets.ts';
import { useDrives } from '../submit/hand-in/use-drives.ts';
import { type CopyTarget, copyAway } from './backup-acts.ts';
import type { Act, RunAct } from './backup-dialog.tsx';

export function CopyAway({ busy, run }: { busy: Act | null; run: RunAct }) {
  const { t } = useTranslation(['backup', 'protection']);
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const { list } = useDrives(true);
  const [choice, setChoice] = useState<NewPassword>(noPassword);
  const password = chosenPassword(choice);
  const copy = async (target: CopyTarget) => {
    if (password === undefined) return;
    const outcome = await run('copy', () => copyAway(target, password));
    if (outcome.ok && outcome.value !== null) setChoice(noPassword);
  };
  const disabled = busy !== null || password === undefined;
  return (
    <Stack gap={6} component="section" aria-labelledby="copy-away">
      <Title order={3} fz="sm" id="copy-away">
        {t('protection:copy.title')}
      </Title>
      <PasswordChoice value={choice} onChange={setChoice} />
      <Group gap="xs">
        {(list ?? [])
          .filter((drive) => driveProblem(drive) === null)
          .map((drive) => (
            <Button
              key={drive.grant}
              variant="default"
              loading={busy === 'copy'}
              disabled={disabled}
              onClick={() => void copy({ kind: 'drive', grant: drive.grant })}
            >
              {t('protection:copy.drive', { name: driveName(drive) })}
            </Button>
          ))}
        <Button
          variant="default"
          loading={busy === 'copy'}
          disabled={disabled}
          onClick={() => void copy({ kind: nativeDialogs ? 'dialog' : 'download' })}
        >
          {t(nativeDialogs ? 'copy' : 'download')}
        </Button>
      </Group>
    </Stack>
  );
}
