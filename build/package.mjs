// `npm run package` shows what a package would hold; `npm run package -- --installers` makes this system's installers,
// which needs a machine with a network because electron-builder fetches its tools.
import { join } from 'node:path';
import { build } from 'electron-builder';
import { ensureBuilt } from './build-program.ts';
import { packWithStandIn } from './pack-check.ts';

const root = join(import.meta.dirname, '..');
await ensureBuilt({ root });
if (process.argv.includes('--installers')) {
  const made = await build({ projectDir: root, publish: 'never' });
  process.stdout.write(`${made.join('\n')}\n`);
} else {
  const packed = await packWithStandIn(root, join(root, '.cache', 'pack-check'));
  process.stdout.write(`${packed.files.join('\n')}\n`);
}
