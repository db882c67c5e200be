/**
 * While something cannot be saved, on whatever screen: why, since when, where it stands meanwhile, and ways to get it
 * out. Covers nothing one types in, and goes by itself.
 */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chapterTitles, unsavedText } from '../../shared/domain/unsaved-text.ts';
import { copyText } from '../api/copy-text.ts';
import { saveTextInBrowser } from '../api/files.ts';
import { errorSentence } from '../i18n/index.ts';
import { clock } from './clock-words.ts';
import { reportSession, useReportSession } from './report-session.ts';
import styles from './save-problem.module.css';
import { useWorkspace } from './workspace.ts';

/** All that is not saved, in words. */
function unsavedWords(): string {
  const { unsaved, chapters, format, book, report } = reportSession.getState();
  return unsavedText(unsaved(), {
    titles: chapterTitles(chapters, format.numbering),
    book,
    year: report.year,
  });
}

export function SaveProblem() {
  const { t } = useTranslation(['journal', 'common']);
  const state = useReportSession((session) => session.saveState);
  const safekeeping = useReportSession((session) => session.safekeeping);
  if (state.kind !== 'failed') return null;
  const place = () => {
    if (safekeeping.kind === 'none') return '';
    if (safekeeping.kind === 'failed') return t('panel.onlyHere');
    return t(safekeeping.beside ? 'panel.beside' : 'panel.elsewhere', { folder: safekeeping.folder });
  };
  return (
    <section className={styles.problem} aria-label={t('panel.label')}>
      <div role="alert">
        <p className={styles.reason}>{errorSentence(state.failure)}</p>
      </div>
      <p className={styles.since}>
        {t('panel.since', { time: clock(state.since) })} {place()}
      </p>
      <Acts />
    </section>
  );
}

function Acts() {
  const { t } = useTranslation(['journal', 'common']);
  const inBrowser = useWorkspace((workspace) => workspace.host?.nativeDialogs !== true);
  const [copied, setCopied] = useState<boolean | null>(null);
  const download = () => {
    const { title } = reportSession.getState().report;
    saveTextInBrowser(t('panel.fileName', { title }), unsavedWords());
  };
  return (
    <div className={styles.acts}>
      <Button size="compact-sm" onClick={() => void reportSession.getState().flush()}>
        {t('common:save.retryNow')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setCopied(copyText(unsavedWords()))}>
        {t('panel.copy')}
      </Button>
      {inBrowser && (
        <Button size="compact-sm" variant="default" onClick={download}>
          {t('panel.download')}
        </Button>
      )}
      <span className={styles.told} aria-live="polite">
        {copied === true && t('panel.copied')}
        {copied === false && t('panel.copyRefused')}
      </span>
    </div>
  );
}
