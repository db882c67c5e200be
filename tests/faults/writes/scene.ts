/** A place where an operation happens: a workspace, a stick beside it, and a program whose answers are the same each time. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createApp } from '../../../src/main/core/app.ts';
import type { AppDependencies } from '../../../src/main/core/ports.ts';
import { workspaceFileName } from '../../../src/main/core/storage/open.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../src/shared/contract.ts';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import type { Chapter, Report } from '../../../src/shared/domain/model.ts';
import type { Outcome } from '../../../src/shared/errors.ts';
import { foreseeable } from '../../support/foreseeable.ts';

export interface Places {
  root: string;
  /** Of the workspace. */
  folder: string;
  stick: string;
}

export function placesIn(root: string): Places {
  return { root, folder: join(root, '资料库'), stick: join(root, '优盘') };
}

export interface Scene extends Places {
  dependencies: AppDependencies;
  /** From now on ids begin with these letters and count anew, however many were used up before. */
  nameIds(letters: string): void;
  /** Opens the workspace, once: where it is open already that one is answered. */
  open(): Promise<Outcome<App>>;
  close(): void;
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Outcome<MethodOutput<M>>>;
  /** The value of a call that must succeed. */
  must<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
}

/** Hours after the preparation, so that what is due by the clock is due. */
export function sceneIn(
  root: string,
  { ids = 'made', hour = 9 }: { ids?: string; hour?: number } = {},
): Scene {
  const places = placesIn(root);
  mkdirSync(places.stick, { recursive: true });
  let letters = ids;
  let count = 0;
  const dependencies: AppDependencies = {
    ...foreseeable()(),
    clock: { now: () => new Date(Date.UTC(2025, 0, 7, hour)) },
    newId: () => {
      count += 1;
      return `${letters}-${String(count).padStart(4, '0')}`;
    },
  };
  let app: App | null = null;
  const scene: Scene = {
    ...places,
    dependencies,
    nameIds(next) {
      letters = next;
      count = 0;
    },
    async open() {
      if (app !== null) return { ok: true, value: app };
      const opened = await createApp({ ...dependencies, workspaceFolder: places.folder });
      if (opened.ok) app = opened.value;
      return opened;
    },
    close() {
      const closing = app;
      app = null;
      closing?.close();
    },
    async call<M extends MethodName>(method: M, input: MethodInput<M>) {
      const opened = await scene.open();
      if (!opened.ok) return opened;
      return (await opened.value.call(method, input)) as Outcome<MethodOutput<M>>;
    },
    async must(method, input) {
      const outcome = await scene.call(method, input);
      if (!outcome.ok) throw new Error(`${method}: ${JSON.stringify(outcome.error)}`);
      return outcome.value;
    },
  };
  return scene;
}

/** The newest report and its chapters; the sample's where the workspace is still empty. */
export async function theReport(scene: Scene): Promise<{ report: Report; chapters: Chapter[] }> {
  const { reports } = await scene.must('workspace.status', {});
  const [first] = reports;
  const id = first?.id ?? (await scene.must('sample.open', {})).reportId;
  return scene.must('report.read', { id });
}

/** What a person writes into the chapter: the first, or the last. */
export async function write(scene: Scene, place: 'first' | 'last', words: string): Promise<Outcome<unknown>> {
  const { chapters } = await theReport(scene);
  const chapter = chapters.at(place === 'first' ? 0 : -1);
  if (chapter === undefined) throw new Error('the report has no chapter');
  const { id, revision } = chapter;
  return scene.call('chapter.saveBody', { id, revision, body: documentFromTexts([words]) });
}

/** Throws where it does not succeed: for what is there before an operation. */
export async function writeBefore(scene: Scene, place: 'first' | 'last', words: string): Promise<void> {
  const outcome = await write(scene, place, words);
  if (!outcome.ok) throw new Error(outcome.error.code);
}

/** Ends the program as a crash would: everything written since the file was opened stands in the log beside it. */
export function crash(scene: Scene): void {
  const path = join(scene.folder, workspaceFileName);
  const files = [path, `${path}-wal`].map((file) => [file, readFileSync(file)] as const);
  scene.close();
  for (const [file, bytes] of files) writeFileSync(file, bytes);
  rmSync(`${path}-closed`);
}
