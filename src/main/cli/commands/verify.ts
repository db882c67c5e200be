import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { VerifiedSubmission } from '../../../shared/contract.ts';
import { nodeDeviceFiles } from '../../core/submission/device-files.ts';
import { unpackSubmission } from '../../core/submission/unpack.ts';
import { verifyAt } from '../../core/submission/verify.ts';
import { createDrives } from '../../node/drives/drives.ts';
import { failureSentence, type Translate } from '../../node/translate.ts';
import { type Command, CommandFailure } from '../command.ts';
import { passwordOption, passwordToOpen } from '../password.ts';

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

/** The folder of plain files, made in `to`. */
async function unpack(path: string, password: string | null, to: string): Promise<string> {
  const folder = resolve(to);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new CommandFailure({ code: 'file.writeFailed', parameters: { name: folder } });
  }
  const place = { path, password, folder, folderName: basename(folder) };
  const unpacked = await unpackSubmission(nodeDeviceFiles, createDrives(), place);
  if (!unpacked.ok) throw new CommandFailure(unpacked.error);
  return unpacked.value.path;
}

/** Needs no workspace: whoever receives a submission has none. With `--unpack` a protected one becomes plain files. */
export const verify: Command = {
  name: 'verify',
  positionals: ['PATH'],
  options: { ...passwordOption, unpack: { type: 'string' } },
  async run(input, surroundings) {
    const { translate } = surroundings;
    const { positionals } = input;
    const password = passwordToOpen(input, surroundings);
    const path = resolve(positionals[0] ?? '');
    const verified = await verifyAt(nodeDeviceFiles, path, password);
    const submissions = verified.ok ? verified.value.submissions : [];
    const files = verified.ok
      ? submissions.flatMap((submission) => filesOf(submission, translate))
      : [{ path, ok: false, reason: failureSentence(translate, verified.error) }];
    const ok = verified.ok && verified.value.ok;
    const to = input.text('unpack');
    const unpacked = to === undefined || !ok ? null : await unpack(path, password, to);
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
      ...(unpacked === null ? [] : [translate('cli:verify.unpacked', { path: unpacked })]),
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
        // Only where it was asked for: without it the answer is what it always was.
        ...(unpacked !== null && { unpacked }),
      },
      text: lines.join('\n'),
    };
  },
};
