import { describe, expect, it } from 'vitest';
import { openTestApp } from '../../support/workspace.ts';

describe('font.report', () => {
  it('tells role by role what this computer has', async () => {
    const installed = new Set(['仿宋_gb2312', 'simhei', '宋体', 'times new roman']);
    const app = await openTestApp(undefined, { installedFonts: { families: async () => installed } });
    const { reportId } = await app.call('sample.open', {});
    const { roles } = await app.call('font.report', { reportId });
    expect(
      Object.fromEntries(roles.map(({ role, state, used }) => [role, `${state} ${used}`])),
    ).toMatchObject({
      title: 'replaced 宋体',
      body: 'present 仿宋_GB2312',
      heading1: 'present 黑体',
      heading2: 'shipped LXGW WenKai',
      pageNumber: 'present 宋体',
      western: 'present Times New Roman',
    });
  });

  it('needs a report', async () => {
    const app = await openTestApp();
    expect(await app.fail('font.report', { reportId: 'none' })).toEqual({
      code: 'report.notFound',
      parameters: {},
    });
  });
});
