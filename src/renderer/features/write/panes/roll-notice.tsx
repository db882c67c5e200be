/** Last year's report was corrected after this one was begun from it: what changed, and taking over what is safe. */
import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../../shared/contract.ts';
import { characterDiff } from '../../../../shared/domain/roll/compare.ts';
import { bindingCharacter } from '../../../../shared/domain/roll/sentences.ts';
import { call } from '../../../api/client.ts';
import { notify } from '../../../app/notices.ts';
import { reportSession, useReportSession } from '../../../app/report-session.ts';
import { MarkedText } from '../../compare/marked-text.tsx';
import type { ChapterEditor } from '../editor/chapter-editor.ts';
import pane from './pane.module.css';
import styles from './roll-notice.module.css';

type RollChange = MethodOutput<'report.rollChanges'>['changes'][number];

function useRollChanges(reportId: string) {
  const [changes, setChanges] = useState<RollChange[]>([]);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again on demand
  useEffect(() => {
    let current = true;
    // Quiet: where it cannot be told now, it is told when the pane is next opened.
    void call('report.rollChanges', { id: reportId }).then((outcome) => {
      if (current) setChanges(outcome.ok ? outcome.value.changes : []);
    });
    return () => {
      current = false;
    };
  }, [reportId, attempt]);
  const again = useCallback(() => setAttempt((times) => times + 1), []);
  return { changes, again };
}

function Change({ change }: { change: RollChange }) {
  const { t } = useTranslation('write');
  const words = (text: string | null) => text?.replaceAll(bindingCharacter, t('roll.number')) ?? '';
  return (
    <li className={pane.paragraph}>
      <div className={styles.chapter}>
        {change.chapter}
        <span data-kind={change.kind} className={styles.kind}>
          {t(`roll.kind.${change.kind}`)}
        </span>
      </div>
      <MarkedText parts={characterDiff(words(change.before), words(change.after))} />
      {change.kind === 'conflict' && (
        <p className={styles.now}>
          {change.now === null ? t('roll.gone') : t('roll.now', { text: words(change.now) })}
        </p>
      )}
    </li>
  );
}

export function RollNotice({ chapterEditor }: { chapterEditor: ChapterEditor }) {
  const { t } = useTranslation('write');
  const reportId = useReportSession((session) => session.report.id);
  const editable = useReportSession((session) => session.report.state !== 'final');
  const { changes, again } = useRollChanges(reportId);
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  if (changes.length === 0) return null;
  const clean = changes.filter(({ kind }) => kind === 'clean').length;
  const take = async () => {
    setBusy(true);
    chapterEditor.flush();
    const outcome = await reportSession.getState().rollAgain();
    setBusy(false);
    again();
    if (outcome.ok) notify({ tone: 'success', message: t('roll.taken', { count: outcome.value }) });
  };
  return (
    <section className={styles.notice}>
      <div className={styles.head}>
        <span>{t('roll.changed', { count: changes.length })}</span>
        <button type="button" className={pane.link} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t(opened ? 'roll.hide' : 'roll.show')}
        </button>
      </div>
      {opened && (
        <>
          <ul className={pane.paragraphs}>
            {changes.map((change) => (
              <Change key={`${change.chapterId} ${change.before} ${change.after}`} change={change} />
            ))}
          </ul>
          {editable && clean > 0 && (
            <Button size="compact-sm" loading={busy} onClick={() => void take()}>
              {t('roll.take', { count: clean })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
