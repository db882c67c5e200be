import { join, resolve } from 'node:path';
import type { VerifiedSubmission } from '../../../shared/contract.ts';
import { nodeDeviceFiles } from '../../core/submission/device-files.ts';
import { verifyAt } from '../../core/submission/verify.ts';
import { failureSentence, type Translate } from '../../node/translate.ts';
import type { Command } from '../command.ts';

interface VerifiedFile {
  path: string;
  ok: boolean;
  /** A sentence; null where nothing is wrong. */
  reason: string | null;
}

function filesOf({ path, files, failure }: VerifiedSubmission, translate: Translate): VerifiedFile[] {
  if (failure !== null) return [{ path, ok: false, reason: failureSentence(translate, failure) }];
  return files.map(({ name, ok, reason }) => ({
    path: join(path, name),
    ok,
    reason: reason === null ? null : translate(`submission:problem.${reason}`),
  }));
}

/** Needs no workspace: whoever receives a submission has none. */
export const verify: Command = {
  name: 'verify',
  positionals: ['PATH'],
  options: {},
  async run({ positionals }, { translate }) {
    const path = resolve(positionals[0] ?? '');
    const verified = await verifyAt(nodeDeviceFiles, path);
    const submissions = verified.ok ? verified.value.submissions : [];
    const files = verified.ok
      ? submissions.flatMap((submission) => filesOf(submission, translate))
      : [{ path, ok: false, reason: failureSentence(translate, verified.error) }];
    const ok = verified.ok && verified.value.ok;
    const numbers = submissions.flatMap((submission) => submission.numbers ?? []);
    const places = numbers.flatMap((one) => one.places);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const summary = {
      checked: sum(numbers.map((one) => one.checked)),
      unequal: sum(numbers.map((one) => one.unequal)),
    };
    const lines = [
      translate(ok ? 'cli:verify.whole' : 'cli:verify.broken', {
        files: files.length,
        bad: files.filter((file) => !file.ok).length,
        ...summary,
      }),
      ...submissions.flatMap(({ about, name }) => (about === null ? [] : [`  ${name}：${about.title}`])),
      ...files.flatMap((file) => (file.reason === null ? [] : [`  ${file.path}\n    ${file.reason}`])),
      ...places.map(({ heading, name, year, text, printed }) =>
        translate('cli:verify.number', { heading, name, year, text, printed: printed ?? '' }),
      ),
    ];
    return {
      exitCode: ok ? 0 : 1,
      json: {
        ok,
        files,
        numbers: { ...summary, places },
        submissions: submissions.map(({ name, ok: whole, about, restored }) => ({
          name,
          ok: whole,
          about,
          restored,
        })),
      },
      text: lines.join('\n'),
    };
  },
};
