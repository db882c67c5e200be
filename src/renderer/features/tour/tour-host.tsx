import { lazy, Suspense } from 'react';
import { useTour } from './tour-store.ts';

const TourCard = lazy(async () => ({ default: (await import('./tour-card.tsx')).TourCard }));

/** The tour over whatever screen is shown, while somebody is on it. */
export function TourHost() {
  const running = useTour((state) => state.running !== null);
  return running ? (
    <Suspense fallback={null}>
      <TourCard />
    </Suspense>
  ) : null;
}
