/** A report: loads it, and shows one of its places under the common header. */
import { Button } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/errors.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { FailureNote } from '../components/failure-note.tsx';
import { PlainHeader } from '../components/plain-header.tsx';
import { Screen } from '../components/screen.tsx';
import { AppHeader } from './app-header.tsx';
import { findingsSession } from './findings.ts';
import { reportSession, useReportSession } from './report-session.ts';
import { navigate, type Place } from './route.ts';
import { useDelayed } from './use-delayed.ts';
import { usePlaceKeys } from './use-place-keys.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { useFreshWorkspace } from './workspace.ts';

const loaders = {
  write: () => import('../features/write/write-place.tsx'),
  data: () => import('../features/data/data-place.tsx'),
  check: () => import('../features/check/check-place.tsx'),
  preview: () => import('../features/preview/preview-place.tsx'),
  submit: () => import('../features/submit/submit-place.tsx'),
};

const placeComponents = {
  write: lazy(async () => ({ default: (await loaders.write()).WritePlace })),
  data: lazy(async () => ({ default: (await loaders.data()).DataPlace })),
  check: lazy(async () => ({ default: (await loaders.check()).CheckPlace })),
  preview: lazy(async () => ({ default: (await loaders.preview()).PreviewPlace })),
  submit: lazy(async () => ({ default: (await loaders.submit()).SubmitPlace })),
};

/** The other places are fetched while nothing else is to do: changing places must not need the program's answer. */
function usePlacesAhead(ready: boolean) {
  useEffect(() => {
    if (!ready) return;
    const handle = requestIdleCallback(() => {
      // A place that cannot be fetched now is fetched again, and its failure shown, when it is opened.
      for (const load of Object.values(loaders)) load().catch(() => {});
    });
    return () => cancelIdleCallback(handle);
  }, [ready]);
}

export function ReportScreen({ reportId, place }: { reportId: string; place: Place }) {
  const phase = useReportSession((session) => session.phase);
  useFreshWorkspace();

  useEffect(() => {
    const session = reportSession.getState();
    void session.openReport(reportId);
    const endChecks = findingsSession.follow(reportId);
    return () => {
      endChecks();
      void session.closeReport();
    };
  }, [reportId]);

  const open = phase.kind === 'open' && phase.reportId === reportId;
  usePlacesAhead(open);
  useUndoKeys(open);
  usePlaceKeys(open);

  if (open) {
    const PlaceComponent = placeComponents[place];
    return (
      <Screen header={<AppHeader reportId={reportId} place={place} />}>
        <Suspense fallback={<Loading />}>
          <PlaceComponent />
        </Suspense>
      </Screen>
    );
  }
  return (
    <Screen header={<PlainHeader title="" />}>
      {phase.kind === 'failed' ? <NotOpened reportId={reportId} failure={phase.failure} /> : <Loading />}
    </Screen>
  );
}

function NotOpened({ reportId, failure }: { reportId: string; failure: Failure }) {
  const { t } = useTranslation();
  const gone = failure.code === 'report.notFound';
  return (
    <EmptyState
      title={t('problem.title')}
      text=""
      actions={
        <>
          {!gone && (
            <Button onClick={() => void reportSession.getState().openReport(reportId)}>{t('retry')}</Button>
          )}
          <Button variant={gone ? 'filled' : 'default'} onClick={() => navigate({ screen: 'home' })}>
            {t('problem.home')}
          </Button>
        </>
      }
    >
      <FailureNote failure={failure} />
    </EmptyState>
  );
}

function Loading() {
  const { t } = useTranslation();
  return useDelayed(true, 300) ? <EmptyState title={t('loading')} text="" /> : null;
}
