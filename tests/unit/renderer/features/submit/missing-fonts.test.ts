import { expect, it } from 'vitest';
import { missingFonts } from '../../../../../src/renderer/features/submit/hand-in/missing-fonts.ts';
import type { RoleFont } from '../../../../../src/shared/domain/font-report.ts';

it('each missing font is named once with what stands in for it; what is there is not named', () => {
  const role = (different: Partial<RoleFont>): RoleFont => ({
    role: 'body',
    wanted: '仿宋_GB2312',
    used: '仿宋_GB2312',
    state: 'present',
    bold: false,
    ...different,
  });
  const title = role({
    role: 'title',
    wanted: '方正小标宋简体',
    used: '宋体',
    state: 'replaced',
    bold: true,
  });
  expect(
    missingFonts([
      title,
      { ...title, role: 'masthead' },
      role({}),
      role({ role: 'heading2', wanted: '楷体_GB2312', used: 'LXGW WenKai', state: 'shipped' }),
    ]),
  ).toEqual([
    { wanted: '方正小标宋简体', used: '宋体', bold: true },
    { wanted: '楷体_GB2312', used: 'LXGW WenKai', bold: false },
  ]);
});
