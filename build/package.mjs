// `npm run package [-- TARGET]` shows what a package would hold. No network is needed; no installer is made.
import { join } from 'node:path';
import { ensureBuilt } from './build-program.ts';
import { isDesktopTarget } from './desktop-targets.ts';
import { packWithStandIn } from './pack-check.ts';

const root = join(import.meta.dirname, '..');
const [name = 'linux-x64'] = process.argv.slice(2);
if (!isDesktopTarget(name)) throw new Error(`unknown target: ${name}`);
await ensureBuilt({ root });
const packed = await packWithStandIn(root, join(root, '.cache', 'pack-check'), name);
process.stdout.write(`${packed.files.join('\n')}\n`);
