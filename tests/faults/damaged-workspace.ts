/**
 * One run: a workspace with its backup, its file damaged by chance. Either the program opens it and everything in it is
 * as it was written, or it refuses, the bytes stay, and both ways of recovery lead to a workspace that opens.
 */

import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/main/core/app.ts';
import type { AppDependencies } from '../../src/main/core/ports.ts';
import { workspaceFileName } from '../../src/main/core/storage/open.ts';
import { planRecovery, recover } from '../../src/main/core/storage/recovery/recover.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src/shared/contract.ts';
import { documentFromTexts } from '../../src/shared/domain/document.ts';
import { damageFile } from './damage.ts';

export type Dependencies = () => AppDependencies;

async function open(folder: string, dependencies: Dependencies): Promise<App> {
  const opened = await createApp({ ...dependencies(), workspaceFolder: folder });
  if (!opened.ok) throw new Error(`did not open: ${opened.error.code}`);
  return opened.value;
}

async function call<M extends MethodName>(
  app: App,
  method: M,
  input: MethodInput<M>,
): Promise<MethodOutput<M>> {
  const outcome = await app.call(method, input);
  if (!outcome.ok) throw new Error(`${method}: ${outcome.error.code}`);
  return outcome.value as MethodOutput<M>;
}

/** Everything that a person has written, as the program shows it. */
async function contentsOf(app: App) {
  const status = await call(app, 'workspace.status', {});
  const reports = [];
  for (const { id } of status.reports) {
    reports.push({
      content: await call(app, 'report.read', { id }),
      promises: await call(app, 'promise.list', { reportId: id }),
      attachments: await call(app, 'report.attachments', { id }),
    });
  }
  return {
    organization: status.organization,
    cards: status.reports,
    reports,
    numbers: await call(app, 'numbers.read', {}),
  };
}

/** A workspace with the sample, a backup of it, and a text written since. `backup` is the state of the backup. */
export async function prepareWorkspace(folder: string, dependencies: Dependencies) {
  const app = await open(folder, dependencies);
  const { reportId } = await call(app, 'sample.open', {});
  await call(app, 'backup.make', {});
  const backup = await contentsOf(app);
  const { chapters } = await call(app, 'report.read', { id: reportId });
  const last = chapters.at(-1);
  ok(last);
  const body = documentFromTexts(['备份之后才写的一段文字，只在资料库里。']);
  await call(app, 'chapter.saveBody', { id: last.id, revision: last.revision, body });
  const written = await contentsOf(app);
  app.close();
  return { backup, written };
}

export type Prepared = Awaited<ReturnType<typeof prepareWorkspace>>;
export type RunOutcome = 'harmless' | 'refused as newer' | 'backup' | 'backup and salvage';

const refusals = [
  'workspace.damaged',
  'workspace.notDatabase',
  'workspace.newer',
  'storage.readOnly',
  'storage.failed',
];

/** Restored chapters have higher revisions; all else is the backup's. */
function withoutRevisions(contents: Prepared['backup']): unknown {
  return JSON.parse(JSON.stringify(contents, (key, value: unknown) => (key === 'revision' ? 0 : value)));
}

/** Throws where anything was lost silently or the program failed; `source` is left as it is. */
export async function runDamage(
  source: string,
  prepared: Prepared,
  seed: number,
  dependencies: Dependencies,
): Promise<{ damage: string; outcome: RunOutcome }> {
  const folder = mkdtempSync(join(tmpdir(), 'xiangbao-faults-'));
  const path = join(folder, workspaceFileName);
  try {
    cpSync(source, folder, { recursive: true });
    const damage = damageFile(path, seed);
    const damaged = readFileSync(path);
    const opened = await createApp({ ...dependencies(), workspaceFolder: folder });
    if (opened.ok) {
      const contents = await contentsOf(opened.value);
      opened.value.close();
      deepStrictEqual(contents, prepared.written, 'opened as if whole, with other contents');
      return { damage, outcome: 'harmless' };
    }
    ok(refusals.includes(opened.error.code), `refused with ${opened.error.code}`);
    deepStrictEqual(readFileSync(path), damaged, 'the refused file was changed');
    if (opened.error.code === 'workspace.newer') return { damage, outcome: 'refused as newer' };
    const outcome = await recoverBothWays(folder, damaged, prepared, dependencies);
    return { damage, outcome };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function recoverBothWays(
  folder: string,
  damaged: Buffer,
  prepared: Prepared,
  dependencies: Dependencies,
): Promise<RunOutcome> {
  const { clock, holder } = dependencies();
  const plan = await planRecovery({ folder, clock, holder });
  ok(plan.ok, `no plan: ${plan.ok ? '' : plan.error.code}`);
  const outcome: RunOutcome = plan.value.salvage === null ? 'backup' : 'backup and salvage';
  const toldLosses = (plan.value.salvage?.tables ?? []).reduce(
    (sum, { older, doubtful, lost }) => sum + older + doubtful + lost,
    0,
  );
  for (const from of plan.value.salvage === null ? (['newest'] as const) : (['newest', 'salvage'] as const)) {
    const copy = mkdtempSync(join(tmpdir(), 'xiangbao-faults-'));
    try {
      cpSync(folder, copy, { recursive: true });
      const recovered = await recover({ folder: copy, clock, holder }, { kind: from });
      ok(recovered.ok, `${from}: ${recovered.ok ? '' : recovered.error.code}`);
      const aside = readdirSync(copy).filter((name) => /^资料库-损坏-.*\.xbdb$/.test(name));
      strictEqual(aside.length, 1);
      deepStrictEqual(
        readFileSync(join(copy, aside[0] ?? '')),
        damaged,
        'the damaged file was not kept as it was',
      );
      const app = await open(copy, dependencies);
      const contents = await contentsOf(app);
      app.close();
      if (from === 'newest') deepStrictEqual(withoutRevisions(contents), withoutRevisions(prepared.backup));
      else if (toldLosses === 0) {
        deepStrictEqual(contents, prepared.written, 'a salvage that told of no loss lost something');
      }
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
  return outcome;
}
