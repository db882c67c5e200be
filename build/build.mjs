import { join } from 'node:path';
import { ensureBuilt } from './build-program.ts';

try {
  const built = await ensureBuilt({ root: join(import.meta.dirname, '..') });
  process.stdout.write(built ? 'dist: built\n' : 'dist: up to date\n');
} catch (error) {
  process.stderr.write(`dist: not built: ${error.message}\n`);
  process.exitCode = 1;
}
