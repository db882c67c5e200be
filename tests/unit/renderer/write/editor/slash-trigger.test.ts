import { describe, expect, it } from 'vitest';
import { opensList } from '../../../../../src/renderer/features/write/editor/slash-trigger.ts';

describe('opensList', () => {
  it.each([
    ['', true],
    ['全年共调解', true],
    ['全年共调解案件', true],
    ['其中，', true],
    ['12', false],
    ['１２', false],
    ['12.', false],
    ['3件', false],
    ['三件', false],
    ['600元', false],
    ['每人', false],
    ['km', false],
    ['http:', false],
    ['http:/', false],
    ['50%', false],
    ['共#', false],
  ])('behind «%s»: %s', (before, opens) => {
    expect(opensList(before, '#')).toBe(opens);
  });
});
