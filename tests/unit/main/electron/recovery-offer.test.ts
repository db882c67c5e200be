import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { planRecovery, recover } from '../../../../src/main/core/storage/recovery/recover.ts';
import { type DesktopSurroundings, startDesktop } from '../../../../src/main/electron/desktop.ts';
import { openDesktopProgram } from '../../../../src/main/electron/desktop-program.ts';
import { locateFile } from '../../../../src/main/node/locate-file.ts';
import { programFolders } from '../../../../src/main/node/program-folders.ts';
import { unsavedOf } from '../../../../src/main/node/recovery-choice.ts';
import { createResourceFolder } from '../../../../src/main/node/resource-folder.ts';
import { createTranslate } from '../../../../src/main/node/translate.ts';
import { openTestApp, resourcesFolder, testDependencies } from '../../../support/workspace.ts';
import { fakeElectron } from './fake-electron.ts';

const folders = programFolders(join(import.meta.dirname, '../../../../src/main/electron'), () => false);

/** A workspace with the sample and its backup, then cut in the middle. */
async function cutWorkspace(): Promise<string> {
  const app = await openTestApp();
  await app.call('sample.open', {});
  await app.call('backup.make', {});
  app.app.close();
  truncateSync(join(app.folder, '资料库.xbdb'), 50_000);
  return app.folder;
}

async function start(folder: string, pressed: number) {
  const userData = mkdtempSync(join(tmpdir(), 'user-data-'));
  onTestFinished(() => rmSync(userData, { recursive: true, force: true }));
  const electron = fakeElectron({ userData, pressed });
  const { clock, holder } = testDependencies();
  const options = { folder, clock, holder };
  const surroundings: DesktopSurroundings = {
    platform: 'linux',
    launch: { kind: 'window', files: [] },
    usualFolder: folder,
    locate: locateFile,
    workspaceFileOf: (of) => join(of, '资料库.xbdb'),
    preload: '/program/preload.cjs',
    translateFor: () => createTranslate(createResourceFolder(resourcesFolder), 'zh-CN'),
    listRendererFiles: () => new Map(),
    openProgram: (workspaceFolder, dialogs, translate, pdf) =>
      openDesktopProgram({
        folders,
        workspaceFolder,
        temporaryRoot: tmpdir(),
        dialogs,
        translate,
        pdf,
      }),
    recovery: () => ({
      plan: () => planRecovery(options),
      unsaved: () => unsavedOf(folder, []),
      recover: (from) => recover(options, from),
    }),
  };
  await startDesktop(electron.parts, surroundings);
  onTestFinished(() => {
    electron.events.emit('will-quit');
  });
  return electron;
}

it('tells what a backup would bring back, uses it, and opens the window', async () => {
  const folder = await cutWorkspace();
  const electron = await start(folder, 1);
  const [question] = electron.questions;
  expect(question?.buttons?.slice(0, 2)).toEqual(['什么也不改', '用最近的备份']);
  expect(question?.detail).toMatch(/报告 \d+ 份，\d+ 章，\d+ 字/);
  expect(question?.detail).not.toMatch(/\{\{|recovery\./);
  expect([question?.defaultId, question?.cancelId]).toEqual([0, 0]);
  expect(electron.errorBoxes).toEqual([]);
  expect(electron.windows).toHaveLength(1);
  expect(readdirSync(folder).some((name) => /^资料库-损坏-.*\.xbdb$/.test(name))).toBe(true);
});

it('changes nothing and ends when that is what the person wants', async () => {
  const folder = await cutWorkspace();
  const electron = await start(folder, 0);
  expect(electron.windows).toEqual([]);
  expect(electron.exitCodes).toEqual([3]);
  expect(electron.errorBoxes[0]?.[1]).toContain('原文件没有被改动');
  expect(readdirSync(folder).some((name) => name.startsWith('资料库-损坏'))).toBe(false);
});
