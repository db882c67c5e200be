/** Sentences as clerks write them, right ones and wrong ones: what is likely wrong in each. */
import { describe, expect, test } from 'vitest';
import { check, likely, marked } from './checked.ts';
import { right } from './right-sentences.ts';
import { wrong } from './wrong-sentences.ts';

describe('a wrong sentence', () => {
  test.each(wrong)('$rule: $text', ({ text, rule, words, fix, cells }) => {
    const found = check([text], cells).filter(({ severity }) => severity === 'likely');
    expect(found.map((one) => [one.rule, marked(one)])).toEqual([[rule, words]]);
    const offered = found[0]?.fix;
    expect(offered?.kind === 'replace' ? offered.text : null).toBe(fix);
  });
});

describe('a right sentence', () => {
  test.each(right)('%s', (text, cells) => {
    expect(likely([text], cells)).toEqual([]);
  });
});

test('there are as many examples as it takes to believe the rules', () => {
  expect(wrong.length + right.length).toBeGreaterThanOrEqual(80);
});
