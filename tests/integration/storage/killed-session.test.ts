/** A short run of `npm run faults -- kills`: sessions killed at moments of chance, on one workspace after the other. */
import { expect, test } from 'vitest';
import { prepareWorkspace } from '../../faults/damaged-workspace.ts';
import { runKill } from '../../faults/killed-session.ts';
import { foreseeable } from '../../support/foreseeable.ts';
import { temporaryFolder } from '../../support/workspace.ts';

test('what was told as saved is there after kill -9, the file whole and its backups too', {
  timeout: 180_000,
}, async () => {
  const folder = temporaryFolder();
  await prepareWorkspace(folder, foreseeable());
  let saved = 0;
  for (let seed = 1; seed <= 6; seed += 1) saved += await runKill(folder, seed);
  expect(saved).toBeGreaterThan(0);
});
