import { describe, expect, it } from 'vitest';
import { commands } from '../../../../src/main/cli/commands/index.ts';
import { readLaunch, workspaceFilesIn } from '../../../../src/main/electron/launch.ts';

const packaged = { platform: 'linux', packaged: true } as const;
const onWindows = { platform: 'win32', packaged: true } as const;

describe('the words of a start', () => {
  it.each([
    [[], []],
    [['/home/wang/乡报/资料库.xbdb'], ['/home/wang/乡报/资料库.xbdb']],
    [['报告.docx'], []],
    [['--lang=zh-CN', 'A.XBDB'], ['A.XBDB']],
    [['--updated'], []],
    [['file:///home/wang/%E4%B9%A1%E6%8A%A5/a.xbdb'], ['/home/wang/乡报/a.xbdb']],
    [['file://elsewhere/a.xbdb'], []],
    [['file:///%zz.xbdb'], []],
    [['--force-device-scale-factor=1.5'], []],
    [['--ozone-platform-hint=auto'], []],
  ])('%j opens the window with %j', (words, files) => {
    expect(readLaunch(words, packaged)).toEqual({ kind: 'window', files });
  });

  it.each([
    [['--cli'], []],
    [
      ['--cli', 'check', '--data', '/a b'],
      ['check', '--data', '/a b'],
    ],
    [
      ['--no-sandbox', '--cli', 'parse', 'x.docx', '--json'],
      ['parse', 'x.docx', '--json'],
    ],
    [
      ['--cli', 'recover', '--cli'],
      ['recover', '--cli'],
    ],
  ])('%j is the command line %j', (words, expected) => {
    expect(readLaunch(words, packaged)).toEqual({ kind: 'commandLine', words: expected });
  });

  it.each([
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['--remote-debugging-pipe', 'remote-debugging-pipe'],
    ['-remote-debugging-port=9222', 'remote-debugging-port'],
    ['--Remote-Debugging-Port=9222', 'remote-debugging-port'],
    ['--inspect', 'inspect'],
    ['--inspect-brk=0.0.0.0:9229', 'inspect-brk'],
    ['--js-flags=--expose-gc', 'js-flags'],
    ['--load-extension=/tmp/x', 'load-extension'],
    ['--disable-web-security', 'disable-web-security'],
    ['--proxy-server=evil:1', 'proxy-server'],
    ['--host-resolver-rules=MAP * evil', 'host-resolver-rules'],
    ['--ignore-certificate-errors', 'ignore-certificate-errors'],
    ['--renderer-cmd-prefix=sh', 'renderer-cmd-prefix'],
    ['--user-data-dir=/tmp', 'user-data-dir'],
    ['--', ''],
    ['--disable-gpu-sandbox', 'disable-gpu-sandbox'],
  ])('%s is refused, alone, before a file and before the command line', (word, switchName) => {
    const refused = { kind: 'refused', switchName };
    expect(readLaunch([word], packaged)).toEqual(refused);
    expect(readLaunch(['a.xbdb', word], packaged)).toEqual(refused);
    expect(readLaunch([word, '--cli', 'demo', 'x'], packaged)).toEqual(refused);
  });

  it('opens no window without a sandbox', () => {
    expect(readLaunch(['--no-sandbox', 'a.xbdb'], packaged)).toEqual({
      kind: 'refused',
      switchName: 'no-sandbox',
    });
  });

  it('refuses debugging among the words of the command line too, which Chromium reads as well', () => {
    for (const word of ['--remote-debugging-port=9222', '--inspect=1', '--js-flags=x']) {
      expect(readLaunch(['--cli', 'check', word], packaged)).toMatchObject({ kind: 'refused' });
    }
    expect(readLaunch(['--cli', 'check', '--year', '2025', '--json'], packaged)).toMatchObject({
      kind: 'commandLine',
    });
  });

  it('refuses no option that a command has', () => {
    const options = commands.flatMap(({ name, options: own }) =>
      Object.keys(own).map((one) => [name, `--${one}`]),
    );
    expect(options.length).toBeGreaterThan(10);
    for (const words of options) {
      for (const surroundings of [packaged, onWindows]) {
        expect(readLaunch(['--cli', ...words], surroundings)).toEqual({ kind: 'commandLine', words });
      }
    }
  });

  it('knows the switches of Windows, where a path never begins with a slash', () => {
    expect(readLaunch(['/remote-debugging-port=1'], onWindows)).toMatchObject({ kind: 'refused' });
    expect(readLaunch(['/home/资料库.xbdb'], packaged)).toMatchObject({ files: ['/home/资料库.xbdb'] });
    expect(readLaunch(['D:\\乡报\\资料库.xbdb'], onWindows)).toMatchObject({
      files: ['D:\\乡报\\资料库.xbdb'],
    });
  });

  it('leaves a developer every switch', () => {
    const developer = { platform: 'linux', packaged: false } as const;
    expect(readLaunch(['--remote-debugging-port=9222'], developer)).toEqual({ kind: 'window', files: [] });
  });

  it('takes from a second start its files alone', () => {
    const words = [
      '/opt/xiangbao',
      '--allow-file-access-from-files',
      '--original-process-start-time=1',
      'a.xbdb',
    ];
    expect(workspaceFilesIn(words, 'linux')).toEqual(['a.xbdb']);
  });
});
