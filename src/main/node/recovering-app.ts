/**
 * The core for a door whose only screen is a page: where the workspace is damaged or gone it answers every call with
 * that failure, so that the page can show the ways out, and opens the workspace when the person has chosen one.
 */
import { recoveryMethods } from '../../shared/contract/recovery-methods.ts';
import { done, type Failure, failed, type Outcome } from '../../shared/errors.ts';
import { type App, createApp } from '../core/app.ts';
import { type RecoverOptions, recover } from '../core/storage/recovery/recover.ts';
import { isRecoverable, planChoice } from './recovery-choice.ts';

type Options = Parameters<typeof createApp>[0];

/** Failures: those of createApp that no backup and no salvage can help. */
export async function openOrOfferRecovery(options: Options): Promise<Outcome<App>> {
  const opened = await createApp(options);
  if (opened.ok || !isRecoverable(opened.error.code)) return opened;
  return done(createRecoveringApp(options, opened.error));
}

function createRecoveringApp(options: Options, problem: Failure): App {
  const { workspaceFolder: folder, holder, clock, journalFolders, log } = options;
  const patient: RecoverOptions = { folder, holder, clock };
  let app: App | null = null;
  let failure = problem;
  /** One after the other: a second press must not recover what the first has opened. */
  let queue: Promise<unknown> = Promise.resolve();

  const use = async (input: unknown): Promise<Outcome<unknown>> => {
    const chosen = recoveryMethods['recovery.use'].input.safeParse(input);
    if (!chosen.success) return failed('input.invalid', { name: 'recovery.use', place: '' });
    if (app !== null) return failed('recovery.notNeeded', { path: folder });
    const recovered = await recover(patient, chosen.data);
    if (!recovered.ok) return recovered;
    log.info('recovered', { from: chosen.data.kind });
    const opened = await createApp(options);
    if (opened.ok) app = opened.value;
    else failure = opened.error;
    return opened.ok ? done(recovered.value.counts) : opened;
  };

  const plan = async (): Promise<Outcome<unknown>> => {
    const choice = await planChoice(patient, journalFolders);
    return choice.ok ? done({ choice: choice.value }) : choice;
  };

  const inTurn = (work: () => Promise<Outcome<unknown>>) => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };

  return {
    async call(method, input) {
      if (method === 'recovery.use') return inTurn(() => use(input));
      if (app !== null) return app.call(method, input);
      if (method === 'recovery.plan') return inTurn(plan);
      return { ok: false, error: failure };
    },
    backUpIfDue: async () => app?.backUpIfDue(),
    backUpBeforeUpdate: async () => app?.backUpBeforeUpdate() ?? { ok: false, error: failure },
    close: () => app?.close(),
  };
}
