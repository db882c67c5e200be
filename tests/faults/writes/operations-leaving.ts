/** What leaves the workspace for a stick, each over an older one of the same name. */
import { join } from 'node:path';
import { done, failed, type Outcome } from '../../../src/shared/errors.ts';
import type { FaultOperation } from './operations.ts';
import { type Scene, theReport, writeBefore } from './scene.ts';

const target = (scene: Scene, name = '') => scene.dependencies.grants.grant(join(scene.stick, name));

async function exportDocx(scene: Scene): Promise<Outcome<unknown>> {
  const { report } = await theReport(scene);
  return scene.call('export.docx', {
    reportId: report.id,
    mode: 'draft',
    target: target(scene, '报告.docx'),
  });
}

async function submit(scene: Scene, form: 'folder' | 'zip'): Promise<Outcome<unknown>> {
  const { report } = await theReport(scene);
  const outcome = await scene.call('submission.write', {
    reportId: report.id,
    look: 'plain',
    mode: 'draft',
    form,
    documents: ['docx'],
    target: target(scene),
  });
  if (!outcome.ok) return outcome;
  const { failure } = outcome.value;
  return failure === null ? done(null) : failed(failure.code, failure.parameters);
}

async function copyBackup(scene: Scene): Promise<Outcome<unknown>> {
  const { backups } = await scene.must('backup.list', {});
  const [newest] = backups;
  if (newest === undefined) throw new Error('no backup was made');
  return scene.call('backup.copyTo', { id: newest.id, target: target(scene, '带走.xbdb') });
}

function leaving(name: string, act: FaultOperation['act'], extra: Partial<FaultOperation>): FaultOperation {
  return {
    name,
    async prepare(scene) {
      await writeBefore(scene, 'first', '上一份里的文字。');
      await scene.must('backup.make', {});
      const first = await act(scene);
      if (!first.ok) throw new Error(first.error.code);
      await writeBefore(scene, 'first', '这一份里的文字。');
      await scene.must('backup.make', {});
    },
    act,
    repeats: true,
    ...extra,
  };
}

export const leavingOperations: readonly FaultOperation[] = [
  leaving('copy', copyBackup, {}),
  leaving('docx', exportDocx, { mayHaveHappened: true }),
  leaving('submission', (scene) => submit(scene, 'folder'), {
    mayHaveHappened: true,
    recordsOfAttempts: ['export_record'],
  }),
  leaving('submissionZip', (scene) => submit(scene, 'zip'), {
    mayHaveHappened: true,
    recordsOfAttempts: ['export_record'],
  }),
];
