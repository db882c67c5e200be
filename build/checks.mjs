// Format, lint and the type check of every layer: what must hold before any test runs.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const tool = (...words) => ({ command: process.execPath, parameters: words });

export const checks = [
  {
    name: 'format and lint',
    ...tool('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  },
  ...['src/shared', 'src/main', 'src/main/electron', 'src/renderer', 'tests'].map((layer) => ({
    name: `types of ${layer}`,
    ...tool('node_modules/typescript/bin/tsc', '-p', layer),
  })),
];

/** Runs all checks, printing each with its outcome; the output of a failed one follows it. Returns the counts. */
export function runChecks() {
  let passed = 0;
  let failed = 0;
  for (const { name, command, parameters } of checks) {
    const result = spawnSync(command, parameters, { cwd: root, encoding: 'utf8' });
    const ok = result.status === 0;
    if (ok) passed += 1;
    else failed += 1;
    process.stdout.write(` ${ok ? '✓' : '✗'} ${name}\n`);
    if (!ok) process.stdout.write(`${result.stdout}${result.stderr}\n`);
  }
  return { passed, failed };
}
