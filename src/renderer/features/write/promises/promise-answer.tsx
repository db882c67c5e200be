/** What can be done about one of last year's promises. */
import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportPromise } from '../../../../shared/domain/promise.ts';
import { reportSession, useReportSession } from '../../../app/report-session.ts';
import styles from './promises.module.css';

const longestReason = 500;
const shortened = 60;

type Refusal = 'postponed' | 'dropped';

export interface PromiseAnswerProps {
  promise: ReportPromise;
  /** The text selected in the chapter now; empty for the whole chapter. */
  passage: string;
  onShow: () => void;
  onDone: () => void;
}

function Reason({ promise, state, onDone }: { promise: ReportPromise; state: Refusal; onDone: () => void }) {
  const { t } = useTranslation('write');
  const [reason, setReason] = useState(promise.state === state ? promise.reason : '');
  const keep = async () => {
    const answer = { id: promise.id, state, chapterId: null, passage: '', reason: reason.trim() };
    const outcome = await reportSession.getState().answerPromise(answer);
    if (outcome.ok) onDone();
  };
  return (
    <>
      <Textarea
        size="xs"
        mt={6}
        autosize
        minRows={2}
        maxRows={5}
        data-autofocus
        label={t(`promise.reason.${state}`)}
        placeholder={t('promise.reason.placeholder')}
        maxLength={longestReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="xs" mt={8}>
        <Button size="compact-xs" disabled={reason.trim() === ''} onClick={() => void keep()}>
          {t(`promise.keep.${state}`)}
        </Button>
      </Group>
    </>
  );
}

export function PromiseAnswer({ promise, passage, onShow, onDone }: PromiseAnswerProps) {
  const { t } = useTranslation('write');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const editable = useReportSession((session) => session.report.state !== 'final');
  const chapterId = useReportSession((session) => session.selectedChapterId);
  const linked = useReportSession((session) =>
    session.numbered.find(({ chapter }) => chapter.id === promise.chapterId),
  );
  const answer = async (state: 'answered' | 'open') => {
    const place = state === 'answered' ? { chapterId, passage } : { chapterId: null, passage: '' };
    const outcome = await reportSession
      .getState()
      .answerPromise({ id: promise.id, state, reason: '', ...place });
    if (outcome.ok) onDone();
  };
  return (
    <div className={styles.card}>
      <p className={styles.full}>{promise.text}</p>
      <p className={styles.told}>
        {t(`promise.state.${promise.state}`)}
        {linked && `：${linked.marker}${linked.chapter.heading || t(`outline.kind.${linked.chapter.kind}`)}`}
        {promise.reason !== '' && `：${promise.reason}`}
      </p>
      {promise.passage !== '' && <blockquote className={styles.passage}>{promise.passage}</blockquote>}
      {linked && (
        <Button variant="subtle" size="compact-xs" onClick={onShow}>
          {t('promise.show')}
        </Button>
      )}
      {editable && (
        <>
          <Group gap="xs" mt={8}>
            {chapterId !== null && (
              <Button
                size="compact-xs"
                variant={refusal === null ? 'filled' : 'default'}
                onClick={() => void answer('answered')}
              >
                {t(passage === '' ? 'promise.answerChapter' : 'promise.answerPassage')}
              </Button>
            )}
            {(['postponed', 'dropped'] as const).map((state) => (
              <Button
                key={state}
                size="compact-xs"
                variant="default"
                aria-expanded={refusal === state}
                onClick={() => setRefusal(refusal === state ? null : state)}
              >
                {t(`promise.${state}`)}
              </Button>
            ))}
            {promise.state !== 'open' && (
              <Button size="compact-xs" variant="subtle" color="dark" onClick={() => void answer('open')}>
                {t('promise.reopen')}
              </Button>
            )}
          </Group>
          {refusal === null && passage !== '' && (
            <p className={styles.told}>
              {t('promise.selected', {
                text: passage.length > shortened ? `${passage.slice(0, shortened)}…` : passage,
              })}
            </p>
          )}
          {refusal === null && passage === '' && <p className={styles.told}>{t('promise.selectFirst')}</p>}
          {refusal !== null && <Reason key={refusal} promise={promise} state={refusal} onDone={onDone} />}
        </>
      )}
    </div>
  );
}
