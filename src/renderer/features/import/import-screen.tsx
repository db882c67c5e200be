/** Import: choose a file, see and correct what was understood, keep it as last year's report. */
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrantedFile } from '../../../shared/contract.ts';
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import type { Failure, Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { useFreshWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { PlainHeader } from '../../components/plain-header.tsx';
import { Screen } from '../../components/screen.tsx';
import { ChooseFile } from './choose-file.tsx';
import styles from './import.module.css';
import { ImportDone } from './import-done.tsx';
import { ImportPreview } from './import-preview.tsx';

export interface ImportedReport {
  id: string;
  year: number;
  title: string;
}

type Stage =
  | { kind: 'choose'; failure: Failure | null }
  | { kind: 'reading'; name: string }
  | { kind: 'preview'; file: GrantedFile; parsed: ParsedReport }
  | { kind: 'done'; report: ImportedReport };

const start: Stage = { kind: 'choose', failure: null };

export function ImportScreen() {
  const { t } = useTranslation('import');
  useFreshWorkspace();
  const [stage, setStage] = useState<Stage>(start);

  const read = async (name: string, receive: () => Promise<Outcome<GrantedFile>>) => {
    setStage({ kind: 'reading', name });
    const file = await receive();
    if (!file.ok) return setStage({ kind: 'choose', failure: file.error });
    const preview = await call('import.preview', { grant: file.value.grant });
    if (!preview.ok) return setStage({ kind: 'choose', failure: preview.error });
    setStage({ kind: 'preview', file: file.value, parsed: preview.value.parsed });
  };

  return (
    <Screen
      header={
        <PlainHeader title={t('title')} {...(stage.kind === 'preview' && { subtitle: stage.file.name })} />
      }
    >
      {stage.kind === 'choose' && (
        <div className={styles.page}>
          {stage.failure && <FailureNote failure={stage.failure} />}
          <ChooseFile onFile={read} />
        </div>
      )}
      {stage.kind === 'reading' && (
        <Text p="xl" ta="center" role="status">
          {t('reading', { name: stage.name })}
        </Text>
      )}
      {stage.kind === 'preview' && (
        <ImportPreview
          file={stage.file}
          parsed={stage.parsed}
          onAgain={() => setStage(start)}
          onDone={(report) => setStage({ kind: 'done', report })}
        />
      )}
      {stage.kind === 'done' && <ImportDone report={stage.report} onAgain={() => setStage(start)} />}
    </Screen>
  );
}
