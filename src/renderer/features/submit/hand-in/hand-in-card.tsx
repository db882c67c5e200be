/** 报送: style, files, place, one button; how far it is, and what came of it. */
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentKind } from '../../../../shared/contract/submission-methods.ts';
import type { Failure } from '../../../../shared/errors.ts';
import { useReportSession } from '../../../app/report-session.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { chosenPassword, type NewPassword, noPassword } from '../../protection/new-password.ts';
import { type Exported, ExportResult } from '../export-result.tsx';
import { LogButton } from '../log/log-button.tsx';
import { isReady, type Readiness } from '../open-points.ts';
import { VerifyButton } from '../verify/verify-button.tsx';
import { DocumentsStep } from './documents-step.tsx';
import styles from './hand-in.module.css';
import { HandInProgress } from './hand-in-progress.tsx';
import { HandInResult } from './hand-in-result.tsx';
import { handIn, openHandIn, useHandIn, type WriteRequest } from './hand-in-store.ts';
import { LookStep } from './look-step.tsx';
import { ProtectionStep } from './protection-step.tsx';
import { SaveAsWord } from './save-as-word.tsx';
import { TargetStep } from './target-step.tsx';
import { meantTarget } from './targets.ts';
import { useDrives } from './use-drives.ts';

interface HandInCardProps {
  readiness: Readiness;
  /** Whether this computer can make a .pdf; null until that is known. */
  pdf: boolean | null;
  /** Something has left the program, or was refused: what is open may have changed. */
  onExported: () => Promise<void>;
}

export function HandInCard({ readiness, pdf, onExported }: HandInCardProps) {
  const { t } = useTranslation('submit');
  const reportId = useReportSession((session) => session.report.id);
  useEffect(() => openHandIn(reportId), [reportId]);
  const choices = useHandIn((state) => state.choices);
  const phase = useHandIn((state) => state.phase);
  /** While it is written, and once it is, what was chosen stands in one line. */
  const choosing = phase.kind === 'idle' || (phase.kind === 'ended' && !phase.output?.written);
  const drives = useDrives(choosing);
  const target = meantTarget(choices.target, drives.list);
  const ready = isReady(readiness, choices.look);
  const mode = ready ? choices.mode : 'draft';
  const documents = choices.documents.filter((kind: DocumentKind) => kind !== 'pdf' || pdf !== false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [choice, setChoice] = useState<NewPassword>(noPassword);
  const password = chosenPassword(choice);
  const [exported, setExported] = useState<Exported | null>(null);

  const run = async () => {
    if (target === null || password === undefined) return;
    setFailure(null);
    setExported(null);
    const isProtected = password !== null;
    const form = isProtected ? 'zip' : choices.form;
    setChoice(noPassword);
    await handIn({ look: choices.look, mode, documents, form, target, isProtected }, password);
    await onExported();
  };
  const tellExported = (outcome: Exported | null, problem: Failure | null) => {
    setExported(outcome);
    setFailure(problem);
    void onExported();
  };
  return (
    <Paper withBorder radius="lg" p="lg" component="section" aria-labelledby="hand-in">
      <div className={styles.head}>
        <Title order={2} fz="md" id="hand-in">
          {t('handIn.title')}
        </Title>
        <span className={styles.space} />
        <LogButton reportId={reportId} ended={phase.kind === 'ended' ? phase : null} />
        <VerifyButton quiet />
      </div>
      {choosing ? (
        <>
          <LookStep look={choices.look} mode={mode} ready={ready} readiness={readiness} />
          <DocumentsStep documents={documents} form={choices.form} pdf={pdf} />
          <TargetStep drives={drives} target={target} onFailure={setFailure} />
          <ProtectionStep value={choice} onChange={setChoice} />
          <Group gap="xs" mt="sm">
            <Button
              disabled={target === null || documents.length === 0 || password === undefined}
              onClick={() => void run()}
            >
              {target?.kind === 'drive'
                ? t('handIn.toDrive', { name: target.name })
                : t(target?.kind === 'folder' ? 'handIn.toFolder' : 'handIn.toExports')}
            </Button>
            <SaveAsWord look={choices.look} mode={mode} onExported={tellExported} />
            {documents.length === 0 && (
              <Text fz="xs" c="var(--amber)">
                {t('documents.none')}
              </Text>
            )}
          </Group>
        </>
      ) : (
        <Asked request={phase.request} />
      )}
      <div aria-live="polite" className={styles.outcome}>
        {phase.kind === 'running' && <HandInProgress phase={phase} />}
        {phase.kind === 'ended' && <HandInResult ended={phase} />}
        {failure && <FailureNote failure={failure} />}
        {exported && phase.kind === 'idle' && <ExportResult exported={exported} />}
      </div>
    </Paper>
  );
}

/** What was asked for, in one line. */
function Asked({ request }: { request: WriteRequest }) {
  const { t } = useTranslation(['submit', 'protection']);
  const { look, mode, documents, form, target, isProtected } = request;
  const place = target.kind === 'exports' ? t('target.exports') : target.name;
  const asked = [
    t(`look.${look}`),
    t(`mode.${mode}`),
    ...documents.map((kind) => t(`documents.${kind}`)),
    t('documents.xlsx'),
    t(`documents.${form}`),
    ...(isProtected ? [t('protection:submission.asked')] : []),
    place,
  ];
  return (
    <Text fz="sm" c="var(--ink-2)">
      {asked.join(' · ')}
    </Text>
  );
}
