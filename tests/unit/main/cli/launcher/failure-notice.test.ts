import { describe, expect, it } from 'vitest';
import { noticeFor } from '../../../../../src/main/cli/launcher/failure-notice.ts';
import { noticePage } from '../../../../../src/main/cli/launcher/notice-page.ts';
import { startProblem } from '../../../../../src/main/cli/launcher/start-problem.ts';

const told = { title: '乡报无法启动', text: '资料库 <a> & "b" 正被使用。' };
const notice = (platform: NodeJS.Platform, hasTerminal: boolean, there: string[] = []) =>
  noticeFor({
    platform,
    environment: { PATH: 'relative:/usr/bin:/opt/bin' },
    hasTerminal,
    exists: (path) => there.includes(path),
    ...told,
  });

describe('where a failed start is told', () => {
  it('a terminal is enough, and so is the console of Windows', () => {
    expect(notice('linux', true, ['/usr/bin/zenity'])).toEqual({ kind: 'terminal' });
    expect(notice('win32', false)).toEqual({ kind: 'terminal' });
  });

  it('a dialog of the desktop, which reads no markup in the sentence', () => {
    expect(notice('linux', false, ['/opt/bin/zenity', '/usr/bin/kdialog'])).toEqual({
      kind: 'dialog',
      command: '/opt/bin/zenity',
      parameters: expect.arrayContaining(['--no-markup', `--text=${told.text}`]),
    });
    expect(notice('linux', false, ['/usr/bin/kdialog'])).toMatchObject({
      parameters: ['--title', told.title, '--error', '资料库 &lt;a> &amp; "b" 正被使用。'],
    });
  });

  it('a page where there is none; a relative folder of PATH is not looked into', () => {
    expect(notice('linux', false, ['relative/zenity'])).toEqual({ kind: 'page' });
    expect(notice('darwin', false)).toEqual({ kind: 'page' });
  });

  it('the page holds the sentence as text', () => {
    const page = noticePage(told.title, told.text);
    expect(page).toContain('<p>资料库 &lt;a> &amp; &quot;b&quot; 正被使用。</p>');
    expect(page).not.toContain('<script');
  });
});

describe('what a failed start is called', () => {
  it.each([
    ['资料库已损坏。\n', { kind: 'told', sentence: '资料库已损坏。' }],
    ['  \n', { kind: 'silent', trace: '' }],
    [
      'Error: x\n    at open (file:///opt/xiangbao/cli.mjs:3:1)',
      { kind: 'silent', trace: 'Error: x\n    at open (file:///opt/xiangbao/cli.mjs:3:1)' },
    ],
  ])('%j', (complaint, problem) => {
    expect(startProblem(complaint)).toEqual(problem);
  });
});
