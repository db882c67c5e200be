import { resolve } from 'node:path';
import type { MethodOutput, PreviewItem } from '../../../shared/contract.ts';
import type { Translate } from '../../node/translate.ts';
import { failureSentence } from '../../node/translate.ts';
import { type Command, dataOption, parseYear } from '../command.ts';
import { type Session, withSession, workspaceFolder } from '../session.ts';

type Preview = MethodOutput<'exchange.read'>;

/** Reads returned sheets and says what it would do; with `--accept` it takes in what needs no decision. */
export const collect: Command = {
  name: 'collect',
  positionals: ['FILE'],
  repeatable: true,
  options: { ...dataOption, year: { type: 'string' }, accept: { type: 'boolean' } },
  async run(input, surroundings) {
    const { translate } = surroundings;
    const files = input.positionals.map((path) => resolve(path));
    const givenYear = input.text('year');
    const wantedYear = givenYear === undefined ? null : parseYear(givenYear);
    return withSession(workspaceFolder(input, surroundings), surroundings, async (session) => {
      const { year, preview } = await readForYear(session, files, wantedYear);
      const ready = preview.items.filter(({ verdict }) => verdict === 'new' || verdict === 'changed');
      const open = preview.items.filter(({ verdict }) => verdict === 'decide' || verdict === 'unknown');
      const accepted = input.flag('accept') && ready.length > 0;
      if (accepted) await session.call('exchange.accept', { year, decisions: decisionsOf(preview, ready) });
      const failures = preview.files.flatMap(({ failure }) => failure ?? []);
      return {
        exitCode: open.length + failures.length === 0 ? 0 : 1,
        json: { year, accepted: accepted ? ready.length : 0, ...preview },
        text: [
          translate(accepted ? 'cli:collect.accepted' : 'cli:collect.wouldAccept', {
            year,
            count: ready.length,
            same: preview.items.filter(({ verdict }) => verdict === 'same').length,
            open: open.length,
          }),
          ...open.map((item) => openLine(item, translate)),
          ...failures.map((failure) => failureSentence(translate, failure)),
        ].join('\n'),
      };
    });
  },
};

/** Without a year, that of the sheets where they agree; the latest report's otherwise. */
async function readForYear(session: Session, files: readonly string[], wanted: number | null) {
  const grants = files.map((path) => session.grants.grant(path));
  const { reports } = await session.call('workspace.status', {});
  const latest = Math.max(1949, ...reports.map((report) => report.year));
  const read = (year: number) => session.call('exchange.read', { year, grants });
  const first = await read(wanted ?? latest);
  const stated = new Set(first.files.flatMap((file) => file.year ?? []));
  const [only] = stated;
  if (wanted !== null || stated.size !== 1 || only === undefined || only === latest) {
    return { year: wanted ?? latest, preview: first };
  }
  return { year: only, preview: await read(only) };
}

function decisionsOf({ files }: Preview, items: readonly PreviewItem[]) {
  const sums = new Map(files.map(({ grant, sha256 }) => [grant, sha256]));
  return items.map(({ grant, row, indicatorId, current }) => ({
    grant,
    sha256: sums.get(grant) ?? '',
    row,
    indicatorId: indicatorId ?? '',
    expected: current,
  }));
}

function openLine({ name, text, reasons, unit }: PreviewItem, translate: Translate): string {
  const why = reasons.map((reason) => translate(`exchange:reason.${reason}`, { text, unit, own: unit }));
  return [name, text, ...why].join('\t');
}
