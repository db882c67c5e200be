import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../../src/renderer/api/client.ts';
import { change } from '../../../../../src/renderer/features/import/draft-history.ts';
import { createImportQueue } from '../../../../../src/renderer/features/import/import-queue.ts';
import { contract, type MethodName } from '../../../../../src/shared/contract.ts';
import { done, failed, type Outcome } from '../../../../../src/shared/errors.ts';
import { reportOf } from './reports.ts';

/** A core that reads a file when the test lets it: names beginning with 坏 are damaged. */
function stage() {
  const calls: { method: MethodName; input: unknown }[] = [];
  const open = new Map<string, () => void>();
  let refused = false;
  const answer = async (method: MethodName, input: unknown): Promise<Outcome<unknown>> => {
    calls.push({ method, input });
    if (method === 'import.preview') {
      const { grant } = contract['import.preview'].input.parse(input);
      await new Promise<void>((resolve) => open.set(grant, resolve));
      if (grant.startsWith('坏')) return failed('import.damaged', { name: grant });
      return done({ parsed: reportOf([`${grant}第一段`, '第二段']), pictures: [] });
    }
    if (method === 'import.commit') {
      return refused ? failed('report.exists', {}) : done({ id: `report-${calls.length}` });
    }
    return done({});
  };
  const call: Call = async (method, input) => JSON.parse(JSON.stringify(await answer(method, input)));
  const queue = createImportQueue(call);
  const choose = (...names: string[]) =>
    queue.add(names.map((name) => ({ name, receive: async () => done({ grant: name, name, size: 1 }) })));
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve));
  const finish = async (name: string) => {
    await turn();
    open.get(name)?.();
    await turn();
  };
  const states = () => queue.store.getState().files.map(({ name, state }) => `${name} ${state.kind}`);
  const inputs = (method: MethodName): unknown[] =>
    calls.flatMap((each) => (each.method === method ? [each.input] : []));
  const refuse = (value: boolean) => {
    refused = value;
  };
  return { queue, choose, turn, finish, states, inputs, refuse };
}

describe('reading several files', () => {
  it('reads one after another and shows the first; one that fails does not stop the others', async () => {
    const { queue, choose, finish, states } = stage();
    choose('甲', '坏', '乙');
    expect(states()).toEqual(['甲 reading', '坏 waiting', '乙 waiting']);
    await finish('甲');
    await finish('坏');
    expect(states()).toEqual(['甲 ready', '坏 failed', '乙 reading']);
    await finish('乙');
    expect(states()).toEqual(['甲 ready', '坏 failed', '乙 ready']);
    expect(queue.store.getState().current).toBe(1);
  });

  it('stops a reading by its grant, takes no late answer, and goes on with the next', async () => {
    const { queue, choose, turn, finish, states, inputs } = stage();
    choose('甲', '乙');
    await turn();
    queue.stop(1);
    expect(inputs('import.cancel')).toEqual([{ grant: '甲' }]);
    expect(states()).toEqual(['甲 failed', '乙 reading']);
    await finish('甲');
    expect(states()[0]).toBe('甲 failed');
    await finish('乙');
    queue.retry(1);
    await finish('甲');
    expect(states()).toEqual(['甲 ready', '乙 ready']);
  });

  it('stops what only waits without asking the core', async () => {
    const { queue, choose, finish, states, inputs } = stage();
    choose('甲', '乙');
    queue.stop(2);
    await finish('甲');
    expect(states()).toEqual(['甲 ready', '乙 failed']);
    expect(inputs('import.cancel')).toEqual([]);
    expect(inputs('import.preview')).toEqual([{ grant: '甲' }]);
  });
});

describe('keeping a file', () => {
  it('sends what the person made of it, and only that file', async () => {
    const { queue, choose, finish, states, inputs } = stage();
    choose('甲', '乙');
    await finish('甲');
    await finish('乙');
    queue.change(1, (history) => change(history, { do: 'join', index: 0 }));
    queue.change(1, (history) => change(history, { do: 'facts', facts: { title: ' 报告 ' } }));
    await queue.commit(1, 'template');
    const [sent] = inputs('import.commit');
    expect(sent).toMatchObject({
      grant: '甲',
      templateKey: 'template',
      year: 2023,
      title: '报告',
      parsed: { title: '报告', paragraphs: [{ text: '甲第一段第二段' }] },
    });
    expect(states()).toEqual(['甲 done', '乙 ready']);
    queue.next();
    expect(queue.store.getState().current).toBe(2);
  });

  it('keeps the corrections when the core refuses, and can be tried again', async () => {
    const { queue, choose, finish, states, refuse } = stage();
    choose('甲');
    await finish('甲');
    queue.change(1, (history) => change(history, { do: 'join', index: 0 }));
    refuse(true);
    await queue.commit(1, 'template');
    const [file] = queue.store.getState().files;
    expect(file?.state).toMatchObject({ kind: 'ready', keeping: false, failure: { code: 'report.exists' } });
    expect(file?.state.kind === 'ready' && file.state.history.present.ids).toEqual([0]);
    refuse(false);
    await queue.commit(1, 'template');
    expect(states()).toEqual(['甲 done']);
  });

  it('asks nothing without a year, and sends no title that is too long', async () => {
    const { queue, choose, finish, inputs } = stage();
    choose('甲');
    await finish('甲');
    queue.change(1, (history) => change(history, { do: 'facts', facts: { year: null } }));
    await queue.commit(1, 'template');
    expect(inputs('import.commit')).toEqual([]);
    const facts = { year: 2023, title: '长'.repeat(201) };
    queue.change(1, (history) => change(history, { do: 'facts', facts }));
    await queue.commit(1, 'template');
    expect(inputs('import.commit')).toEqual([expect.not.objectContaining({ title: expect.anything() })]);
  });

  it('begins anew after the last file', async () => {
    const { queue, choose, finish } = stage();
    choose('甲');
    await finish('甲');
    await queue.commit(1, 'template');
    queue.next();
    expect(queue.store.getState()).toMatchObject({ files: [], current: null });
  });
});
