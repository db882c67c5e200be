import { describe, expect, it } from 'vitest';
import {
  driveName,
  driveProblem,
  meantTarget,
} from '../../../../../src/renderer/features/submit/hand-in/targets.ts';
import type { Drive } from '../../../../../src/renderer/features/submit/hand-in/use-drives.ts';

function drive(grant: string, different: Partial<Drive> = {}): Drive {
  return {
    grant,
    path: `/media/${grant}`,
    label: '',
    fileSystem: 'exfat',
    freeBytes: 1000,
    totalBytes: 2000,
    readOnly: false,
    busy: false,
    ...different,
  };
}

describe('a drive', () => {
  it('is called by its label, else by where it is', () => {
    expect(driveName(drive('a', { label: '报送盘' }))).toBe('报送盘');
    expect(driveName(drive('a'))).toBe('/media/a');
  });

  it.each([
    [{}, null],
    [{ readOnly: true }, 'readOnly'],
    [{ freeBytes: 0 }, 'full'],
    [{ busy: true, freeBytes: 0 }, 'busy'],
  ] as const)('%o: its problem is %s', (different, problem) => {
    expect(driveProblem(drive('a', different))).toBe(problem);
  });
});

describe('the place meant', () => {
  it('is the first drive that can take it, before anybody chose', () => {
    const drives = [drive('locked', { readOnly: true }), drive('good'), drive('other')];
    expect(meantTarget(null, drives)).toEqual({ kind: 'drive', grant: 'good', name: '/media/good' });
  });

  it('is the program’s own folder where no drive can take it, and not yet known while nobody has looked', () => {
    expect(meantTarget(null, [drive('full', { freeBytes: 0 })])).toEqual({ kind: 'exports' });
    expect(meantTarget(null, null)).toBeNull();
  });

  it('is never another drive than the one a person chose: where that is gone, there is none', () => {
    const chosen = { kind: 'drive', grant: 'b', name: 'b' } as const;
    expect(meantTarget(chosen, [drive('a'), drive('b')])).toEqual(chosen);
    expect(meantTarget(chosen, [drive('a')])).toBeNull();
    expect(meantTarget(chosen, [drive('a'), drive('b', { readOnly: true })])).toBeNull();
  });

  it('stays the folder a person chose, whatever is plugged in', () => {
    expect(meantTarget({ kind: 'exports' }, [drive('a')])).toEqual({ kind: 'exports' });
    const folder = { kind: 'folder', grant: 'f', name: '/home/office' } as const;
    expect(meantTarget(folder, [drive('a')])).toEqual(folder);
  });
});
