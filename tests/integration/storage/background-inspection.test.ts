import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetClosing, markClosed } from '../../../src/main/core/storage/integrity/closing-mark.ts';
import { openWorkspace, workspaceFileName } from '../../../src/main/core/storage/open.ts';
import { openTestApp, testDependencies } from '../../support/workspace.ts';
import { withSample } from '../../support/written-sample.ts';

const { clock, holder } = testDependencies();

/** A closed workspace in one of whose texts a byte has changed: SQLite itself sees nothing wrong with it. */
async function damagedWorkspace(): Promise<{ folder: string; path: string }> {
  const app = await withSample();
  await app.write('本镇全年召开专题会议十二次。');
  app.app.close();
  const path = join(app.folder, workspaceFileName);
  const bytes = readFileSync(path);
  const at = bytes.indexOf('专题会议十二次');
  expect(at).toBeGreaterThan(0);
  bytes.write('专题会议十三次', at);
  writeFileSync(path, bytes);
  return { folder: app.folder, path };
}

test('a whole workspace is opened at once and found whole beside the work', async () => {
  const app = await withSample();
  app.app.close();
  const again = await openTestApp(app.folder);
  expect(await again.call('workspace.inspect', {})).toEqual({ damaged: false });
  again.app.close();
  const third = await openTestApp(app.folder);
  third.app.close();
});

test('a file that something else has changed is read whole before it is opened', async () => {
  const { folder } = await damagedWorkspace();
  const opened = await openWorkspace({ folder, clock, holder });
  expect(opened).toMatchObject({ ok: false, error: { code: 'workspace.damaged' } });
});

test.each([
  // A disk that turns a bit leaves no trace in the file's time and size.
  ['as if nothing had touched it', (path: string) => markClosed(path, false)],
  ['after the program was cut short', (path: string) => forgetClosing(path)],
])('damage %s is found beside the work, and the next opening leads to the way out', async (_, leave) => {
  const { folder, path } = await damagedWorkspace();
  leave(path);
  const app = await openTestApp(folder);
  expect(await app.call('workspace.inspect', {})).toEqual({ damaged: true });
  // Asked again, it is not read again.
  expect(await app.call('workspace.inspect', {})).toEqual({ damaged: true });
  app.app.close();
  const opened = await openWorkspace({ folder, clock, holder });
  expect(opened).toMatchObject({ ok: false, error: { code: 'workspace.damaged' } });
});

test('closing while the reading is under way ends both', async () => {
  const app = await withSample();
  const asked = app.call('workspace.inspect', {});
  app.app.close();
  expect(await asked).toEqual({ damaged: false });
});

test.each(['', '{', '{"size":"much"}', 'null'])(
  'a mark that says nothing (%s) holds nobody up',
  async (text) => {
    const app = await withSample();
    app.app.close();
    writeFileSync(`${join(app.folder, workspaceFileName)}-closed`, text);
    const again = await openTestApp(app.folder);
    expect(await again.call('workspace.inspect', {})).toEqual({ damaged: false });
    again.app.close();
  },
);

test('a mark that a failing disk cut short lets the file be read before it is opened', async () => {
  const { folder, path } = await damagedWorkspace();
  writeFileSync(`${path}-closed`, '{"size":4096,"modi');
  expect(await openWorkspace({ folder, clock, holder })).toMatchObject({
    error: { code: 'workspace.damaged' },
  });
});
