import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The Electron binary of the installed package, or of `ELECTRON_OVERRIDE_DIST_PATH`; `null` where it is absent. */
export function findElectron(
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : null;
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH;
  const candidates = override
    ? [join(override, name ?? (process.platform === 'win32' ? 'electron.exe' : 'electron'))]
    : name === null
      ? []
      : [join(folder, 'dist', name)];
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}

/**
 * Lets Electron's own script fetch the binary, silently. Resolves when it is there, when it cannot be fetched (without a
 * network within a second), or after `patienceMilliseconds`; never rejects.
 */
export function fetchElectron(root: string, patienceMilliseconds: number): Promise<void> {
  const script = join(root, 'node_modules', 'electron', 'install.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], {
      cwd: root,
      stdio: 'ignore',
      timeout: patienceMilliseconds,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}
