/** The program's one tree: the screens by route, and the messages above them. */
import { MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { BindScreen } from '../features/bind/bind-screen.tsx';
import { CompareScreen } from '../features/compare/compare-screen.tsx';
import { HomeScreen } from '../features/home/home-screen.tsx';
import { ImportScreen } from '../features/import/import-screen.tsx';
import { UnsavedOffer } from '../features/journal/unsaved-offer.tsx';
import { FormatsScreen } from '../features/profile/formats-screen.tsx';
import { StartScreen } from '../features/start/start-screen.tsx';
import { i18n } from '../i18n/index.ts';
import { theme, variables } from '../theme.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { NoticeList } from './notice-list.tsx';
import { ReportScreen } from './report-screen.tsx';
import { useRoute } from './route.ts';
import { SaveProblem } from './save-problem.tsx';
import { watchHealth } from './workspace-health.ts';

export function App() {
  useEffect(watchHealth, []);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="light">
      <I18nextProvider i18n={i18n}>
        <ErrorBoundary>
          <Screen />
        </ErrorBoundary>
        <SaveProblem />
        <UnsavedOffer />
        <NoticeList />
      </I18nextProvider>
    </MantineProvider>
  );
}

function Screen() {
  const route = useRoute();
  switch (route.screen) {
    case 'home':
      return <HomeScreen />;
    case 'import':
      return <ImportScreen />;
    case 'formats':
      return <FormatsScreen />;
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
