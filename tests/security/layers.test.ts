/** A deliberate violation of each layer's rule is caught by the very configuration that `npm test` lints with. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, sourceFiles } from './imports.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-'));
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  writeFileSync(join(folder, '.gitignore'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(path: string, imported: string) {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, `import { thing } from '${imported}';\n\nexport const kept = thing;\n`);
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const run = spawnSync(process.execPath, [biome, 'lint', '--vcs-enabled=false', path], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(full);
  return { status: run.status, output: run.stdout + run.stderr };
}

describe('layers', () => {
  it.each([
    ['src/shared/domain/violation.ts', '../../main/core/app.ts'],
    ['src/shared/violation.ts', '../renderer/main.tsx'],
    ['src/shared/violation.ts', 'node:fs'],
    ['src/shared/violation.ts', 'electron'],
    ['src/shared/violation.ts', 'better-sqlite3'],
    ['src/main/core/violation.ts', 'electron'],
    ['src/main/core/violation.ts', '../http/door.ts'],
    ['src/main/core/handlers/violation.ts', '../../cli/run.ts'],
    ['src/main/core/violation.ts', '../node/dispatch.ts'],
    ['src/main/core/violation.ts', '../electron/desktop.ts'],
    ['src/main/core/violation.ts', 'node:http'],
    ['src/main/core/violation.ts', 'node:net'],
    ['src/main/node/violation.ts', 'electron'],
    ['src/main/node/violation.ts', '../http/door.ts'],
    ['src/main/node/violation.ts', '../cli/run.ts'],
    ['src/main/http/violation.ts', 'electron'],
    ['src/main/http/violation.ts', '../cli/run.ts'],
    ['src/main/electron/violation.ts', '../http/door.ts'],
    ['src/main/electron/violation.ts', '../cli/session.ts'],
    ['src/main/electron/violation.ts', '../../renderer/main.tsx'],
    ['src/main/http/violation.ts', '../electron/desktop.ts'],
    ['src/main/cli/violation.ts', '../../renderer/main.tsx'],
    ['src/renderer/violation.ts', '../main/core/app.ts'],
    ['src/renderer/features/write/violation.ts', '../../../main/node/dispatch.ts'],
    ['src/renderer/violation.ts', 'electron'],
    ['src/renderer/violation.ts', 'node:fs'],
  ])('%s may not import %s', (path, imported) => {
    const { status, output } = lint(path, imported);
    expect(output).toContain('noRestrictedImports');
    expect(status).not.toBe(0);
  });

  it.each([
    ['src/shared/domain/allowed.ts', '../contract.ts'],
    ['src/main/core/allowed.ts', '../../shared/errors.ts'],
    ['src/main/http/allowed.ts', '../node/dispatch.ts'],
    ['src/main/electron/allowed.ts', 'electron'],
    ['src/main/cli/allowed.ts', '../http/door.ts'],
    ['src/renderer/allowed.ts', '../shared/contract.ts'],
  ])('%s may import %s', (path, imported) => {
    expect(lint(path, imported).output).not.toContain('noRestrictedImports');
  });

  it('electron is imported in src/main/electron alone', () => {
    const users = sourceFiles().filter((file) => file.imports.includes('electron'));
    expect(users.length).toBeGreaterThan(0);
    expect(
      users.filter((file) => !file.path.startsWith('src/main/electron/')).map((file) => file.path),
    ).toEqual([]);
  });

  it('only main.ts and the preload import more than types from electron', () => {
    const users = sourceFiles().filter((file) => /^import \{[^}]*\} from 'electron';$/m.test(file.text));
    expect(users.map((file) => file.path).sort()).toEqual([
      'src/main/electron/main.ts',
      'src/main/electron/preload.ts',
    ]);
  });
});
