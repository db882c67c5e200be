// npm test: everything. The last line is alone and sums over the checks, the build and all tests.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks } from './checks.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'xiangbao-test-'));
const countsFile = join(scratch, 'counts.json');

function run(parameters) {
  const environment = { ...process.env, XIANGBAO_TEST_COUNTS: countsFile, XIANGBAO_NO_BROWSER: '1' };
  return (
    spawnSync(process.execPath, parameters, { cwd: root, stdio: 'inherit', env: environment }).status === 0
  );
}

const total = { passed: 0, failed: 0, skipped: 0 };
const add = (counts) => {
  for (const kind of Object.keys(total)) total[kind] += counts[kind] ?? 0;
};

try {
  process.stdout.write('Checks\n');
  add(runChecks());

  const built = run(['build/build.mjs']);
  process.stdout.write(` ${built ? '✓' : '✗'} build\n`);
  add(built ? { passed: 1 } : { failed: 1 });

  process.stdout.write('\nTests\n');
  const filters = process.argv.slice(2);
  const green = run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=./build/test-reporter.mjs',
    ...filters,
  ]);
  try {
    const counts = JSON.parse(readFileSync(countsFile, 'utf8'));
    // A run that failed without a failed test (a crash, no test found) is a failure all the same.
    add(green || counts.failed > 0 ? counts : { ...counts, failed: 1 });
  } catch {
    add({ failed: 1 });
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

process.exitCode = total.failed === 0 ? 0 : 1;
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
