// `npm run package:desktop -- win-x64` makes the packages of one target; without a target it names them. Needs a network
// the first time, or the files of docs/packaging.md. A machine with Linux x64 makes all of them.
import { join } from 'node:path';
import { build } from 'electron-builder';
import { writeBillOfMaterials } from './bill-of-materials.ts';
import { ensureBuilt } from './build-program.ts';
import {
  builderConfiguration,
  builderTargets,
  desktopTargetNames,
  desktopTargets,
  isDesktopTarget,
} from './desktop-targets.ts';

const root = join(import.meta.dirname, '..');
const [name = ''] = process.argv.slice(2);
if (isDesktopTarget(name)) {
  try {
    await ensureBuilt({ root });
    writeBillOfMaterials(root, join(root, '.cache', 'bill-of-materials', 'desktop'), 'desktop');
    const target = desktopTargets[name];
    const made = await build({
      projectDir: root,
      targets: builderTargets(target, target.kinds),
      publish: 'never',
      config: builderConfiguration(root, target),
    });
    process.stdout.write(`${made.join('\n')}\n`);
  } catch (error) {
    process.stderr.write(
      `${name}: not made: ${error.message}\ndocs/packaging.md lists what has to be fetched.\n`,
    );
    process.exitCode = 1;
  }
} else {
  process.stderr.write(`npm run package:desktop -- ${desktopTargetNames.join(' | ')}\n`);
  process.exitCode = 2;
}
