// `npm run test:electron`: the end-to-end journeys in a real Electron, where its binary is there.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './build-program.ts';
import { chooseDoor } from './choose-door.ts';
import { findElectron } from './electron-binary.ts';

const reasons = {
  asked: 'XIANGBAO_DOOR=http is set',
  electronAbsent: 'its binary is not here',
  noDisplay: 'there is no display',
  root: 'it has no sandbox when run as root',
};
const root = join(import.meta.dirname, '..');
const door = chooseDoor({
  platform: process.platform,
  environment: process.env,
  userId: process.getuid?.(),
  electron: findElectron(root, process.env),
});

if (door.kind === 'browser') {
  process.stdout.write(`The journeys in Electron were not run: ${reasons[door.reason]}.\n`);
} else {
  await ensureBuilt({ root });
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, XIANGBAO_E2E_DOOR: 'electron' } },
  );
  process.exitCode = status ?? 1;
}
