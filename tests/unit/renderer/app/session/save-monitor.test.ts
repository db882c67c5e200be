import { expect, it } from 'vitest';
import { createSaveMonitor } from '../../../../../src/renderer/app/session/save-monitor.ts';

const full = { code: 'storage.full', parameters: {} } as const;

it('is saved only when nothing is open', () => {
  const monitor = createSaveMonitor(() => {});
  monitor.pending('a');
  monitor.pending('b');
  monitor.saved('a', 't1');
  expect(monitor.state()).toEqual({ kind: 'saving' });
  monitor.saved('b', 't2');
  expect(monitor.state()).toEqual({ kind: 'saved', at: 't2' });
});

it('stays red, since the first failure, while anything is not saved', () => {
  const monitor = createSaveMonitor(() => {});
  monitor.failed('a', full, 't1');
  monitor.failed('a', full, 't2');
  monitor.pending('a');
  monitor.saved('b', 't3');
  expect(monitor.state()).toEqual({ kind: 'failed', failure: full, since: 't1' });
  monitor.saved('a', 't4');
  expect(monitor.state()).toEqual({ kind: 'saved', at: 't4' });
});
