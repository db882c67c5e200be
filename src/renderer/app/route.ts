/** Where the person is, as the address's hash, so that back and forward work in every door. */
import { useSyncExternalStore } from 'react';

export const places = ['write', 'data', 'check', 'preview', 'submit'] as const;
export type Place = (typeof places)[number];

export type Route =
  | { screen: 'home' }
  | { screen: 'import' }
  /** The formats of recipients. */
  | { screen: 'formats' }
  /** This computer, for whoever helps. */
  | { screen: 'about' }
  /** The numbers of an imported report, to be claimed for indicators. */
  | { screen: 'bind'; reportId: string }
  /** `predecessorId`: the report to start from, chosen beforehand. */
  | { screen: 'start'; predecessorId: string | null }
  /** Two reports side by side. */
  | { screen: 'compare'; leftId: string; rightId: string }
  | { screen: 'report'; reportId: string; place: Place };

/** The route of a hash; whatever is not understood is the home screen. */
export function parseRoute(hash: string): Route {
  const [screen, id, place] = hash.replace(/^#\/?/, '').split('/').map(decodePart);
  if (screen === 'import') return { screen: 'import' };
  if (screen === 'formats') return { screen: 'formats' };
  if (screen === 'about') return { screen: 'about' };
  if (screen === 'bind' && id) return { screen: 'bind', reportId: id };
  if (screen === 'start') return { screen: 'start', predecessorId: id || null };
  if (screen === 'compare' && id && place) return { screen: 'compare', leftId: id, rightId: place };
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
    case 'formats':
      return '#/formats';
    case 'about':
      return '#/about';
    case 'bind':
      return `#/bind/${encodeURIComponent(route.reportId)}`;
    case 'start':
      return route.predecessorId ? `#/start/${encodeURIComponent(route.predecessorId)}` : '#/start';
    case 'compare':
      return `#/compare/${encodeURIComponent(route.leftId)}/${encodeURIComponent(route.rightId)}`;
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
