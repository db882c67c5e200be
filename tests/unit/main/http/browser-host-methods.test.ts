import { describe, expect, it } from 'vitest';
import { createBrowserHostMethods } from '../../../../src/main/http/browser-host-methods.ts';
import { contract } from '../../../../src/shared/contract.ts';
import { done, failed } from '../../../../src/shared/errors.ts';

const transfer = {
  'host.receiveFile': ({ name }: { name: string }) => done({ grant: 'g', name, size: 1 }),
  'host.fetchFile': () => failed('file.grantUnknown'),
};

describe('createBrowserHostMethods', () => {
  const host = createBrowserHostMethods(transfer, '0.1.0');

  it('offers exactly the methods of kind host', () => {
    const names = Object.entries(contract).filter(([, method]) => method.kind === 'host');
    expect(Object.keys(host).sort()).toEqual(names.map(([name]) => name).sort());
  });

  it('describes itself as the contract says, and leaves dialogs to the browser', async () => {
    const description = await host['host.describe']({});
    expect(description).toEqual(done({ door: 'http', nativeDialogs: false, version: '0.1.0' }));
    expect(await host['host.chooseFile']({})).toMatchObject({ error: { code: 'host.unsupported' } });
    expect(await host['host.chooseTarget']({ suggestedName: 'a' })).toMatchObject({
      error: { code: 'host.unsupported' },
    });
  });
});
