import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { announceDoor, findAnnouncedDoor, runFolder } from '../../../../src/main/node/running-door.ts';
import { temporaryFolder } from '../../../support/workspace.ts';

const door = { url: 'http://127.0.0.1:4000/?token=abc', processId: 77 };

function places() {
  const root = temporaryFolder();
  const workspace = join(root, 'workspace');
  mkdirSync(workspace);
  return { run: join(root, 'run'), workspace, root };
}

describe('runFolder', () => {
  it.each<[NodeJS.Platform, Record<string, string>, string]>([
    ['linux', { XDG_RUNTIME_DIR: '/run/user/1000' }, '/run/user/1000/xiangbao'],
    ['linux', {}, '/home/a/.cache/xiangbao/run'],
    ['linux', { XDG_RUNTIME_DIR: 'relative', XDG_CACHE_HOME: '/cache' }, '/cache/xiangbao/run'],
    [
      'win32',
      { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' },
      'C:\\Users\\a\\AppData\\Local\\xiangbao\\run',
    ],
  ])('on %s with %j: %s', (platform, environment, folder) => {
    expect(runFolder({ platform, environment, home: '/home/a' })).toBe(folder);
  });
});

describe('the address of a running door', () => {
  it('is found for the process that holds the workspace, by any way its folder is written, until it is taken back', () => {
    const { run, workspace, root } = places();
    symlinkSync(workspace, join(root, 'link'));
    const withdraw = announceDoor(run, workspace, door);
    expect(findAnnouncedDoor(run, workspace, 77)).toBe(door.url);
    expect(findAnnouncedDoor(run, join(root, 'link'), 77)).toBe(door.url);
    withdraw();
    expect(findAnnouncedDoor(run, workspace, 77)).toBeNull();
    expect(readdirSync(run)).toEqual([]);
  });

  it('counts for no other process and no other workspace', () => {
    const { run, workspace, root } = places();
    announceDoor(run, workspace, door);
    expect(findAnnouncedDoor(run, workspace, 78)).toBeNull();
    expect(findAnnouncedDoor(run, root, 77)).toBeNull();
    expect(findAnnouncedDoor(run, join(root, 'nowhere'), 77)).toBeNull();
  });

  it('is not taken back by a program that was slower to end than the next one to start', () => {
    const { run, workspace } = places();
    const withdraw = announceDoor(run, workspace, door);
    announceDoor(run, workspace, { ...door, processId: 78 });
    withdraw();
    expect(findAnnouncedDoor(run, workspace, 78)).toBe(door.url);
  });

  it.skipIf(process.getuid === undefined)(
    'is not believed where others could have written or read it',
    () => {
      const { run, workspace, root } = places();
      announceDoor(run, workspace, door);
      const path = join(run, readdirSync(run)[0] ?? '');
      chmodSync(path, 0o640);
      expect(findAnnouncedDoor(run, workspace, 77)).toBeNull();
      const elsewhere = join(root, 'elsewhere.json');
      writeFileSync(elsewhere, JSON.stringify(door), { mode: 0o600 });
      announceDoor(run, workspace, door)();
      symlinkSync(elsewhere, path);
      expect(findAnnouncedDoor(run, workspace, 77)).toBeNull();
    },
  );

  it.each([
    '',
    '{',
    '{"url":"https://example.invalid/","processId":77}',
    '{"url":"http://127.0.0.1.example.invalid/","processId":77}',
    '{"url":"file:///etc/passwd","processId":77}',
  ])('is nothing where the file says %j', (text) => {
    const { run, workspace } = places();
    announceDoor(run, workspace, door);
    writeFileSync(join(run, readdirSync(run)[0] ?? ''), text);
    expect(findAnnouncedDoor(run, workspace, 77)).toBeNull();
  });

  it('a folder that cannot be written stops nothing', () => {
    const { workspace, root } = places();
    writeFileSync(join(root, 'file'), '');
    expect(() => announceDoor(join(root, 'file'), workspace, door)()).not.toThrow();
  });
});
