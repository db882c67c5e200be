import { describe, expect, it } from 'vitest';
import { addonFailureSentence } from '../../../../src/main/node/addon-failure.ts';

describe('an addon that cannot be loaded', () => {
  const translate = (key: string, parameters = {}) => `${key} ${JSON.stringify(parameters)}`;
  const failure = Object.assign(new Error('GLIBC_2.34 not found'), { code: 'ERR_DLOPEN_FAILED' });

  it('is told as what it is for the system, and nothing else is', () => {
    expect(addonFailureSentence(failure, 'linux', translate)).toBe('cli:addon.linux {"version":"2.34"}');
    expect(addonFailureSentence(failure, 'win32', translate)).toBe('cli:addon.other {}');
    expect(addonFailureSentence(new Error('x'), 'linux', translate)).toBeNull();
  });
});
