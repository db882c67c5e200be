/** Which calls stand in 使用记录, and what of them: never a text, a name of a file, a path, or a password. */
import type { MethodName, MethodOutput, ParsedInput } from '../../../shared/contract.ts';
import type { Activity } from '../../../shared/domain/activity/activity.ts';

export interface Noted extends Omit<Activity, 'at' | 'door' | 'version' | 'failure' | 'place' | 'label'> {
  /** Of a call that succeeded and tells of a failure in its answer. */
  failure?: Activity['failure'];
  /** The report whose year is told. */
  reportId?: string;
  /** The grant that was written to, or what else it was. */
  target?: { grant: string } | 'exports' | 'download';
}

type NotedMethods = {
  /** `output` is null where the call failed. Null for what is only a question. */
  [M in MethodName]?: (input: ParsedInput<M>, output: MethodOutput<M> | null) => Noted | null;
};

function targetOf(grant: string | null): NonNullable<Noted['target']> {
  return grant === null ? 'exports' : { grant };
}

export const notedMethods = {
  'export.docx': ({ reportId, look, mode, target }) => ({
    kind: 'exported',
    reportId,
    look,
    mode,
    target: targetOf(target),
  }),
  'submission.write': ({ reportId, look, mode, target, password }, output) => ({
    kind: 'submitted',
    failure: output?.failure?.code ?? null,
    reportId,
    look,
    mode,
    target: targetOf(target),
    protected: password !== null,
  }),
  'exchange.issue': ({ year, officeIds, folder }) => ({
    kind: 'issued',
    year,
    count: officeIds.length,
    target: targetOf(folder),
  }),
  'backup.make': () => ({ kind: 'backedUp' }),
  'backup.copyTo': ({ target, password }) => ({
    kind: 'copied',
    target: target === null && password === null ? 'download' : targetOf(target),
    protected: password !== null,
  }),
  'backup.restore': () => ({ kind: 'restored', from: 'backup' }),
  'backup.restoreCopy': ({ password }) => ({
    kind: 'restored',
    from: 'copy',
    protected: password !== null,
  }),
  'history.restore': (_input, output) => ({
    kind: 'restored',
    from: 'history',
    ...(output !== null && { year: output.content.report.year }),
  }),
  'submission.verify': (_input, output) => {
    const failures = output?.submissions.flatMap(({ failure }) => failure?.code ?? []) ?? [];
    if (failures.includes('protection.needsPassword')) return null;
    return {
      kind: 'verified',
      failure: failures[0] ?? null,
      ...(output !== null && { count: output.submissions.length, whole: output.ok }),
    };
  },
  'submission.unpack': ({ target }) => ({ kind: 'unpacked', protected: true, target: targetOf(target) }),
} satisfies NotedMethods;
