import { expect, it } from 'vitest';
import { parseRoute, type Route, routeHash } from '../../../../src/renderer/app/route.ts';

const routes: Route[] = [
  { screen: 'home' },
  { screen: 'import' },
  { screen: 'bind', reportId: 'a/b' },
  { screen: 'start', predecessorId: null },
  { screen: 'start', predecessorId: 'a/b' },
  { screen: 'report', reportId: '报告 1', place: 'data' },
  { screen: 'report', reportId: '1', place: 'preview' },
];

it.each(routes)('finds back to %j', (route) => {
  expect(parseRoute(routeHash(route))).toEqual(route);
});

it.each([
  ['', { screen: 'home' }],
  ['#/nowhere', { screen: 'home' }],
  ['#/report', { screen: 'home' }],
  ['#/report/%E0%A4%A', { screen: 'home' }],
  ['#/report/1/nowhere', { screen: 'report', reportId: '1', place: 'write' }],
])('reads %s', (hash, expected) => {
  expect(parseRoute(hash)).toEqual(expected);
});
