import { resolve } from 'node:path';
import type { RecoveryChoice } from '../../../shared/contract/recovery-methods.ts';
import type { ContentCounts } from '../../../shared/contract.ts';
import type { Outcome } from '../../../shared/errors.ts';
import {
  planRecovery,
  type RecoverFrom,
  type RecoverOptions,
  type RecoveryPlan,
  recover,
} from '../../core/storage/recovery/recover.ts';
import { describeHolder } from '../../node/holder.ts';
import { journalFolders } from '../../node/journal-folders.ts';
import { localTime } from '../../node/local-time.ts';
import { unsavedOf } from '../../node/recovery-choice.ts';
import { systemClock } from '../../node/system-clock.ts';
import type { Translate } from '../../node/translate.ts';
import { type Command, CommandFailure, type CommandResult } from '../command.ts';

function succeeded<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new CommandFailure(outcome.error);
  return outcome.value;
}

function sourceOf(text: string): RecoverFrom {
  if (text === 'salvage' || text === 'newest') return { kind: text };
  return { kind: 'backup', id: text };
}

/** How many characters more (+) or fewer (−) than the other way. */
function difference(counts: ContentCounts, other: ContentCounts | undefined, translate: Translate): string {
  if (other === undefined) return '';
  const characters = counts.characters - other.characters;
  if (characters === 0) return translate('cli:recover.equal');
  return translate(characters > 0 ? 'cli:recover.more' : 'cli:recover.fewer', {
    count: Math.abs(characters),
  });
}

function describe(
  plan: RecoveryPlan & { unsaved: RecoveryChoice['unsaved'] },
  folder: string,
  translate: Translate,
): string {
  const { backups, salvage, unsaved } = plan;
  const salvaged = salvage?.counts;
  const newest = backups[0]?.counts;
  const lines = [
    translate('cli:recover.damaged', { path: folder }),
    '',
    translate('cli:recover.backups', { count: backups.length }),
  ];
  for (const { id, at, counts } of backups) {
    const words = { id, at: localTime(at), ...counts, difference: difference(counts, salvaged, translate) };
    lines.push(translate('cli:recover.backup', words));
  }
  lines.push('');
  if (salvage === null) lines.push(translate('cli:recover.noSalvage'));
  else {
    lines.push(
      translate('cli:recover.salvage', {
        ...salvage.counts,
        difference: difference(salvage.counts, newest, translate),
      }),
    );
    const touched = salvage.tables.filter(
      ({ mended, older, doubtful, lost }) => mended + older + doubtful + lost > 0,
    );
    lines.push(...touched.map((table) => translate('cli:recover.table', { ...table })));
    if (touched.length === 0) lines.push(translate('cli:recover.allRead'));
  }
  if (unsaved !== null) {
    const words = { count: unsaved.count, at: localTime(new Date(unsaved.at)) };
    lines.push('', translate('journal:recover.journal', words));
  }
  lines.push('', translate('cli:recover.how'));
  return lines.join('\n');
}

async function showPlan(options: RecoverOptions, translate: Translate): Promise<CommandResult> {
  const plan = {
    ...succeeded(await planRecovery(options)),
    unsaved: unsavedOf(options.folder, journalFolders()),
  };
  return { exitCode: 1, json: plan, text: describe(plan, options.folder, translate) };
}

/** Tells what could be brought back of a damaged workspace; with `--from` brings it back and puts the damaged file aside. */
export const recoverCommand: Command = {
  name: 'recover',
  positionals: ['DIR'],
  options: { from: { type: 'string' } },
  async run(input, { translate }) {
    const folder = resolve(input.positionals[0] ?? '');
    const options = { folder, holder: describeHolder('cli'), clock: systemClock };
    const from = input.text('from');
    if (from === undefined) return showPlan(options, translate);
    const recovered = succeeded(await recover(options, sourceOf(from)));
    const words = { path: folder, name: recovered.asideName ?? '', ...recovered.counts };
    return {
      exitCode: 0,
      json: recovered,
      text: translate(
        recovered.asideName === null ? 'cli:recover.doneWithoutOld' : 'cli:recover.done',
        words,
      ),
    };
  },
};
