/** Which place of the report the person sees, and the way to another one. */
import { navigate, type Place, parseRoute } from './route.ts';

/** Null on a screen that shows no report. */
export function openPlace(): Place | null {
  const route = parseRoute(window.location.hash);
  return route.screen === 'report' ? route.place : null;
}

export function goToPlace(place: Place): void {
  const route = parseRoute(window.location.hash);
  if (route.screen === 'report') navigate({ ...route, place });
}
