/** How the browser is started: without a window, a network, a profile of anybody, or a door of its own. */

/**
 * `--remote-debugging-pipe` speaks over file descriptors 3 and 4, so that no port is opened. The switches that forbid the
 * network are those of the desktop window as well.
 */
const switches: readonly string[] = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-client-side-phishing-detection',
  '--disable-field-trial-config',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-breakpad',
  '--password-store=basic',
  '--use-mock-keychain',
  '--mute-audio',
  '--hide-scrollbars',
  // Printing needs no graphics card, and the shared memory of a small machine may be too small for a long page.
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--lang=zh-CN',
];

export interface SwitchOptions {
  /** A folder of this start alone. */
  profile: string;
  /** Chromium refuses to start as root with its sandbox. */
  sandbox: boolean;
}

export function browserSwitches({ profile, sandbox }: SwitchOptions): string[] {
  return [...switches, `--user-data-dir=${profile}`, ...(sandbox ? [] : ['--no-sandbox'])];
}

/** The administrator's switch for machines whose kernel forbids the sandbox. */
export const noSandboxVariable = 'XIANGBAO_BROWSER_NO_SANDBOX';

export function mayUseSandbox(
  userId: number | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return userId !== 0 && environment[noSandboxVariable] !== '1';
}
