/** The header of a report: what it is, its places in working order, whether it is saved, and the next step. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countOf } from '../../shared/domain/checks/finding.ts';
import { Brand } from '../components/brand.tsx';
import { HelpButton } from '../features/help/help-button.tsx';
import { HistoryButton } from '../features/history/history-button.tsx';
import { SettingsMenu } from '../features/settings/settings-menu.tsx';
import styles from './app-header.module.css';
import { useFindings } from './findings.ts';
import { type NextStep, nextChapter, nextStep } from './next-step.ts';
import { type ReportProgress, reportProgress } from './report-progress.ts';
import {
  type ReportSession,
  reportSession,
  useReportSession,
  useSettledReportSession,
} from './report-session.ts';
import { navigate, type Place, places, routeHash } from './route.ts';
import { SaveIndicator } from './save-indicator.tsx';
import { useWorkspace } from './workspace.ts';

const reportOf = (session: ReportSession) => session.report;
const numberedOf = (session: ReportSession) => session.numbered;
const tablesOf = (session: ReportSession) => session.tables;
const bookOf = (session: ReportSession) => session.book;

function useProgress(): ReportProgress {
  const report = useSettledReportSession(reportOf);
  const numbered = useSettledReportSession(numberedOf);
  const tables = useSettledReportSession(tablesOf);
  const book = useSettledReportSession(bookOf);
  return useMemo(() => reportProgress({ report, numbered, tables, book }), [report, numbered, tables, book]);
}

export function AppHeader({ reportId, place }: { reportId: string; place: Place }) {
  const { t } = useTranslation(['common', 'help']);
  const title = useReportSession((session) => session.report.title);
  const state = useReportSession((session) => session.report.state);
  const organization = useWorkspace((workspace) => workspace.status?.organization?.name);
  const sample = useWorkspace((workspace) => workspace.sample !== null);
  const progress = useProgress();
  const likely = useFindings(({ open }) => countOf(open, 'likely'));
  const step = nextStep(state, progress, likely);
  return (
    <header className={styles.header}>
      <title>{`${title} · ${t('brand')}`}</title>
      <button type="button" className="skip-link" onClick={focusContent}>
        {t('skipToContent')}
      </button>
      <Brand />
      <div className={styles.name}>
        <h1 className={styles.title} title={title}>
          {title}
        </h1>
        <div className={styles.state}>
          {[sample && t('help:sample.mark'), organization, t(`state.${state}`)].filter(Boolean).join(' · ')}
        </div>
      </div>
      <nav className={styles.places} aria-label={t('place.label')}>
        {places.map((one, index) => (
          <a
            key={one}
            href={routeHash({ screen: 'report', reportId, place: one })}
            aria-current={one === place ? 'page' : undefined}
            aria-keyshortcuts={`Alt+${index + 1}`}
            title={t('place.keys', { place: t(`place.${one}`), number: index + 1 })}
          >
            {t(`place.${one}`)}
            <PlaceBadge place={one} progress={progress} />
          </a>
        ))}
      </nav>
      <div className={styles.end}>
        <SaveIndicator />
        <HistoryButton />
        <HelpButton />
        <SettingsMenu />
        {(step.place !== place || step.chapterIds.length > 0) && (
          <NextStepButton reportId={reportId} step={step} />
        )}
      </div>
    </header>
  );
}

function focusContent() {
  document.getElementById('content')?.focus();
}

function PlaceBadge({ place, progress }: { place: Place; progress: ReportProgress }) {
  const { t } = useTranslation(['common', 'format']);
  const { missing, carried, changed, carriedParagraphs } = progress;
  const blocks = useFindings(({ open }) => countOf(open, 'blocks'));
  const likely = useFindings(({ open }) => countOf(open, 'likely'));
  if (place === 'check' && blocks + likely > 0) {
    return (
      <span className={styles.badge} title={t('badge.findings', { blocks, likely })}>
        {blocks + likely}
      </span>
    );
  }
  if (place === 'data' && missing + carried > 0) {
    return (
      <span className={styles.badge} title={t('badge.numbers', { missing, carried })}>
        {missing + carried}
      </span>
    );
  }
  if (place === 'write' && changed + carriedParagraphs > 0) {
    const told = [
      changed > 0 && t('format:step.changed', { count: changed }),
      carriedParagraphs > 0 && t('badge.paragraphs', { count: carriedParagraphs }),
    ];
    return (
      <span className={styles.badge} title={told.filter(Boolean).join(t('format:separator'))}>
        {changed + carriedParagraphs}
      </span>
    );
  }
  return null;
}

function NextStepButton({ reportId, step }: { reportId: string; step: NextStep }) {
  const { t } = useTranslation(['common', 'format']);
  const go = () => {
    const { numbered, selectedChapterId, selectChapter } = reportSession.getState();
    const order = numbered.map(({ chapter }) => chapter.id);
    const chapterId = nextChapter(step, order, selectedChapterId);
    if (chapterId) selectChapter(chapterId);
    navigate({ screen: 'report', reportId, place: step.place });
  };
  return (
    <Button size="compact-sm" h="1.875rem" onClick={go}>
      {t('next.prefix')}
      {step.kind === 'changed'
        ? t('format:step.next', { count: step.count })
        : t(`next.${step.kind}`, { count: step.count })}
    </Button>
  );
}
