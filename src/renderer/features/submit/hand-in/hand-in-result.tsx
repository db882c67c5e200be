/** What came of handing in, told only from what the core measured. */
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WrittenSubmission } from '../../../../shared/contract/submission-methods.ts';
import type { Failure } from '../../../../shared/errors.ts';
import { downloadFile } from '../../../api/files.ts';
import { reportSession, useReportSession } from '../../../app/report-session.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { Verdict } from '../../../components/verdict.tsx';
import { errorSentence } from '../../../i18n/index.ts';
import { byteWords } from '../byte-words.ts';
import { openVerify } from '../verify/verify-store.ts';
import styles from './hand-in.module.css';
import { handInAgain, type Phase } from './hand-in-store.ts';
import { RefusedList } from './refused-list.tsx';

type Ended = Extract<Phase, { kind: 'ended' }>;

export function HandInResult({ ended }: { ended: Ended }) {
  const { failure, output } = ended;
  if (output?.written) return <Written ended={ended} written={output.written} />;
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      {output && output.refused.length > 0 && <RefusedList places={output.refused} />}
    </>
  );
}

function Written({
  ended: { request, failure, output },
  written,
}: {
  ended: Ended;
  written: WrittenSubmission;
}) {
  const { t } = useTranslation('submit');
  const state = useReportSession((session) => session.report.state);
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const { files, archive, numbers, notMade, readBack, replaced, path, name, grant } = written;
  const toDrive = request.target.kind === 'drive';
  const download = async () => {
    const outcome = await downloadFile(grant);
    setProblem(outcome.ok ? null : outcome.error);
  };
  const time = output ? new Date(output.record.exportedAt).toLocaleTimeString('zh-CN') : '';
  const tellNumbers =
    numbers.unequal > 0
      ? t('written.unequal', { count: numbers.unequal })
      : t('written.numbers', { count: numbers.checked });
  return (
    <section className={styles.written} aria-label={t('written.title')}>
      <ul className={styles.told}>
        <Told>{t(replaced ? 'written.replaced' : 'written.at', { path })}</Told>
        <Told>{t(`written.${readBack}`, { count: files.length })}</Told>
        <Told bad={numbers.unequal > 0}>{tellNumbers}</Told>
        {notMade.map(({ document, failure: reason }) => (
          <Told key={document} bad>
            {errorSentence(reason)}
          </Told>
        ))}
      </ul>
      <ul className={styles.files} aria-label={t('written.files')}>
        {[...(archive ? [archive] : []), ...files].map((file) => (
          <li key={file.name} title={`SHA-256 ${file.sha256}`}>
            {file.name} <span className={styles.quiet}>{byteWords(file.size)}</span>
          </li>
        ))}
      </ul>
      {failure && <FailureNote failure={failure} />}
      {written.safeToRemove && <Verdict good>✓ {t(toDrive ? 'written.removable' : 'written.equal')}</Verdict>}
      {toDrive && readBack === 'memory' && (
        <Text fz="xs" c="var(--ink-2)">
          {t('written.eject')}
        </Text>
      )}
      <Group gap="xs">
        {request.mode === 'formal' && state !== 'final' && (
          <Button variant="light" onClick={() => reportSession.getState().updateReport({ state: 'final' })}>
            {t('result.finish')}
          </Button>
        )}
        {!nativeDialogs && archive && (
          <Button variant="default" onClick={() => void download()}>
            {t('result.download')}
          </Button>
        )}
        <Button variant="default" onClick={() => openVerify({ grant, name })}>
          {t('written.verify')}
        </Button>
        <Button variant="default" onClick={handInAgain}>
          {t('written.again')}
        </Button>
      </Group>
      <Text fz="xs" c="var(--ink-2)">
        {[t('written.time', { time }), request.mode === 'formal' && finishWords()].filter(Boolean).join(' ')}
      </Text>
      {problem && <FailureNote failure={problem} />}
    </section>
  );

  function finishWords() {
    return state === 'final' ? t('result.finished') : t('result.finishText');
  }
}

function Told({ bad = false, children }: { bad?: boolean; children: string }) {
  return (
    <li data-bad={bad || undefined}>
      <span className={styles.mark} aria-hidden="true">
        {bad ? '!' : '✓'}
      </span>
      {children}
    </li>
  );
}
