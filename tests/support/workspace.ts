/** A real core on a real file in a fresh folder, with a clock and ids that a test can foresee. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, createApp } from '../../src/main/core/app.ts';
import type { AppDependencies } from '../../src/main/core/ports.ts';
import type { StorageFiles } from '../../src/main/core/storage/backups/storage-files.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src/shared/contract.ts';
import type { Failure } from '../../src/shared/errors.ts';
import { foreseeable } from './foreseeable.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xiangbao-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export { resourcesFolder } from './foreseeable.ts';

export function testDependencies(): AppDependencies {
  return foreseeable()();
}

export interface TestApp {
  app: App;
  folder: string;
  dependencies: AppDependencies;
  /** The value of a call that must succeed. */
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** The failure of a call that must fail. */
  fail(method: MethodName, input: unknown): Promise<Failure>;
}

export async function openTestApp(
  folder: string = temporaryFolder(),
  overrides: Partial<AppDependencies & { files: StorageFiles }> = {},
): Promise<TestApp> {
  const dependencies = { ...testDependencies(), ...overrides };
  const opened = await createApp({ ...dependencies, workspaceFolder: folder });
  if (!opened.ok) throw new Error(`the workspace did not open: ${JSON.stringify(opened.error)}`);
  const app = opened.value;
  onTestFinished(() => app.close());
  return {
    app,
    folder,
    dependencies,
    async call<M extends MethodName>(method: M, input: MethodInput<M>) {
      const outcome = await app.call(method, input);
      if (!outcome.ok) throw new Error(`${method}: ${JSON.stringify(outcome.error)}`);
      return outcome.value as MethodOutput<M>;
    },
    async fail(method, input) {
      const outcome = await app.call(method, input);
      if (outcome.ok) throw new Error(`${method} succeeded`);
      return outcome.error;
    },
  };
}
