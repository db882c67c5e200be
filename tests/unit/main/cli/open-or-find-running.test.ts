import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOrFindRunning } from '../../../../src/main/cli/open-or-find-running.ts';
import type { App } from '../../../../src/main/core/app.ts';
import { announceDoor } from '../../../../src/main/node/running-door.ts';
import { done, failed, type Outcome } from '../../../../src/shared/errors.ts';
import { temporaryFolder } from '../../../support/workspace.ts';

const holder = { door: 'http' as const, user: 'li', host: 'pc', processId: 1 };
const app: App = { call: async () => done(null), backUpIfDue: async () => {}, close: () => {} };
const url = 'http://127.0.0.1:4000/?token=abc';

function stage(outcomes: Outcome<App>[]) {
  const folder = temporaryFolder();
  const announcements = join(folder, 'run');
  mkdirSync(announcements);
  let opened = 0;
  const open = async () => {
    const outcome = outcomes[Math.min(opened, outcomes.length - 1)];
    opened += 1;
    return outcome ?? done(app);
  };
  return {
    announcements,
    folder,
    opened: () => opened,
    find: () => openOrFindRunning({ open, announcements, folder, holder }),
  };
}
const locked = (changes: Partial<Record<keyof typeof holder, string | number>> = {}) =>
  failed('workspace.locked', { ...holder, processId: 77, ...changes });

describe('openOrFindRunning', () => {
  it('opens what is free', async () => {
    expect(await stage([done(app)]).find()).toEqual({ kind: 'opened', app });
  });

  it('finds the program that holds the workspace, also when it is only just starting', async () => {
    const { find, announcements, folder } = stage([locked()]);
    setTimeout(() => announceDoor(announcements, folder, { url, processId: 77 }), 50);
    expect(await find()).toEqual({ kind: 'running', url });
  });

  it('opens what the other program has just let go', async () => {
    expect(await stage([locked(), done(app)]).find()).toEqual({ kind: 'opened', app });
  });

  it.each([{ door: 'electron' }, { host: 'another-pc' }, { user: 'wang' }])(
    'says at once that somebody else has it: %j',
    async (changes) => {
      const { find, opened } = stage([locked(changes)]);
      await expect(find()).rejects.toMatchObject({ failure: { code: 'workspace.locked' } });
      expect(opened()).toBe(1);
    },
  );

  it('says at once what else is wrong', async () => {
    const { find } = stage([failed('workspace.damaged', { path: 'p' })]);
    await expect(find()).rejects.toMatchObject({ failure: { code: 'workspace.damaged' } });
  });
});
