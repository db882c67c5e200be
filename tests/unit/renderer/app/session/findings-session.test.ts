import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Call } from '../../../../../src/renderer/api/client.ts';
import {
  createFindingsSession,
  quietTime,
} from '../../../../../src/renderer/app/session/findings-session.ts';
import { closedSession, type ReportSession } from '../../../../../src/renderer/app/session/session-state.ts';
import type { Dismissal } from '../../../../../src/shared/domain/checks/finding.ts';
import { documentFromTexts } from '../../../../../src/shared/domain/document.ts';
import { numberChapters } from '../../../../../src/shared/domain/outline.ts';
import { done, failed } from '../../../../../src/shared/errors.ts';
import { chapterOf, template } from '../../../shared/domain/checks/checked.ts';
import { createFakeTimers } from '../../fake-timers.ts';
import { report } from '../../report.ts';

const wrong = '全年受理调解86件，成功82件，成功率98.3%。';

/** A report of one paragraph behind a core that remembers dismissals; `refuse` makes it fail. */
function stage(text: string) {
  const clock = createFakeTimers();
  const chapters = (texts: string[]) => [chapterOf([], { body: documentFromTexts(texts) })];
  const first = chapters([text]);
  const session = createStore<ReportSession>()(
    () =>
      ({
        ...closedSession(),
        report: report(),
        phase: { kind: 'open', reportId: 'r' },
        chapters: first,
        numbered: numberChapters(first),
      }) as ReportSession,
  );
  const core = { dismissals: [] as Dismissal[], refuse: false, told: 0 };
  const answer = async (method: string, input: { findingId?: string; reason?: string }) => {
    if (core.refuse) return failed('internal');
    if (method === 'finding.dismiss') {
      const dismissedAt = '2025-01-01T00:00:00Z';
      core.dismissals = [{ findingId: input.findingId ?? '', reason: input.reason ?? '', dismissedAt }];
    }
    if (method === 'finding.restore') core.dismissals = [];
    return done({ template, remembered: [], savedAt: '', dismissals: core.dismissals });
  };
  const findings = createFindingsSession({
    call: answer as unknown as Call,
    session,
    timers: clock.timers,
    whenIdle: (task) => task(),
    tell: () => {
      core.told += 1;
    },
  });
  return {
    clock,
    core,
    findings,
    write: (...texts: string[]) => session.setState({ chapters: chapters(texts) }),
    rules: () => findings.store.getState().open.map(({ rule }) => rule),
  };
}

test('a report is checked when it opens, and again once it has been quiet after a change', async () => {
  const { clock, findings, write, rules } = stage('全年工作平稳。');
  findings.follow('r');
  expect(findings.store.getState().checked).toBe(false);
  await clock.settle();
  expect(findings.store.getState().checked).toBe(true);
  expect(rules()).toEqual([]);
  write(wrong);
  await clock.pass(quietTime - 100);
  write(wrong, '又一段。');
  await clock.pass(quietTime - 100);
  expect(rules()).toEqual([]);
  await clock.pass(100);
  expect(rules()).toEqual(['rateDiffers', 'numbersLoose']);
});

test('what is set aside leaves the list at once, and comes back when it is taken back', async () => {
  const { clock, findings, rules } = stage(wrong);
  findings.follow('r');
  await clock.settle();
  const [found] = findings.store.getState().open;
  expect(await findings.dismiss(found?.id ?? '', '口径不同')).toBe(true);
  expect(rules()).toEqual(['numbersLoose']);
  expect(findings.store.getState().dismissed.map(({ reason }) => reason)).toEqual(['口径不同']);
  expect(await findings.restore(found?.id ?? '')).toBe(true);
  expect(rules()).toEqual(['rateDiffers', 'numbersLoose']);
});

test('a refusal is told, and the list stays', async () => {
  const { clock, core, findings, rules } = stage(wrong);
  findings.follow('r');
  await clock.settle();
  core.refuse = true;
  expect(await findings.dismiss(findings.store.getState().open[0]?.id ?? '', '口径')).toBe(false);
  expect(core.told).toBe(1);
  expect(rules()).toEqual(['rateDiffers', 'numbersLoose']);
});

test('a report that cannot be checked says why, and is tried again', async () => {
  const { clock, core, findings, rules } = stage(wrong);
  core.refuse = true;
  findings.follow('r');
  await clock.settle();
  expect(findings.store.getState().failure?.code).toBe('internal');
  core.refuse = false;
  findings.retry();
  await clock.settle();
  expect(findings.store.getState().failure).toBeNull();
  expect(rules()).toEqual(['rateDiffers', 'numbersLoose']);
});

test('after the report is left nothing is checked any more', async () => {
  const { clock, findings, write, rules } = stage('全年工作平稳。');
  const leave = findings.follow('r');
  await clock.settle();
  leave();
  write(wrong);
  await clock.pass(quietTime * 2);
  expect(rules()).toEqual([]);
});
