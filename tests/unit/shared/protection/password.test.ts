import { describe, expect, it } from 'vitest';
import {
  isLongEnough,
  normalizePassword,
  passwordStrength,
} from '../../../../src/shared/domain/protection/password.ts';

describe('a password', () => {
  it.each([
    ['１２３４ａｂｃｄ', '1234abcd'],
    ['　云溪镇　', '云溪镇'],
    ['e\u0301tude', '\u00e9tude'],
    [' a b\n', 'a b'],
  ])('%j is the same as %j', (typed, normal) => {
    expect(normalizePassword(typed)).toBe(normal);
  });

  it.each([
    ['', 'tooShort'],
    ['          ', 'tooShort'],
    ['短', 'tooShort'],
    ['abcdefg', 'tooShort'],
    ['12345678', 'weak'],
    ['13800138000', 'weak'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['abcdefghijklmn', 'weak'],
    ['password123', 'weak'],
    ['Admin12345', 'weak'],
    ['x7k2m9qv4', 'fair'],
    ['山后小河水清五七', 'strong'],
    ['Ht7#kw2!Lp9z', 'strong'],
  ])('%j is %s', (typed, strength) => {
    expect(passwordStrength(typed)).toBe(strength);
  });

  it('counts characters, not what they are stored in', () => {
    expect(isLongEnough('𠀀𠀀𠀀𠀀')).toBe(false);
    expect(isLongEnough('山后小河水清五七')).toBe(true);
  });
});
