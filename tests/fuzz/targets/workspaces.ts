/** Workspace files that a person hands in or that were damaged: as the workspace itself, as a backup to go back to. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../../../src/main/core/app.ts';
import { lockFileName, workspaceFileName } from '../../../src/main/core/storage/open.ts';
import { planRecovery, recover } from '../../../src/main/core/storage/recovery/recover.ts';
import type { MethodName, MethodOutput } from '../../../src/shared/contract.ts';
import { prepareWorkspace } from '../../faults/damaged-workspace.ts';
import { foreseeable } from '../../support/foreseeable.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { type FuzzTarget, mustHold, type Verdict } from '../target.ts';

const dependencies = foreseeable();

async function withApp<T>(
  folder: string,
  work: (call: (method: MethodName, input: unknown) => Promise<unknown>) => Promise<T>,
) {
  const opened = await createApp({ ...dependencies(), workspaceFolder: folder });
  if (!opened.ok) return opened;
  try {
    return { ok: true as const, value: await work((method, input) => opened.value.call(method, input)) };
  } finally {
    opened.value.close();
  }
}

function backupIn(folder: string): string {
  const [name] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (each) => each.endsWith('.xbdb') && each !== workspaceFileName,
  );
  if (name === undefined) throw new Error('the workspace has no backup');
  return join(folder, name);
}

type Listed = { ok: true; value: MethodOutput<'backup.list'> };

/** The damaged file is a backup: it is told as damaged or gone back to whole, and the workspace is none the worse. */
async function restoreFrom(folder: string, bytes: Uint8Array): Promise<Verdict> {
  const backup = backupIn(folder);
  writeFileSync(backup, bytes);
  const restored = await withApp(folder, async (call) => {
    const before = JSON.stringify(await call('numbers.read', {}));
    const listed = (await call('backup.list', {})) as Listed;
    const [one] = listed.value.backups;
    mustHold(one !== undefined, 'a damaged backup is listed');
    const outcome = (await call('backup.restore', { id: one.id })) as { ok: boolean };
    mustHold(
      Buffer.compare(readFileSync(backup), bytes) === 0,
      'a backup is not changed by going back to it',
    );
    mustHold(outcome.ok === (one.state === 'good'), 'what is told of a backup holds when it is gone back to');
    if (!outcome.ok)
      mustHold(JSON.stringify(await call('numbers.read', {})) === before, 'a refused backup changes nothing');
    return outcome.ok;
  });
  mustHold(restored.ok, 'the workspace beside a damaged backup opens');
  const again = await withApp(folder, (call) => call('workspace.status', {}));
  mustHold(again.ok, 'the workspace opens again');
  return restored.value ? 'accepted' : 'refused';
}

/** The damaged file is the workspace: it is opened or refused, and a refused one stays as it is. */
async function open(folder: string, bytes: Uint8Array): Promise<Verdict> {
  const path = join(folder, workspaceFileName);
  writeFileSync(path, bytes);
  const opened = await withApp(folder, (call) => call('workspace.status', {}));
  if (opened.ok) return 'accepted';
  const unchanged = () => Buffer.compare(readFileSync(path), bytes) === 0;
  mustHold(unchanged(), 'a refused workspace is not changed by the attempt to open it');
  const { clock, holder } = dependencies();
  const plan = await planRecovery({ folder, clock, holder });
  mustHold(unchanged(), 'a plan for recovery changes nothing');
  if (!plan.ok) return 'refused';
  const kind = plan.value.salvage === null ? 'newest' : 'salvage';
  const recovered = await recover({ folder, clock, holder }, { kind });
  mustHold(recovered.ok, `what was planned can be done: ${recovered.ok ? '' : recovered.error.code}`);
  const kept = join(folder, recovered.value.asideName ?? '');
  mustHold(Buffer.compare(readFileSync(kept), bytes) === 0, 'the damaged file is kept as it was');
  const again = await withApp(folder, (call) => call('workspace.status', {}));
  mustHold(again.ok, 'a recovered workspace opens');
  return 'refused';
}

/** The damaged file is the lock beside the workspace: it holds nothing of anybody's, and keeps nobody out. */
async function openBeside(folder: string, bytes: Uint8Array): Promise<Verdict> {
  writeFileSync(join(folder, lockFileName), bytes);
  const opened = await withApp(folder, (call) => call('workspace.status', {}));
  mustHold(opened.ok, 'a damaged lock keeps nobody out');
  return 'accepted';
}

const errands: Readonly<Record<string, (folder: string, bytes: Uint8Array) => Promise<Verdict>>> = {
  'backup.xbdb': restoreFrom,
  'workspace.xbdb': open,
  'lock.xbdb-lock': openBeside,
};

export const workspaceTarget: FuzzTarget = {
  name: 'workspace',
  async prepare(root) {
    const source = join(root, 'source');
    mkdirSync(source);
    await prepareWorkspace(source, dependencies);
    const whole = new Uint8Array(readFileSync(join(source, workspaceFileName)));
    const backup = new Uint8Array(readFileSync(backupIn(source)));
    const lock = new Uint8Array(readFileSync(join(source, lockFileName)));
    const fileOf: Record<string, Uint8Array> = {
      'backup.xbdb': backup,
      'workspace.xbdb': whole,
      'lock.xbdb-lock': lock,
    };
    return {
      make(random) {
        const name = random.pick(Object.keys(fileOf));
        let bytes = fileOf[name] ?? whole;
        // The head and the schema's page are where the file says what it is.
        const head = random.chance(0.3) ? 100 : random.chance(0.3) ? 4096 : bytes.length;
        const changed = mutateBytes(bytes.subarray(0, head), random);
        bytes =
          head === bytes.length ? changed : new Uint8Array(Buffer.concat([changed, bytes.subarray(head)]));
        return { name, bytes: random.chance(0.02) ? (fileOf[name] ?? whole) : bytes };
      },
      async attempt({ name, bytes }) {
        const folder = mkdtempSync(join(root, 'run-'));
        try {
          cpSync(source, folder, { recursive: true });
          return await (errands[name] ?? open)(folder, bytes);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      },
    };
  },
};
