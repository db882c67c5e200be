import { describe, expect, it } from 'vitest';
import { parseRoute, routeHash } from '../../../../src/renderer/app/route.ts';

describe('the route of a comparison', () => {
  it('comes back from its address, whatever the ids hold', () => {
    const route = { screen: 'compare' as const, leftId: 'a/1', rightId: '二' };
    expect(parseRoute(routeHash(route))).toEqual(route);
  });

  it('needs two reports', () => {
    expect(parseRoute('#/compare/a')).toEqual({ screen: 'home' });
  });
});
