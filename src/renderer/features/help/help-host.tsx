import { lazy, Suspense } from 'react';
import { useHelp } from './help-store.ts';
import { useHelpKey } from './use-help-key.ts';

const HelpPanel = lazy(async () => ({ default: (await import('./help-panel.tsx')).HelpPanel }));

/** The help beside whatever screen is shown. */
export function HelpHost() {
  useHelpKey();
  const opened = useHelp((state) => state.opened);
  return opened ? (
    <Suspense fallback={null}>
      <HelpPanel />
    </Suspense>
  ) : null;
}
