/** The way back from a copy on a drive or elsewhere: chosen, opened with its password, looked at, and only then restored. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContentCounts, GrantedFile, MethodOutput } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { type ChosenFile, FilePicker } from '../../components/file-picker.tsx';
import { AskPassword, asksForPassword, PasswordFailure } from '../protection/ask-password.tsx';
import { restoreCopy } from './backup-acts.ts';
import type { Act, RunAct } from './backup-dialog.tsx';
import { countsInWords, differenceInWords } from './backup-words.ts';

interface OutsideCopyProps {
  present: ContentCounts;
  busy: Act | null;
  run: RunAct;
  onRestored: () => void;
}

interface Opened {
  copy: MethodOutput<'backup.readCopy'>;
  password: string | null;
}

export function OutsideCopy({ present, busy, run, onRestored }: OutsideCopyProps) {
  const { t } = useTranslation(['backup', 'protection']);
  const [file, setFile] = useState<GrantedFile | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [reading, setReading] = useState(false);

  const read = async (from: GrantedFile, password: string | null) => {
    setReading(true);
    const outcome = await call('backup.readCopy', { grant: from.grant, password });
    setReading(false);
    setFailure(outcome.ok ? null : outcome.error);
    setOpened(outcome.ok ? { copy: outcome.value, password } : null);
  };
  const take = async (chosen: ChosenFile | undefined) => {
    const received = await chosen?.receive();
    if (received === undefined) return;
    setOpened(null);
    setFile(received.ok ? received.value : null);
    setFailure(received.ok ? null : received.error);
    if (received.ok) await read(received.value, null);
  };
  const restore = async () => {
    if (file === null || opened === null) return;
    const outcome = await run('restore', () => restoreCopy(file, opened.password));
    if (outcome.ok && outcome.value === null) onRestored();
  };
  const asks = failure !== null && asksForPassword(failure.code);
  return (
    <Stack gap="xs">
      <div>
        <FilePicker
          dialog="host.chooseBackup"
          label={t('protection:copy.restore')}
          fieldLabel={t('protection:copy.choose')}
          accept=".mima,.xbdb"
          look={{ variant: 'default', disabled: busy !== null || reading }}
          onFiles={([chosen]) => void take(chosen)}
          onFailure={setFailure}
        />
      </div>
      {failure && <PasswordFailure failure={failure} />}
      {file && asks && <AskPassword busy={reading} onPassword={(password) => void read(file, password)} />}
      {opened && (
        <fieldset>
          <legend className="visually-hidden">{opened.copy.name}</legend>
          <Text fz="sm">
            {t('protection:copy.holds', {
              name: opened.copy.name,
              counts: countsInWords(opened.copy.counts),
            })}
          </Text>
          {opened.copy.sameAsNow ? (
            <Text fz="sm">{t('protection:copy.same')}</Text>
          ) : (
            <>
              <Text fz="sm">
                {t('confirm.safe', { difference: differenceInWords(present, opened.copy.counts) })}
              </Text>
              <Group mt="xs">
                <Button
                  size="compact-sm"
                  loading={busy === 'restore'}
                  disabled={busy !== null}
                  onClick={() => void restore()}
                >
                  {t('protection:copy.go')}
                </Button>
              </Group>
            </>
          )}
        </fieldset>
      )}
    </Stack>
  );
}
