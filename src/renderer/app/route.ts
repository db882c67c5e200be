/** Where the person is, as the address's hash, so that back and forward work in every door. */
import { useSyncExternalStore } from 'react';

export const places = ['write', 'data', 'submit'] as const;
export type Place = (typeof places)[number];

export type Route =
  | { screen: 'home' }
  | { screen: 'import' }
  /** `predecessorId`: the report to start from, chosen beforehand. */
  | { screen: 'start'; predecessorId: string | null }
  | { screen: 'report'; reportId: string; place: Place };

/** The route of a hash; whatever is not understood is the home screen. */
export function parseRoute(hash: string): Route {
  const [screen, id, place] = hash.replace(/^#\/?/, '').split('/').map(decodePart);
  if (screen === 'import') return { screen: 'import' };
  if (screen === 'start') return { screen: 'start', predecessorId: id || null };
  if (screen === 'report' && id) {
    return { screen: 'report', reportId: id, place: places.find((one) => one === place) ?? 'write' };
  }
  return { screen: 'home' };
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

export function routeHash(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/';
    case 'import':
      return '#/import';
    case 'start':
      return route.predecessorId ? `#/start/${encodeURIComponent(route.predecessorId)}` : '#/start';
    case 'report':
      return `#/report/${encodeURIComponent(route.reportId)}/${route.place}`;
  }
}

export function navigate(route: Route): void {
  window.location.hash = routeHash(route);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => window.location.hash));
}
