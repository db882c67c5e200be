/** Looks at what a run left, without any fault, as the next start of the program would. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { findDamagedAttachments } from '../../../src/main/core/storage/integrity/attachment-digests.ts';
import { inspectContent } from '../../../src/main/core/storage/integrity/inspect.ts';
import { quoted, readTables } from '../../../src/main/core/storage/integrity/tables.ts';
import { migrations } from '../../../src/main/core/storage/migrations/index.ts';
import { workspaceFileName } from '../../../src/main/core/storage/open.ts';
import { nodeDeviceFiles } from '../../../src/main/core/submission/device-files.ts';
import { verifyAt } from '../../../src/main/core/submission/verify.ts';
import type { FaultOperation } from './operations.ts';
import { type Places, sceneIn } from './scene.ts';

export interface Remains {
  /** Of each table its rows as text; bytes by their sum. */
  rows: Record<string, string>;
  /** SHA-256 of each file on the stick, by its path there. */
  stick: Record<string, string>;
}

export type Told = 'done' | 'failed' | 'killed';

/** One row that a new workspace draws by chance. */
const randomTable = 'workspace_identity';
const temporaryName = /^\.xiangbao-.*\.tmp/;

function textOf(value: unknown): unknown {
  return value instanceof Uint8Array ? hash('sha256', value) : value;
}

/** Of the open workspace, which must be whole to its last row. */
function readRows(path: string): Record<string, string> {
  const connection = new Database(path, { readonly: true });
  try {
    deepStrictEqual(inspectContent(connection, migrations, 'whole'), null, 'damaged');
    deepStrictEqual(findDamagedAttachments(connection), []);
    return Object.fromEntries(
      readTables(connection)
        .filter(({ name }) => name !== randomTable)
        .map(({ name, key }) => {
          const order = key.map(quoted).join(', ');
          const rows = connection
            .prepare<[], unknown[]>(`SELECT * FROM ${quoted(name)} ORDER BY ${order}`)
            .raw();
          return [
            name,
            rows
              .all()
              .map((row) => JSON.stringify(row.map(textOf)))
              .join('\n'),
          ];
        }),
    );
  } finally {
    connection.close();
  }
}

function readTree(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), hash('sha256', readFileSync(path))]),
  );
}

function leftovers(folders: readonly string[]): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).filter((name) => temporaryName.test(name)));
}

/**
 * Opens the workspace (by recovery where it is refused and the operation is about that), reads all of it, lets the
 * operation's own judge look, and tidies the stick the way the program does. Throws where a law is broken.
 */
export async function judge(places: Places, operation: FaultOperation, told: Told): Promise<Remains> {
  const { folder, stick } = places;
  const scene = sceneIn(places.root, { ids: 'judge' });
  try {
    let opened = await scene.open();
    if (!opened.ok && operation.recover !== undefined) {
      const recovered = await operation.recover(scene);
      ok(recovered.ok, recovered.ok ? '' : `no recovery: ${recovered.error.code}`);
      opened = await scene.open();
    }
    ok(opened.ok, opened.ok ? '' : `does not open: ${JSON.stringify(opened.error)}`);
    deepStrictEqual(leftovers([folder, join(folder, '备份'), join(folder, '导出')]), [], 'left behind');
    const rows = readRows(join(folder, workspaceFileName));
    await operation.judge?.(scene, told);
    // What an interrupted submission had put aside gets its name back.
    await verifyAt(nodeDeviceFiles, stick);
    return { rows, stick: readTree(stick) };
  } finally {
    scene.close();
  }
}

/** The operation once more, days later on a disk that is well: it must succeed, and leave nothing of the first attempt. */
export async function judgeAgain(places: Places, operation: FaultOperation): Promise<void> {
  const scene = sceneIn(places.root, { ids: 'again', hour: 12 });
  const longAgo = Date.now() / 1000 - 7 * 86_400;
  for (const name of leftovers([places.stick])) utimesSync(join(places.stick, name), longAgo, longAgo);
  try {
    const again = await operation.act(scene);
    ok(again.ok, again.ok ? '' : `again: ${again.error.code}`);
    deepStrictEqual(leftovers([places.stick]), [], 'left behind on the stick');
    const names = readdirSync(places.stick).filter((name) => /\.(正在写|上一份)$/.test(name));
    deepStrictEqual(names, [], 'left behind on the stick');
  } finally {
    scene.close();
  }
}
