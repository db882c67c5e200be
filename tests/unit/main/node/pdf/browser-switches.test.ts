import { describe, expect, it } from 'vitest';
import { browserSwitches, mayUseSandbox } from '../../../../../src/main/node/pdf/browser-switches.ts';

describe('the switches of the browser', () => {
  it('open no port and no network', () => {
    const switches = browserSwitches({ profile: '/tmp/p', sandbox: true });
    expect(switches).toEqual(
      expect.arrayContaining([
        '--headless',
        '--remote-debugging-pipe',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        '--no-proxy-server',
        '--disable-background-networking',
        '--user-data-dir=/tmp/p',
      ]),
    );
    expect(switches.filter((name) => /debugging-(?:port|address)/.test(name))).toEqual([]);
  });

  it('keep the sandbox, save for root and where a switch says so', () => {
    expect(browserSwitches({ profile: '/tmp/p', sandbox: true })).not.toContain('--no-sandbox');
    expect(browserSwitches({ profile: '/tmp/p', sandbox: false })).toContain('--no-sandbox');
    expect(mayUseSandbox(1000, {})).toBe(true);
    expect(mayUseSandbox(undefined, {})).toBe(true);
    expect(mayUseSandbox(0, {})).toBe(false);
    expect(mayUseSandbox(1000, { XIANGBAO_BROWSER_NO_SANDBOX: '1' })).toBe(false);
  });
});
