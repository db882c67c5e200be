import { describe, expect, it } from 'vitest';
import { programFolders, readProgramVersion } from '../../../../src/main/node/program-folders.ts';
import { defaultWorkspaceFolder } from '../../../../src/main/node/workspace-folder.ts';

describe('programFolders', () => {
  it('finds its parts beside a built entry', () => {
    expect(programFolders('/opt/x/dist/main', (path) => path === '/opt/x/dist/resources')).toEqual({
      resources: '/opt/x/dist/resources',
      renderer: '/opt/x/dist/renderer',
      manifest: '/opt/x/package.json',
    });
  });

  it('finds its parts from a source entry', () => {
    expect(programFolders('/opt/x/src/main/cli', () => false)).toEqual({
      resources: '/opt/x/resources',
      renderer: '/opt/x/dist/renderer',
      manifest: '/opt/x/package.json',
    });
  });

  it('reads the version of this very program', () => {
    const folders = programFolders(`${import.meta.dirname}/../../../../src/main/cli`);
    expect(readProgramVersion(folders)).toMatch(/^\d+\.\d+\.\d+/);
  });
});

describe('defaultWorkspaceFolder', () => {
  it.each([
    [{}, '/home/a/乡报'],
    [{ XIANGBAO_DATA: '' }, '/home/a/乡报'],
    [{ XIANGBAO_DATA: '/data/x' }, '/data/x'],
  ])('%j leads to %s', (environment, expected) => {
    expect(defaultWorkspaceFolder('/home/a', environment)).toBe(expected);
  });
});
