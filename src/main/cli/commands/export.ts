import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DocumentKind, MethodOutput, ReportCard } from '../../../shared/contract.ts';
import { type Look, looks } from '../../../shared/domain/look.ts';
import type { Refusal } from '../../../shared/domain/submission/refusal.ts';
import { failureSentence, type Translate } from '../../node/translate.ts';
import {
  type Command,
  CommandFailure,
  type CommandInput,
  type CommandResult,
  type CommandSurroundings,
  dataOption,
  parseYear,
  requireText,
  UsageError,
} from '../command.ts';
import { findReportOfYear } from '../find-report.ts';
import { passwordToProtect, protectOptions } from '../password.ts';
import { type Session, withSession, workspaceFolder } from '../session.ts';

interface ExportWishes {
  look: Look;
  mode: 'formal' | 'draft';
  documents: DocumentKind[];
  form: 'folder' | 'zip';
  password: string | null;
}

function readWishes(input: CommandInput, surroundings: CommandSurroundings): ExportWishes {
  const text = input.text('look') ?? 'plain';
  const look = looks.find((one) => one === text);
  if (look === undefined) throw new UsageError('look', { text });
  const chosen = (['docx', 'pdf', 'ofd'] as const).filter((kind) => input.flag(kind));
  return {
    look,
    mode: input.flag('draft') ? 'draft' : 'formal',
    documents: chosen.length === 0 ? ['docx', 'pdf'] : chosen,
    form: input.flag('zip') ? 'zip' : 'folder',
    password: passwordToProtect(input, surroundings),
  };
}

function isSingleFile(to: string | undefined): boolean {
  return to === undefined || /\.docx$/i.test(to);
}

function madeFolder(to: string): string {
  const folder = resolve(to);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new CommandFailure({ code: 'file.writeFailed', parameters: { name: folder } });
  }
  return folder;
}

/** Places that keep a formal document back: a result, not a failure, so that a script can list them. */
function refusal(refused: readonly Refusal[], translate: Translate): CommandResult {
  const places = refused.map(({ reason, heading, words }) => ({
    reason: translate(`submission:refusal.${reason}`),
    place: `${heading}：${words}`,
  }));
  return {
    exitCode: 1,
    json: { files: [], numbers: { checked: 0, unequal: 0 }, refused: places, notMade: [] },
    text: [
      translate('cli:export.refused', { count: places.length }),
      ...places.map(({ reason, place }) => `  ${place}\n    ${reason}`),
    ].join('\n'),
  };
}

const refusalCodes: ReadonlySet<string> = new Set(['export.unresolved', 'export.imprintMissing']);

async function exportFile(
  session: Session,
  report: ReportCard,
  { look, mode }: ExportWishes,
  to: string | undefined,
  translate: Translate,
): Promise<CommandResult> {
  const target = to === undefined ? null : session.grants.grant(resolve(to));
  let written: MethodOutput<'export.docx'>;
  try {
    written = await session.call('export.docx', { reportId: report.id, look, mode, target });
  } catch (error) {
    const isRefused = error instanceof CommandFailure && refusalCodes.has(error.failure.code);
    if (!isRefused) throw error;
    const { refused } = await session.call('submission.readiness', { reportId: report.id, look });
    return refusal(refused, translate);
  }
  const { path, sha256, numbers, unresolved, carriedParagraphs } = written;
  return {
    exitCode: 0,
    json: {
      files: [{ path, sha256 }],
      numbers,
      refused: [],
      notMade: [],
      unresolved,
      carriedParagraphs,
    },
    text: translate('cli:export.done', {
      path,
      checked: numbers.checked,
      unresolved: unresolved.length,
      carried: carriedParagraphs,
    }),
  };
}

async function exportSubmission(
  session: Session,
  report: ReportCard,
  wishes: ExportWishes,
  to: string,
  translate: Translate,
): Promise<CommandResult> {
  const target = session.grants.grant(madeFolder(to));
  const { written, failure, refused } = await session.call('submission.write', {
    reportId: report.id,
    target,
    ...wishes,
  });
  if (refused.length > 0) return refusal(refused, translate);
  if (written === null) {
    throw new CommandFailure(failure ?? { code: 'internal', parameters: {} });
  }
  const { path, archive, numbers } = written;
  const files =
    archive === null
      ? written.files.map(({ name, sha256 }) => ({ path: join(path, name), sha256 }))
      : [{ path, sha256: archive.sha256 }];
  const notMade = written.notMade.map(({ document, failure: reason }) => ({
    document,
    reason: failureSentence(translate, reason),
  }));
  return {
    exitCode: 0,
    json: { files, numbers, refused: [], notMade, readBack: written.readBack },
    text: [
      translate('cli:export.submitted', { path, checked: numbers.checked, count: written.files.length }),
      translate(`cli:export.readBack.${written.readBack}`),
      ...notMade.map(({ reason }) => reason),
    ].join('\n'),
  };
}

/**
 * `--to` names a .docx, which is written alone, or a folder, made where there is none, that receives a submission. Without
 * it the .docx goes to the workspace's own export folder.
 */
export const exportCommand: Command = {
  name: 'export',
  positionals: [],
  options: {
    ...dataOption,
    year: { type: 'string' },
    template: { type: 'string' },
    look: { type: 'string' },
    to: { type: 'string' },
    docx: { type: 'boolean' },
    ofd: { type: 'boolean' },
    pdf: { type: 'boolean' },
    zip: { type: 'boolean' },
    draft: { type: 'boolean' },
    ...protectOptions,
  },
  async run(input, surroundings) {
    const year = parseYear(requireText(input, 'year'));
    const wishes = readWishes(input, surroundings);
    const to = input.text('to');
    const isSubmission =
      input.flag('pdf') || input.flag('ofd') || input.flag('zip') || wishes.password !== null;
    if (isSingleFile(to) && isSubmission) throw new UsageError('folderNeeded');
    return withSession(workspaceFolder(input, surroundings), surroundings, async (session) => {
      const report = await findReportOfYear(session, year, input.text('template'));
      return to === undefined || isSingleFile(to)
        ? exportFile(session, report, wishes, to, surroundings.translate)
        : exportSubmission(session, report, wishes, to, surroundings.translate);
    });
  },
};
