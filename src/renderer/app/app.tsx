/** The program's one tree: the screens by route, and the messages above them. */
import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { BindScreen } from '../features/bind/bind-screen.tsx';
import { CompareScreen } from '../features/compare/compare-screen.tsx';
import { HelpHost } from '../features/help/help-host.tsx';
import { HomeScreen } from '../features/home/home-screen.tsx';
import { ImportScreen } from '../features/import/import-screen.tsx';
import { UnsavedOffer } from '../features/journal/unsaved-offer.tsx';
import { FormatsScreen } from '../features/profile/formats-screen.tsx';
import { StartScreen } from '../features/start/start-screen.tsx';
import { TourHost } from '../features/tour/tour-host.tsx';
import { i18n } from '../i18n/index.ts';
import { theme, variables } from '../theme.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { NoticeList } from './notice-list.tsx';
import { ReportScreen } from './report-screen.tsx';
import { useRoute } from './route.ts';
import { SaveProblem } from './save-problem.tsx';
import { watchSaveProblems } from './save-problems.ts';
import { watchHealth } from './workspace-health.ts';

export function App() {
  useEffect(watchHealth, []);
  useEffect(watchSaveProblems, []);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="light">
      <I18nextProvider i18n={i18n}>
        <ErrorBoundary>
          <Screen />
        </ErrorBoundary>
        <TourHost />
        <HelpHost />
        <SaveProblem />
        <UnsavedOffer />
        <NoticeList />
      </I18nextProvider>
    </MantineProvider>
  );
}

const AboutScreen = lazy(async () => ({
  default: (await import('../features/about/about-screen.tsx')).AboutScreen,
}));

function Screen() {
  const route = useRoute();
  switch (route.screen) {
    case 'home':
      return <HomeScreen />;
    case 'import':
      return <ImportScreen />;
    case 'formats':
      return <FormatsScreen />;
    case 'about':
      return (
        <Suspense fallback={null}>
          <AboutScreen />
        </Suspense>
      );
    case 'bind':
      return <BindScreen key={route.reportId} reportId={route.reportId} />;
    case 'start':
      return <StartScreen key={route.predecessorId} predecessorId={route.predecessorId} />;
    case 'compare':
      return <CompareScreen leftId={route.leftId} rightId={route.rightId} />;
    case 'report':
      return <ReportScreen key={route.reportId} reportId={route.reportId} place={route.place} />;
  }
}
