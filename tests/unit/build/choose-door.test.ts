import { describe, expect, it } from 'vitest';
import { chooseDoor, type Machine, sentences } from '../../../build/choose-door.ts';

const desk: Machine = {
  platform: 'linux',
  environment: { DISPLAY: ':0' },
  userId: 1000,
  electron: '/electron',
};

describe('chooseDoor', () => {
  it.each<[string, Partial<Machine>, string]>([
    ['a desktop', {}, 'desktop'],
    ['a Wayland desktop', { environment: { WAYLAND_DISPLAY: 'wayland-0' } }, 'desktop'],
    ['Windows', { platform: 'win32', environment: {}, userId: undefined }, 'desktop'],
    ['a Mac', { platform: 'darwin', environment: {}, userId: 501 }, 'desktop'],
    ['no binary', { electron: null }, 'electronAbsent'],
    ['no binary, no display, root', { electron: null, environment: {}, userId: 0 }, 'electronAbsent'],
    ['no display', { environment: {} }, 'noDisplay'],
    ['root', { userId: 0 }, 'root'],
    ['the wish for a browser', { environment: { DISPLAY: ':0', XIANGBAO_DOOR: 'http' } }, 'asked'],
  ])('with %s: %s', (_what, change, expected) => {
    const door = chooseDoor({ ...desk, ...change });
    expect(door.kind === 'desktop' ? door.kind : door.reason).toBe(expected);
  });
});

describe('sentences', () => {
  it.each(Object.entries(sentences))('%s is one line in Chinese, then English', (_reason, sentence) => {
    expect(sentence).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。 \/ [\x20-\x7e]+\.$/u);
  });
});
