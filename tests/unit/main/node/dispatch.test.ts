import { describe, expect, it } from 'vitest';
import { createDispatcher } from '../../../../src/main/node/dispatch.ts';
import type { HostMethods } from '../../../../src/main/node/host-methods.ts';
import { withoutUpdates } from '../../../../src/main/node/update/update-methods.ts';
import { done, failed } from '../../../../src/shared/errors.ts';

const host: HostMethods = {
  'host.describe': () => done({ door: 'http', nativeDialogs: false, version: '1' }),
  'host.stay': () => done({}),
  'host.chooseFile': () => failed('host.unsupported'),
  'host.chooseWorkbooks': () => failed('host.unsupported'),
  'host.chooseArchive': () => failed('host.unsupported'),
  'host.chooseBackup': () => failed('host.unsupported'),
  'host.chooseFolder': () => failed('host.unsupported'),
  'host.chooseTarget': () => {
    throw new TypeError('secret contents');
  },
  'host.receiveFile': ({ name }) => done({ grant: 'g', name, size: 0 }),
  'host.fetchFile': () => failed('file.grantUnknown'),
  ...withoutUpdates('source', '1'),
};

function dispatcher() {
  const lines: unknown[] = [];
  const calls: unknown[] = [];
  const log = {
    info: (...line: unknown[]) => lines.push(line),
    warn: (...line: unknown[]) => lines.push(line),
  };
  const app = {
    call: async (method: string, input: unknown) => {
      calls.push([method, input]);
      if (method === 'report.read') {
        throw new Error('secret contents');
      }
      return done('from the core');
    },
  };
  return { dispatch: createDispatcher(app, host, log), lines, calls };
}

describe('createDispatcher', () => {
  it('keeps the door’s methods at the door and gives the others to the core', async () => {
    const { dispatch, calls } = dispatcher();
    expect(await dispatch('host.describe', {})).toMatchObject({ ok: true, value: { door: 'http' } });
    expect(await dispatch('host.describe', undefined)).toMatchObject({ ok: true });
    expect(calls).toEqual([]);
    expect(await dispatch('workspace.status', { a: 1 })).toEqual(done('from the core'));
    expect(calls).toEqual([['workspace.status', { a: 1 }]]);
  });

  it.each([
    '',
    'nothing',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'host',
    'host.describe ',
  ])('knows no method %j', async (method) => {
    const { dispatch, calls } = dispatcher();
    expect(await dispatch(method, {})).toEqual(failed('method.unknown', { name: method }));
    expect(calls).toEqual([]);
  });

  it.each([
    [{}, 'name'],
    [{ name: '', base64: '' }, 'name'],
    [{ name: 'a', base64: '!!' }, 'base64'],
    [{ name: 3, base64: '' }, 'name'],
    ['text', ''],
  ])('validates the inputs of the door’s own methods: %j', async (input, place) => {
    const { dispatch } = dispatcher();
    expect(await dispatch('host.receiveFile', input)).toEqual(
      failed('input.invalid', { name: 'host.receiveFile', place }),
    );
  });

  it.each(['report.read', 'host.chooseTarget'])(
    'answers a bug in %s as internal and logs no contents',
    async (method) => {
      const { dispatch, lines } = dispatcher();
      expect(await dispatch(method, { id: 'r', suggestedName: 'x' })).toEqual(
        failed('internal', { name: method }),
      );
      expect(lines).toHaveLength(1);
      expect(JSON.stringify(lines)).toContain(method);
      expect(JSON.stringify(lines)).not.toContain('secret');
    },
  );
});
